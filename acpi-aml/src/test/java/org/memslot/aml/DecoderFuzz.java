package org.memslot.aml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.memslot.aml.asl.AslOptions;
import org.memslot.aml.asl.AslPrinter;
import org.memslot.aml.lint.AmlLint;
import org.memslot.aml.lint.LintTable;

/**
 * Takes any bytes through decoder, check, lint, printer and encoder; throws where one of them does
 * not do what it promises. The entry point is one that Jazzer knows; {@code fuzz/README.md} among
 * the resources has the command.
 */
public final class DecoderFuzz {
  private DecoderFuzz() {}

  /** Takes the bytes as the content of a table, and then as a table with its header. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    roundTrip(Tables.around(bytes));
    roundTrip(bytes);
  }

  /**
   * Takes the bytes as a table; refuses an answer that is neither a whole tree nor a typed error.
   */
  static void roundTrip(byte[] bytes) {
    AmlDecoding decoding;
    try {
      decoding = AmlDecoder.decode(bytes);
    } catch (AmlDecodingException refused) {
      assertThat(refused.offset()).isBetween(0, bytes.length);
      return;
    }
    AmlTable table = decoding.table();
    byte[] again = table.encode();
    byte[] given = Arrays.copyOf(bytes, again.length);
    given[9] = again[9];
    if (!Arrays.equals(again, given)) {
      assertThat(again).isEqualTo(given);
    }
    assertThat(decoding.problems()).hasSizeLessThanOrEqualTo(AmlDecoder.MAX_PROBLEMS);
    for (AmlProblem problem : decoding.problems()) {
      assertThat(problem.offset()).isBetween(0, again.length);
    }
    table.check();
    AmlLint.check(new LintTable("table", table));
    AslPrinter.print(table);
    AslPrinter.print(table, AslOptions.DEFAULT.legacy());
  }
}
