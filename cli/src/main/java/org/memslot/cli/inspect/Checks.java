package org.memslot.cli.inspect;

import java.util.ArrayList;
import java.util.Collections;
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
import org.memslot.bios.acpi.layout.TableRule;

/** All checks of tables, with findings of one form whatever part of the toolkit makes them. */
final class Checks {
  private Checks() {}

  /** A definition block with the name that its findings have. */
  record NamedBlock(String name, AmlTable table) {}

  private enum InterimRule implements Rule {
    UNREADABLE_AML("unreadable-aml", Severity.ERROR, "The bytes of a definition block are AML."),
    MISPLACED_NAME("misplaced-name", Severity.WARNING, "A predefined name is where it belongs."),
    ARGUMENT_COUNT("argument-count", Severity.WARNING, "A predefined method has its arguments."),
    HARDWARE_ID("hardware-id", Severity.WARNING, "A hardware id has the form of one."),
    DUPLICATE_NAME("duplicate-name", Severity.ERROR, "A name is declared once."),
    RESOURCE_FORM("resource-form", Severity.ERROR, "The bytes of a _CRS are a template."),
    RESOURCE_OVERLAP("resource-overlap", Severity.WARNING, "Devices use different resources.");

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
    List<Rule> rules = new ArrayList<>();
    Collections.addAll(rules, InterimRule.values());
    Collections.addAll(rules, TableRule.values());
    return rules;
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
              InterimRule.valueOf(finding.rule().name()), blocks.getFirst().name(), finding.path(), finding.message()));
    }
    return findings;
  }

  /** Checks a table of any other kind. */
  static List<Finding> table(String name, byte[] content) {
    return TableLint.check(name, Bytes.of(content));
  }
}
