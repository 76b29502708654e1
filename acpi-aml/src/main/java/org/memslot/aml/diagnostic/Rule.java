package org.memslot.aml.diagnostic;

/**
 * Something that tables are checked for. Rules are the constants of enums, one enum for each part
 * that checks.
 */
public interface Rule {
  /** Returns what the rule is known by. */
  RuleText text();

  /** Returns the name by which a user switches the rule off. */
  default String id() {
    return text().id();
  }

  /** Returns how much a breach matters. */
  default Severity severity() {
    return text().severity();
  }

  /** Returns what the rule demands, in one sentence. */
  default String description() {
    return text().description();
  }

  /** Returns where that is written. */
  default String source() {
    return text().source();
  }
}
