package org.memslot.bios.acpi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.memslot.aml.ByteList;
import org.memslot.aml.diagnostic.Finding;
import org.memslot.aml.diagnostic.Rule;
import org.memslot.bios.acpi.layout.FieldView;
import org.memslot.bios.acpi.layout.TableRule;
import org.memslot.bios.acpi.layout.TableView;

/**
 * Checks single tables, most of them against {@link TableRule}: whether the bytes fit the layout,
 * and what the fields of one table demand of each other, by the {@linkplain TableKind#checks checks
 * of its kind}. {@link MemoryLint} compares the SRAT with e820 and the slots.
 */
public final class TableLint {
  private final String name;
  private final TableView view;
  private final List<Finding> findings;

  private TableLint(String name, TableView view) {
    this.name = name;
    this.view = view;
    this.findings = new ArrayList<>(view.findings());
  }

  /**
   * Returns what is wrong with a table of a {@linkplain TableKinds#STANDARD standard} kind; an
   * empty list if nothing is.
   *
   * @param name what findings call the table
   * @param content its bytes
   */
  public static List<Finding> check(String name, ByteList content) {
    return check(name, content, TableKinds.STANDARD);
  }

  /**
   * Returns what is wrong with a table; an empty list if nothing is.
   *
   * @param name what findings call the table
   * @param content its bytes
   * @param kinds the kinds that are known
   */
  public static List<Finding> check(String name, ByteList content, TableKinds kinds) {
    return check(name, AcpiTables.view(name, content, kinds), kinds);
  }

  /**
   * Returns what is wrong with a table of a {@linkplain TableKinds#STANDARD standard} kind that is
   * decoded already; its own findings come first.
   *
   * @param name what findings call the table
   * @param view the table
   */
  public static List<Finding> check(String name, TableView view) {
    return check(name, view, TableKinds.STANDARD);
  }

  /**
   * Returns what is wrong with a table that is decoded already; its own findings come first.
   *
   * @param name what findings call the table
   * @param view the table
   * @param kinds the kinds that are known
   */
  public static List<Finding> check(String name, TableView view, TableKinds kinds) {
    TableLint lint = new TableLint(name, view);
    Optional<TableKind> kind = kinds.find(view.layout().signature());
    if (kind.isPresent()) {
      for (Consumer<TableLint> check : kind.orElseThrow().checks()) {
        check.accept(lint);
      }
    }
    return List.copyOf(lint.findings);
  }

  /** Returns what findings call the table. */
  public String name() {
    return name;
  }

  /** Returns the table that is checked. */
  public TableView view() {
    return view;
  }

  /** Adds a finding. */
  public void find(Finding finding) {
    findings.add(finding);
  }

  /** Adds the finding that a field breaks a rule. */
  public void find(Rule rule, FieldView field, String message) {
    find(rule, field.name(), field.offset(), message);
  }

  /** Adds the finding that what is called {@code field} and stands at an offset breaks a rule. */
  public void find(Rule rule, String field, int offset, String message) {
    find(new Finding(rule, name, field + " at offset 0x" + Integer.toHexString(offset), message));
  }
}
