package org.memslot.aml.diagnostic;

/**
 * What a rule is known by.
 *
 * @param id lower-case words joined by hyphens, unique among all rules ({@code misplaced-name})
 * @param severity how much a breach matters
 * @param description what the rule demands, in one sentence
 * @param source where that is written: {@code ACPI 6.5, section 6.1.5}
 */
public record RuleText(String id, Severity severity, String description, String source) {}
