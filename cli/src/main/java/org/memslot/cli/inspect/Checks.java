package org.memslot.cli.inspect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.memslot.aml.AmlDecodingException;
import org.memslot.aml.AmlRule;
import org.memslot.aml.ByteList;
import org.memslot.aml.diagnostic.Finding;
import org.memslot.aml.diagnostic.Rule;
import org.memslot.aml.lint.AmlLint;
import org.memslot.aml.lint.LintRule;
import org.memslot.aml.lint.LintTable;
import org.memslot.bios.acpi.TableLint;
import org.memslot.bios.acpi.layout.TableRule;

/** All checks of tables, whatever part of the toolkit makes them. */
final class Checks {
  private Checks() {}

  /** Returns every rule. */
  static List<Rule> rules() {
    List<Rule> rules = new ArrayList<>();
    Collections.addAll(rules, AmlRule.values());
    Collections.addAll(rules, LintRule.values());
    Collections.addAll(rules, TableRule.values());
    return rules;
  }

  /** Returns why bytes are no definition block at all. */
  static Finding notDecoded(String name, AmlDecodingException e) {
    return new Finding(
        AmlRule.UNDECODED,
        name,
        "offset 0x" + Integer.toHexString(e.offset()),
        String.valueOf(e.getMessage()));
  }

  /** Checks the definition blocks of a machine together, the DSDT first. */
  static List<Finding> blocks(List<LintTable> blocks) {
    return AmlLint.check(blocks);
  }

  /** Checks a table of any other kind. */
  static List<Finding> table(String name, byte[] content) {
    return TableLint.check(name, ByteList.of(content));
  }
}
