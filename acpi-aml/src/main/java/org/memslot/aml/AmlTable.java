package org.memslot.aml;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * A definition block: a DSDT, an SSDT or any other table whose content is AML (ACPI 6.5, 20.2.1).
 *
 * @param header its header
 * @param terms its content
 */
public record AmlTable(TableHeader header, List<Term> terms) {
  /** Copies the terms. */
  public AmlTable {
    terms = List.copyOf(terms);
  }

  /** The table whose terms the lambda builds. */
  public static AmlTable of(TableHeader header, Consumer<TermListBuilder> body) {
    return new AmlTable(header, TermListBuilder.of(body));
  }

  /**
   * The table's bytes, with length and checksum.
   *
   * @throws AmlEncodingException where a length does not fit its field or terms are nested too deep
   */
  public byte[] encode() {
    return AmlEncoder.encode(this);
  }

  /**
   * Finds what is wrong though bytes can express it: calls with another number of arguments than
   * the method has, names that nothing declares or that are declared twice, more initializers than
   * a package or buffer has room for, regions that overflow, Break outside of While, constants as
   * statements, integers that are too wide for the revision.
   *
   * @param context what other tables declare
   * @return the problems, in the order of the terms; none has an offset
   */
  public List<AmlProblem> check(AmlContext context) {
    return CheckedNames.check(List.of(this), _ -> "", context).getFirst();
  }

  /**
   * {@link #check()} of tables that are loaded together: each is the others' context, and what two
   * of them declare is a problem of the later. Time is linear in the size of all tables.
   *
   * @param tables the tables in the order in which they are loaded, the DSDT first
   * @param name what the caller calls the table with an index; messages about two tables say it
   * @return the problems of each table
   */
  public static List<List<AmlProblem>> checkAll(List<AmlTable> tables, IntFunction<String> name) {
    return CheckedNames.check(tables, name, AmlContext.EMPTY);
  }

  /** {@link #check(AmlContext)} of a table that stands alone. */
  public List<AmlProblem> check() {
    return check(AmlContext.EMPTY);
  }
}
