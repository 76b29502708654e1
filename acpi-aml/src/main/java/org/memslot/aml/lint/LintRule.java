package org.memslot.aml.lint;

import org.memslot.aml.diagnostic.Rule;
import org.memslot.aml.diagnostic.RuleText;
import org.memslot.aml.diagnostic.Severity;

/** What {@link AmlLint} looks for beyond {@link org.memslot.aml.AmlRule}. */
public enum LintRule implements Rule {
  /** A predefined name is in an object that the specification does not define it for. */
  MISPLACED_NAME(
      "misplaced-name",
      Severity.WARNING,
      "A predefined name stands in an object that the specification defines it for.",
      "ACPI 6.5, section 5.6.8 and the section of the name"),
  /** A predefined method takes another number of arguments than an operating system passes. */
  PREDEFINED_ARGUMENTS(
      "predefined-arguments",
      Severity.WARNING,
      "A predefined method takes the arguments that the specification gives it.",
      "ACPI 6.5, section 5.6.8 and the section of the name"),
  /** A predefined method never returns the value that the specification demands. */
  MISSING_RETURN(
      "missing-return",
      Severity.WARNING,
      "A predefined method returns the value that the specification demands.",
      "ACPI 6.5, section 5.6.8 and the section of the name"),
  /** A method returns a value on some paths and ends without one on others. */
  PATH_WITHOUT_RETURN(
      "path-without-return",
      Severity.REMARK,
      "A method that returns a value returns one on every path.",
      "ACPI 6.5, section 19.6.118"),
  /** The value of a method that returns none is used. */
  VALUE_OF_NOTHING(
      "value-of-nothing",
      Severity.WARNING,
      "A call that is an operand is the call of a method that returns a value.",
      "ACPI 6.5, section 19.6.118"),
  /** An argument that the method does not have is read. */
  ARGUMENT_BEYOND_COUNT(
      "argument-beyond-count",
      Severity.ERROR,
      "A method reads the arguments that it declares.",
      "ACPI 6.5, section 5.5.2.1"),
  /** A local variable is read that no path has set. */
  UNSET_LOCAL(
      "unset-local",
      Severity.WARNING,
      "A method sets a local variable before it reads it.",
      "ACPI 6.5, section 5.5.2.3"),
  /** A statement that control never reaches. */
  UNREACHABLE_CODE(
      "unreachable-code",
      Severity.REMARK,
      "No statement follows Return, Break or Continue in a term list.",
      "ACPI 6.5, section 19.6.118"),
  /** A hardware id has not the form of one. */
  HARDWARE_ID(
      "hardware-id",
      Severity.WARNING,
      "A hardware id has the form AAA####, NNNN#### or of a compressed EISA id.",
      "ACPI 6.5, sections 6.1.2 and 6.1.5"),
  /** The bytes of a _CRS are no resource template. */
  RESOURCE_FORM(
      "resource-form",
      Severity.ERROR,
      "The value of _CRS is a buffer that holds a resource template.",
      "ACPI 6.5, sections 6.2.2 and 6.4"),
  /** Two devices that are both present use the same memory or ports. */
  RESOURCE_OVERLAP(
      "resource-overlap",
      Severity.WARNING,
      "Devices that are present together use different memory and ports.",
      "ACPI 6.5, section 6.2.2"),
  /** Two devices use the same memory or ports, and _STA decides which of them is present. */
  ALTERNATIVE_DEVICES(
      "alternative-devices",
      Severity.REMARK,
      "Devices that use the same memory or ports are present one at a time.",
      "ACPI 6.5, sections 6.2.2 and 6.3.7");

  @SuppressWarnings("ImmutableEnumChecker") // a record of strings and an enum is immutable
  private final RuleText text;

  LintRule(String id, Severity severity, String description, String source) {
    text = new RuleText(id, severity, description, source);
  }

  @Override
  public RuleText text() {
    return text;
  }
}
