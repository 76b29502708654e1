package org.memslot.aml.diagnostic;

/**
 * Something that tables are checked for. Rules are the constants of enums, one enum for each part
 * that checks.
 */
public interface Rule {
  /**
   * Returns the name by which a user switches the rule off: lower-case words joined by hyphens,
   * unique among all rules ({@code misplaced-name}).
   */
  String id();

  /** Returns how much a breach matters. */
  Severity severity();

  /** Returns what the rule demands, in one sentence. */
  String description();

  /** Returns where that is written: {@code ACPI 6.5, section 6.1.5}. */
  String source();
}
