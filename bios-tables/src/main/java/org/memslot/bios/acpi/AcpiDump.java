package org.memslot.bios.acpi;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.memslot.aml.ByteList;

/**
 * The tables in a text of {@code acpidump}: a line {@code SIGNATURE @ 0xADDRESS} for each table and
 * its bytes as lines of hex behind it, in the form of ACPICA's {@code acpidump} and of the older
 * one of pmtools. The lines of hex that {@code iasl -d} adds below "Raw Table Data" are read too.
 *
 * <pre>{@code
 * AcpiDump dump = AcpiDump.read(Files.readAllBytes(path));
 * for (AcpiDump.Table table : dump.tables()) {
 *   System.out.println(table.name() + ": " + table.content().length() + " bytes");
 * }
 * }</pre>
 *
 * <p>Other text around and between the tables is skipped, such as warnings of the program that
 * wrote it.
 *
 * @param tables the tables in the order of the text
 * @param problems what is wrong with the lines of tables, at most {@value #MAX_PROBLEMS}
 */
public record AcpiDump(List<Table> tables, List<Problem> problems) {
  /** How many problems are reported. */
  public static final int MAX_PROBLEMS = 100;

  /** Copies the lists. */
  public AcpiDump {
    tables = List.copyOf(tables);
    problems = List.copyOf(problems);
  }

  /**
   * A table as the text has it. Nothing says that its content is a valid table.
   *
   * @param name the signature in the line before its bytes, which may differ from the one in the
   *     bytes ({@code RSDP} for {@code RSD PTR})
   * @param address the physical address in that line; 0 where the text does not know it
   * @param line the number of that line, from 1
   * @param content the bytes, at least one
   */
  public record Table(String name, long address, int line, ByteList content) {}

  /**
   * Something wrong with the text of a table.
   *
   * @param line the number of the line, from 1
   * @param message what is wrong
   */
  public record Problem(int line, String message) {
    @Override
    public String toString() {
      return "line " + line + ": " + message;
    }
  }

  /**
   * Reads a text. Any bytes are read, in time and memory linear in their number; bytes that are no
   * such text have no tables. A table whose lines do not continue ends there, which is a problem.
   *
   * @param text in ASCII or an encoding that includes it, or in UTF-16 with a byte order mark
   */
  public static AcpiDump read(byte[] text) {
    return new AcpiDumpReader(isUtf16(text) ? narrow(text) : text).read();
  }

  private static boolean isUtf16(byte[] text) {
    int mark = text.length < 2 ? 0 : (text[0] & 0xff) << 8 | (text[1] & 0xff);
    return mark == 0xfffe || mark == 0xfeff;
  }

  private static byte[] narrow(byte[] text) {
    return new String(text, StandardCharsets.UTF_16).getBytes(StandardCharsets.ISO_8859_1);
  }
}
