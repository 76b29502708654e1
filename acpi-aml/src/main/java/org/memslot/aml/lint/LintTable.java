package org.memslot.aml.lint;

import org.memslot.aml.AmlTable;

/**
 * A definition block to check.
 *
 * @param name what the caller calls it, a file name for instance; findings say it
 * @param table the table
 */
public record LintTable(String name, AmlTable table) {}
