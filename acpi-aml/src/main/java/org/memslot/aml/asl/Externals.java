package org.memslot.aml.asl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.memslot.aml.AmlTable;
import org.memslot.aml.DataObject.IntegerConst;
import org.memslot.aml.NamedObject.External;
import org.memslot.aml.Statement;
import org.memslot.aml.Term;

/**
 * The names that a table uses and does not declare itself (ACPI 6.5, section 19.6.45).
 *
 * <p>ACPI 6.0 gave External an opcode, so that a table can be read by itself: the number of a
 * method's arguments is nowhere else. ACPICA's compiler gathers all of a table's Externals in one
 * {@code If (Zero)} at its beginning, where no interpreter of before 6.0 meets them.
 */
public final class Externals {
  private Externals() {}

  /**
   * Returns an External for each name that the table uses and neither declares nor has an External
   * for, in the order of use. The type is what the use shows: a method (with the number of its
   * arguments), a device (the location of a Scope), or unknown.
   */
  public static List<External> missing(AmlTable table) {
    return UsedNames.of(table).missing();
  }

  /**
   * Returns the table with Externals for all names that it uses and does not declare, as ACPICA's
   * compiler writes them: in an {@code If (Zero)} that is the table's first term. A table that
   * needs none is returned as it is.
   */
  public static AmlTable declare(AmlTable table) {
    return declare(table, missing(table));
  }

  /** Returns the table with these Externals in front, as ACPICA's compiler writes them. */
  public static AmlTable declare(AmlTable table, List<External> missing) {
    if (missing.isEmpty()) {
      return table;
    }
    List<Term> terms = new ArrayList<>(table.terms());
    List<Term> block = new ArrayList<>();
    if (!terms.isEmpty() && leadingBlock(terms.getFirst()).isPresent()) {
      block.addAll(leadingBlock(terms.removeFirst()).orElseThrow());
    }
    block.addAll(missing);
    terms.addFirst(new Statement.If(IntegerConst.ZERO, block));
    return new AmlTable(table.header(), terms);
  }

  /**
   * Returns whether a statement never runs and holds only Externals, and perhaps stray constants:
   * tables of real machines have both in one.
   */
  static boolean isBlock(Statement.If block) {
    return AslPrinter.isConstantFalse(block)
        && block.terms().stream().anyMatch(External.class::isInstance)
        && block.terms().stream()
            .allMatch(term -> term instanceof External || term instanceof IntegerConst);
  }

  /** Returns the Externals of the block that ACPICA's compiler writes, if a term is such a one. */
  static Optional<List<External>> leadingBlock(Term term) {
    if (!(term instanceof Statement.If block)
        || !AslPrinter.isConstantFalse(block)
        || block.terms().isEmpty()) {
      return Optional.empty();
    }
    List<External> externals = new ArrayList<>();
    for (Term inner : block.terms()) {
      if (!(inner instanceof External external)) {
        return Optional.empty();
      }
      externals.add(external);
    }
    return Optional.of(externals);
  }
}
