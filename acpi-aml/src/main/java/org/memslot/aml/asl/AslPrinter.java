package org.memslot.aml.asl;

import org.memslot.aml.AmlContext;
import org.memslot.aml.AmlTable;
import org.memslot.aml.DataObject.IntegerConst;
import org.memslot.aml.Statement;
import org.memslot.aml.TableHeader;

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
 * VarPackage of a constant below 256, constants as statements, which do nothing (printed as a
 * comment). Where the text would compile to less code than the table has it does not compile: bytes
 * that could not be decoded are printed as {@code UNDECODED} and a comment.
 *
 * <p>Externals are printed once for each name and with absolute names at the beginning, wherever
 * the table has them, for that is where compilers put them: in a block of ExternalOps at the
 * table's beginning. Names that the table uses and does not declare get one, too, without which
 * nothing compiles; {@link Externals#declare} adds the same block to a table.
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
    return print(table, options, AmlContext.EMPTY);
  }

  /**
   * Returns the ASL source of a table.
   *
   * @param context what the table was decoded with: an External of a method that the context
   *     declares has no remark that its number of arguments is a guess
   */
  public static String print(AmlTable table, AslOptions options, AmlContext context) {
    AslWriter out = new AslWriter();
    UsedNames names = UsedNames.of(table);
    TermPrinter printer = new TermPrinter(out, options, names, ResourceTags.of(table));
    header(table.header(), out);
    out.open();
    ExternalPrinter externals = new ExternalPrinter(out, options, context);
    externals.print(names.externals());
    externals.printMissing(names.missing());
    printer.printBlockOf(table.terms());
    return out.close().end().toString();
  }

  private static void header(TableHeader header, AslWriter out) {
    out.add("DefinitionBlock (\"\", ")
        .add(DataPrinter.quoted(header.signature()))
        .add(", " + header.revision() + ", ")
        .add(DataPrinter.quoted(header.oemId()))
        .add(", ")
        .add(DataPrinter.quoted(header.oemTableId()))
        .add(", ")
        .hex(Integer.toUnsignedLong(header.oemRevision()), 8)
        .add(")")
        .end();
  }

  static boolean isConstantFalse(Statement.If block) {
    return block.predicate() instanceof IntegerConst constant
        && constant.encoding() == IntegerConst.Encoding.ZERO
        && block.otherwise().isEmpty();
  }
}
