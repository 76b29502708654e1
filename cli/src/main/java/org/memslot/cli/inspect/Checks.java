package org.memslot.cli.inspect;

import java.util.ArrayList;
import java.util.List;
import org.memslot.aml.AmlDecodingException;
import org.memslot.aml.AmlProblem;
import org.memslot.aml.AmlTable;
import org.memslot.aml.diagnostic.Finding;
import org.memslot.aml.diagnostic.Rule;
import org.memslot.aml.diagnostic.Severity;
import org.memslot.aml.lint.AmlLint;
import org.memslot.aml.lint.LintFinding;
import org.memslot.bios.Bytes;
import org.memslot.bios.acpi.TableLint;
import org.memslot.bios.acpi.TableProblem;

/** All checks of tables, with findings of one form whatever part of the toolkit makes them. */
final class Checks {
  private Checks() {}

  /** A definition block with the name that its findings have. */
  record NamedBlock(String name, AmlTable table) {}

  private enum InterimRule implements Rule {
    UNREADABLE_AML("unreadable-aml", Severity.ERROR, "The bytes of a definition block are AML."),
    LINT("aml-lint", Severity.WARNING, "Names and resources are as the specification has them."),
    TABLE("table", Severity.ERROR, "Fields, length and checksum of a table agree.");

    private final String id;
    private final Severity severity;
    private final String description;

    InterimRule(String id, Severity severity, String description) {
      this.id = id;
      this.severity = severity;
      this.description = description;
    }

    @Override
    public String id() {
      return id;
    }

    @Override
    public Severity severity() {
      return severity;
    }

    @Override
    public String description() {
      return description;
    }

    @Override
    public String source() {
      return "ACPI 6.5";
    }
  }

  /** Every rule. */
  static List<Rule> rules() {
    return List.of(InterimRule.values());
  }

  /** What the decoder of a definition block found. */
  static Finding of(String name, AmlProblem problem) {
    String place =
        problem.offset() < 0 ? "" : " at offset 0x" + Integer.toHexString(problem.offset());
    return new Finding(
        InterimRule.UNREADABLE_AML, name, problem.scope() + place, problem.message());
  }

  /** Why bytes are no definition block. */
  static Finding of(String name, AmlDecodingException e) {
    return new Finding(
        InterimRule.UNREADABLE_AML,
        name,
        "offset 0x" + Integer.toHexString(e.offset()),
        String.valueOf(e.getMessage()));
  }

  /** Checks the definition blocks of a machine, the DSDT first. */
  static List<Finding> blocks(List<NamedBlock> blocks) {
    List<AmlTable> tables = new ArrayList<>();
    for (NamedBlock block : blocks) {
      tables.add(block.table());
    }
    List<Finding> findings = new ArrayList<>();
    for (LintFinding finding : AmlLint.check(tables)) {
      findings.add(
          new Finding(
              InterimRule.LINT, blocks.getFirst().name(), finding.path(), finding.message()));
    }
    return findings;
  }

  /** Checks a table of any other kind. */
  static List<Finding> table(String name, byte[] content) {
    List<Finding> findings = new ArrayList<>();
    for (TableProblem problem : TableLint.check(Bytes.of(content))) {
      findings.add(
          new Finding(
              InterimRule.TABLE,
              name,
              "offset 0x" + Long.toHexString(problem.offset()),
              problem.problem()));
    }
    return findings;
  }
}
