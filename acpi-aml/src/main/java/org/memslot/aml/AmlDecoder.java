package org.memslot.aml;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads definition blocks. Any bytes give a tree: what cannot be read is an {@link Undecoded} term
 * and a problem, and reading goes on behind it.
 *
 * <p>Two passes: one finds the names that the table declares, the other reads the terms. Time and
 * memory are linear in the length of the table, and terms are read to a depth of {@link
 * AmlEncoder#MAX_DEPTH}.
 */
public final class AmlDecoder {
  /** How many problems a decoding reports. */
  public static final int MAX_PROBLEMS = 1000;

  /** How often a table is read again because a call shows what earlier ones left open. */
  private static final int MAX_REVISIONS = 3;

  private static final int LENGTH_OFFSET = 4;
  private static final int CHECKSUM_OFFSET = 9;

  private AmlDecoder() {}

  /**
   * Reads a table that needs no other.
   *
   * @param table the whole table with its header
   * @throws AmlDecodingException where the bytes are no definition block
   */
  public static AmlDecoding decode(byte[] table) {
    return decode(table, AmlContext.EMPTY);
  }

  /**
   * Reads a table.
   *
   * @param table the whole table with its header
   * @param context what other tables declare
   * @throws AmlDecodingException where the bytes are no definition block
   */
  public static AmlDecoding decode(byte[] table, AmlContext context) {
    int length = tableLength(table);
    byte[] bytes = java.util.Arrays.copyOf(table, length);
    List<AmlProblem> problems = new ArrayList<>();
    if (length < table.length) {
      problems.add(
          new AmlProblem(
              AmlRule.TRAILING_BYTES,
              length,
              NameString.ROOT,
              (table.length - length) + " bytes follow the table"));
    }
    checkSum(bytes, problems);
    Namespace names = context.copyNames(length);
    DeclarationScanner.scan(bytes, TableHeader.LENGTH, length, names);
    CallGuesses guesses = new CallGuesses(names, length);
    List<AmlProblem> before = List.copyOf(problems);
    List<Term> terms = terms(bytes, names, guesses, problems);
    for (int i = 0; i < MAX_REVISIONS && guesses.takeRevised(); i++) {
      problems = new ArrayList<>(before);
      terms = terms(bytes, names, guesses, problems);
    }
    return new AmlDecoding(new AmlTable(header(bytes), terms), problems);
  }

  private static List<Term> terms(
      byte[] table, Namespace names, CallGuesses guesses, List<AmlProblem> problems) {
    AmlReader in = new AmlReader(table, TableHeader.LENGTH, table.length);
    return new TermDecoder(in, names, guesses, problems).terms(table.length, Namespace.ROOT);
  }

  /** The length that a table's header gives. */
  static int tableLength(byte[] table) {
    if (table.length < TableHeader.LENGTH) {
      throw new AmlDecodingException(
          table.length,
          "a table header has " + TableHeader.LENGTH + " bytes; there are only " + table.length);
    }
    int length = dword(table, LENGTH_OFFSET);
    if (length < TableHeader.LENGTH || length > table.length) {
      throw new AmlDecodingException(
          LENGTH_OFFSET,
          "the header gives a length of "
              + Integer.toUnsignedString(length)
              + " bytes; it must be from "
              + TableHeader.LENGTH
              + " to the "
              + table.length
              + " there are");
    }
    return length;
  }

  private static void checkSum(byte[] table, List<AmlProblem> problems) {
    int sum = 0;
    for (byte b : table) {
      sum += b;
    }
    if ((sum & 0xff) != 0) {
      problems.add(
          new AmlProblem(
              AmlRule.CHECKSUM,
              CHECKSUM_OFFSET,
              NameString.ROOT,
              String.format(
                  "checksum 0x%02x should be 0x%02x",
                  table[CHECKSUM_OFFSET], (byte) (table[CHECKSUM_OFFSET] - sum))));
    }
  }

  private static TableHeader header(byte[] table) {
    return new TableHeader(
        text(table, 0, 4),
        table[8] & 0xff,
        text(table, 10, 6),
        text(table, 16, 8),
        dword(table, 24),
        text(table, 28, 4),
        dword(table, 32));
  }

  private static String text(byte[] table, int offset, int length) {
    return new String(table, offset, length, StandardCharsets.ISO_8859_1);
  }

  private static int dword(byte[] table, int offset) {
    return (table[offset] & 0xff)
        | ((table[offset + 1] & 0xff) << 8)
        | ((table[offset + 2] & 0xff) << 16)
        | ((table[offset + 3] & 0xff) << 24);
  }
}
