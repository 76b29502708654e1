package org.memslot.aml;

import org.memslot.aml.diagnostic.Rule;
import org.memslot.aml.diagnostic.RuleText;
import org.memslot.aml.diagnostic.Severity;

/** What decoding a definition block and {@link AmlTable#check()} find. */
public enum AmlRule implements Rule {
  /** Bytes that no production of the grammar matches. */
  UNDECODED(
      "undecoded",
      Severity.ERROR,
      "The bytes of a definition block are terms of the AML grammar.",
      "ACPI 6.5, section 20.2"),
  /** The bytes of a table do not add up to zero. */
  CHECKSUM(
      "aml-checksum",
      Severity.WARNING,
      "All bytes of a definition block add up to zero.",
      "ACPI 6.5, section 5.2.6"),
  /** A file is longer than the table in it. */
  TRAILING_BYTES(
      "trailing-bytes",
      Severity.REMARK,
      "A definition block ends where the length in its header says.",
      "ACPI 6.5, section 5.2.6"),
  /** A tree that bytes cannot express. */
  UNENCODABLE(
      "unencodable",
      Severity.ERROR,
      "Lengths fit their fields, and terms nest no deeper than an interpreter follows.",
      "ACPI 6.5, section 20.2.4"),
  /** A call with too few or too many arguments. */
  CALL_ARGUMENTS(
      "call-arguments",
      Severity.ERROR,
      "A call passes as many arguments as the method declares.",
      "ACPI 6.5, section 5.5.2.1"),
  /** A Scope of an object that does not exist: its whole content is lost. */
  UNDECLARED_SCOPE(
      "undeclared-scope",
      Severity.ERROR,
      "A Scope opens an object that an earlier declaration or another table creates.",
      "ACPI 6.5, section 19.6.120"),
  /** A name that no table declares. */
  UNDECLARED_NAME(
      "undeclared-name",
      Severity.REMARK,
      "A name that is used is declared by one of the tables.",
      "ACPI 6.5, section 5.3"),
  /** An object that two declarations create. */
  DUPLICATE_NAME(
      "duplicate-name",
      Severity.ERROR,
      "A path of the namespace is declared once.",
      "ACPI 6.5, section 5.3"),
  /** A field whose name another object of the scope has. */
  DUPLICATE_FIELD(
      "duplicate-field",
      Severity.WARNING,
      "A field has a name of its own in its scope.",
      "ACPI 6.5, section 5.3"),
  /** A table that is there twice. */
  DUPLICATE_TABLE(
      "duplicate-table",
      Severity.WARNING,
      "A definition block is loaded once.",
      "ACPI 6.5, section 5.2.11.2"),
  /** A declaration without a name. */
  NAMELESS(
      "nameless-object",
      Severity.ERROR,
      "A declaration and an operand name an object.",
      "ACPI 6.5, section 20.2.2"),
  /** A region without bytes. */
  EMPTY_REGION(
      "empty-region",
      Severity.WARNING,
      "An operation region has a length.",
      "ACPI 6.5, section 5.5.2.4"),
  /** A region that ends beyond its address space. */
  REGION_BOUNDS(
      "region-bounds",
      Severity.WARNING,
      "An operation region lies within its address space.",
      "ACPI 6.5, section 5.5.2.4"),
  /** A field of no bits. */
  EMPTY_FIELD(
      "empty-field",
      Severity.WARNING,
      "A field has at least one bit.",
      "ACPI 6.5, section 19.6.47"),
  /** More initializers than a package or buffer has room for. */
  INITIALIZERS(
      "initializers",
      Severity.WARNING,
      "A package or buffer has room for its initializers.",
      "ACPI 6.5, sections 19.6.10 and 19.6.101"),
  /** An integer constant that the block's integers cannot hold. */
  WIDE_INTEGER(
      "wide-integer",
      Severity.WARNING,
      "A definition block of revision 1 has integers of 32 bits.",
      "ACPI 6.5, section 5.2.11.1"),
  /** A string with characters beyond ASCII. */
  STRING_CHARACTERS(
      "string-characters",
      Severity.REMARK,
      "A string has the characters 0x01 to 0x7F.",
      "ACPI 6.5, section 20.2.3"),
  /** A constant or variable that stands as a statement. */
  VALUE_AS_STATEMENT(
      "value-as-statement",
      Severity.WARNING,
      "A term list holds objects, statements and expressions; constants and variables are none.",
      "ACPI 6.5, section 20.2.5"),
  /** Break or Continue without a loop. */
  NO_LOOP(
      "no-loop",
      Severity.WARNING,
      "Break and Continue stand inside of While.",
      "ACPI 6.5, sections 19.6.8 and 19.6.16"),
  /** An argument or local variable without a method. */
  NO_METHOD(
      "no-method",
      Severity.WARNING,
      "Arguments and local variables exist while a method runs.",
      "ACPI 6.5, section 5.5.2");

  @SuppressWarnings("ImmutableEnumChecker") // a record of strings and an enum is immutable
  private final RuleText text;

  AmlRule(String id, Severity severity, String description, String source) {
    text = new RuleText(id, severity, description, source);
  }

  @Override
  public RuleText text() {
    return text;
  }
}
