package org.memslot.aml.asl;

import java.util.List;
import java.util.Optional;
import org.memslot.aml.AmlTable;
import org.memslot.aml.DataObject.IntegerConst;
import org.memslot.aml.NamedObject;
import org.memslot.aml.NamedObject.External;
import org.memslot.aml.Statement;
import org.memslot.aml.TableHeader;
import org.memslot.aml.Term;

/**
 * Prints a definition block as ASL source from which ACPICA's compiler makes the same bytes.
 *
 * <p>The compiler changes what it is given unless told otherwise: it folds constants, shortens
 * names and writes 0, 1 and all-ones as the constant opcodes. {@code iasl -oa FILE.dsl} turns all
 * of that off and gives the table back as it is; {@code iasl FILE.dsl} gives it back too if the
 * table was written as the compiler would: integers and names in their shortest form, no operator
 * on constants only. In both cases three things of the header are the compiler's own: it writes its
 * name and version as creator id and creator revision, no switch prevents that, and the checksum
 * follows.
 *
 * <p>What ASL can't say is lost in compiling, though never in printing: integers and package
 * lengths with more bytes than they need, a MultiNamePrefix for fewer than three segments, a
 * VarPackage of a constant below 256, characters above 0x7f in strings, constants as statements,
 * bytes that could not be decoded (printed as a comment). For names that the table uses and does
 * not declare an External is written, without which nothing compiles; the compiler puts a block
 * with ExternalOps at the table's beginning for them: {@link Externals#declare} adds the same block
 * to a table.
 *
 * <p>Printing descends as deep as the tree is; decoded trees have a limited depth.
 */
public final class AslPrinter {
  private AslPrinter() {}

  /** Returns the ASL source of a table, with {@link AslOptions#DEFAULT}. */
  public static String print(AmlTable table) {
    return print(table, AslOptions.DEFAULT);
  }

  /** Returns the ASL source of a table. */
  public static String print(AmlTable table, AslOptions options) {
    AslWriter out = new AslWriter();
    DeclaredNames names = DeclaredNames.of(table);
    TermPrinter printer = new TermPrinter(out, options, names);
    header(table.header(), out);
    out.open();
    List<Term> terms = table.terms();
    if (!terms.isEmpty()) {
      Optional<List<External>> leading = Externals.leadingBlock(terms.getFirst());
      leading.ifPresent(
          declared -> declared.forEach(external -> printer.printBlockOf(List.of(external))));
      missing(table, printer, out);
      printer.printBlockOf(leading.isPresent() ? terms.subList(1, terms.size()) : terms);
    }
    return out.close().end().toString();
  }

  private static void missing(AmlTable table, TermPrinter printer, AslWriter out) {
    List<NamedObject.External> missing = Externals.missing(table);
    if (!missing.isEmpty()) {
      out.line("// Used here and declared elsewhere:");
      missing.forEach(external -> printer.printBlockOf(List.of(external)));
    }
  }

  private static void header(TableHeader header, AslWriter out) {
    out.add("DefinitionBlock (\"\", ")
        .add(DataPrinter.quoted(header.signature()))
        .add(", " + header.revision() + ", ")
        .add(DataPrinter.quoted(header.oemId()))
        .add(", ")
        .add(DataPrinter.quoted(header.oemTableId()))
        .add(", 0x%08X)".formatted(header.oemRevision()))
        .end();
  }

  static boolean isConstantFalse(Statement.If block) {
    return block.predicate() instanceof IntegerConst constant
        && constant.encoding() == IntegerConst.Encoding.ZERO
        && block.otherwise().isEmpty();
  }
}
