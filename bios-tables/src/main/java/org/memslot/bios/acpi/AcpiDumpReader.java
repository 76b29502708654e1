package org.memslot.bios.acpi;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.memslot.aml.ByteList;

/** Reads the lines of one text of {@code acpidump}. */
final class AcpiDumpReader {
  private static final byte[] AT = " @ 0x".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] RAW_DATA = "Raw Table Data".getBytes(StandardCharsets.US_ASCII);

  /** The name of a table whose bytes stand below "Raw Table Data" and are too few for one. */
  private static final String NO_NAME = "????";

  /** The longest name before an address, {@code RSD PTR}, and some. */
  private static final int LONGEST_NAME = 8;

  private static final int SIGNATURE_LENGTH = 4;
  private static final int BYTES_PER_LINE = 16;
  private static final int LONGEST_NUMBER = 16;

  private final byte[] text;
  private final List<AcpiDump.Table> tables = new ArrayList<>();
  private final List<AcpiDump.Problem> problems = new ArrayList<>();
  private final ByteArrayOutputStream content = new ByteArrayOutputStream();

  /** What lines of hex are part of. */
  private State state = State.OUTSIDE;

  private String name = "";
  private long address;
  private int nameLine;

  private enum State {
    /** No table: other text. */
    OUTSIDE,
    /** The table of {@link #name}. */
    TABLE,
    /** A table below "Raw Table Data", whose name is in its bytes. */
    RAW
  }

  AcpiDumpReader(byte[] text) {
    this.text = text;
  }

  AcpiDump read() {
    int line = 0;
    int start = 0;
    while (start < text.length) {
      line++;
      int end = start;
      while (end < text.length && text[end] != '\n') {
        end++;
      }
      line(line, start, end);
      start = end + 1;
    }
    endTable();
    return new AcpiDump(tables, problems);
  }

  private void line(int line, int start, int end) {
    int first = start;
    while (first < end && isBlank(text[first])) {
      first++;
    }
    if (isHex(line, first, end) || isHeader(line, first, end)) {
      return;
    }
    if (startsWith(RAW_DATA, first, end)) {
      begin(State.RAW, NO_NAME, 0, line);
    }
  }

  /** True when this is a line of hex: an offset, a colon, and at least one byte. */
  private boolean isHex(int line, int first, int end) {
    int colon = endOfNumber(first, end);
    if (colon == first || colon >= end || text[colon] != ':') {
      return false;
    }
    int at = colon + 1;
    int count = 0;
    while (count < BYTES_PER_LINE && isByte(at, end)) {
      at += 3;
      count++;
    }
    if (count == 0) {
      return false;
    }
    if (state != State.OUTSIDE) {
      append(line, number(first, colon), colon + 1, count);
    }
    return true;
  }

  /** True when a blank, two digits and no third stand here. */
  private boolean isByte(int at, int end) {
    return at + 2 < end
        && isBlank(text[at])
        && digit(text[at + 1]) >= 0
        && digit(text[at + 2]) >= 0
        && (at + 3 == end || isBlank(text[at + 3]));
  }

  private void append(int line, long offset, int at, int count) {
    if (offset != content.size()) {
      problem(
          line,
          name()
              + ": offset 0x"
              + Long.toHexString(offset)
              + " where 0x"
              + Integer.toHexString(content.size())
              + " follows; the rest of the table is lost");
      keepTable();
      return;
    }
    for (int i = 0; i < count; i++) {
      int digits = at + 3 * i + 1;
      content.write(digit(text[digits]) << 4 | digit(text[digits + 1]));
    }
  }

  /** True when this line has a name and an address, which begins a table. */
  private boolean isHeader(int line, int first, int end) {
    int nameEnd = first;
    while (nameEnd < end && !startsWith(AT, nameEnd, end)) {
      if (nameEnd - first == LONGEST_NAME || text[nameEnd] < ' ' || text[nameEnd] > '~') {
        return false;
      }
      nameEnd++;
    }
    int digits = nameEnd + AT.length;
    int digitsEnd = endOfNumber(digits, end);
    if (nameEnd - first < SIGNATURE_LENGTH || digitsEnd == digits) {
      return false;
    }
    begin(
        State.TABLE,
        new String(text, first, nameEnd - first, StandardCharsets.US_ASCII),
        number(digits, digitsEnd),
        line);
    return true;
  }

  private void begin(State begun, String begunName, long begunAddress, int line) {
    if (state != State.OUTSIDE) {
      endTable();
    }
    state = begun;
    name = begunName;
    address = begunAddress;
    nameLine = line;
  }

  private void endTable() {
    if (content.size() == 0 && state == State.TABLE) {
      problem(nameLine, name + ": no bytes follow");
    }
    keepTable();
  }

  private void keepTable() {
    if (content.size() > 0) {
      tables.add(new AcpiDump.Table(name(), address, nameLine, ByteList.of(content.toByteArray())));
    }
    content.reset();
    state = State.OUTSIDE;
  }

  private String name() {
    return state == State.RAW && content.size() >= SIGNATURE_LENGTH
        ? printable(content.toByteArray())
        : name;
  }

  private static String printable(byte[] table) {
    StringBuilder signature = new StringBuilder();
    for (int i = 0; i < SIGNATURE_LENGTH; i++) {
      signature.append(table[i] >= ' ' && table[i] <= '~' ? (char) table[i] : '?');
    }
    return signature.toString();
  }

  private void problem(int line, String message) {
    if (problems.size() < AcpiDump.MAX_PROBLEMS) {
      problems.add(new AcpiDump.Problem(line, message));
    }
  }

  /** Where the hex digits from here on end, or the start where there are none or too many. */
  private int endOfNumber(int start, int end) {
    int at = start;
    while (at < end && digit(text[at]) >= 0) {
      at++;
    }
    return at - start > LONGEST_NUMBER ? start : at;
  }

  private long number(int start, int end) {
    long value = 0;
    for (int i = start; i < end; i++) {
      value = value << 4 | digit(text[i]);
    }
    return value;
  }

  private boolean startsWith(byte[] prefix, int at, int end) {
    if (end - at < prefix.length) {
      return false;
    }
    for (int i = 0; i < prefix.length; i++) {
      if (text[at + i] != prefix[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t' || b == '\r';
  }

  private static int digit(byte b) {
    return Character.digit(b, 16);
  }
}
