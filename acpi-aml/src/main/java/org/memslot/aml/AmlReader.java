package org.memslot.aml;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A position in AML bytes, with a limit: what the innermost package leaves to be read. */
final class AmlReader {
  private static final int NAME_CACHE = 1024;

  private final byte[] bytes;
  private final @Nullable NameString[] names = new @Nullable NameString[NAME_CACHE];
  private final int[] nameStarts = new int[NAME_CACHE];
  private final int[] nameEnds = new int[NAME_CACHE];
  private final ReadFailure failure = new ReadFailure();
  private int at;
  private int limit;
  private PkgLengthWidth width = PkgLengthWidth.SHORTEST;

  AmlReader(byte[] bytes, int from, int limit) {
    this.bytes = bytes;
    this.at = from;
    this.limit = limit;
  }

  /** The failure to throw; it is the same one each time. */
  ReadFailure failure(int offset, String message) {
    return failure.about(offset, message, 0, null);
  }

  /** The failure to throw, with a number for the {@code %d} or {@code %02x} in its message. */
  ReadFailure failure(int offset, String format, int number) {
    return failure.about(offset, format, number, null);
  }

  /** The failure to throw, with an opcode for the {@code %s} in its message. */
  ReadFailure failure(int offset, String format, Opcode opcode) {
    return failure.about(offset, format, 0, opcode);
  }

  /** Whether a byte between here and an end can be an opcode. */
  boolean holds(Opcode opcode, int end) {
    for (int i = at; i < end; i++) {
      if ((bytes[i] & 0xff) == opcode.code()) {
        return true;
      }
    }
    return false;
  }

  /** Another reader of the bytes from here to an end. */
  AmlReader from(int end) {
    return new AmlReader(bytes, at, end);
  }

  int position() {
    return at;
  }

  void moveTo(int position) {
    at = position;
  }

  int limit() {
    return limit;
  }

  void setLimit(int limit) {
    this.limit = limit;
  }

  /**
   * Limits what is read to the list that a package ends with.
   *
   * @throws ReadFailure where the package ends before its list begins
   */
  void beginList(int end) {
    if (at > end) {
      throw failure(end, "the package ends in the middle of a term");
    }
    limit = end;
  }

  boolean hasMore() {
    return at < limit;
  }

  /** The next byte, or -1 at the limit. */
  int peek() {
    return at < limit ? bytes[at] & 0xff : -1;
  }

  /** The byte behind the next, or -1 at the limit. */
  int peekSecond() {
    return at + 1 < limit ? bytes[at + 1] & 0xff : -1;
  }

  int readByte() {
    if (at >= limit) {
      throw failure(at, "the package ends in the middle of a term");
    }
    return bytes[at++] & 0xff;
  }

  /** The byte that was read last. */
  int last() {
    return bytes[at - 1] & 0xff;
  }

  int readWord() {
    require(2);
    int value = (bytes[at] & 0xff) | ((bytes[at + 1] & 0xff) << 8);
    at += 2;
    return value;
  }

  int readDword() {
    require(4);
    at += 4;
    return dword(at - 4);
  }

  long readQword() {
    long low = readDword() & 0xffffffffL;
    return low | ((long) readDword() << 32);
  }

  void skip(int count) {
    require(count);
    at += count;
  }

  private void require(int count) {
    if (limit - at < count) {
      throw failure(at, "the package ends in the middle of a term");
    }
  }

  /** The bytes from {@code from} to {@code to}, not copied. */
  ByteList window(int from, int to) {
    return ByteList.window(bytes, from, to - from);
  }

  /** The bytes up to the limit, which are read by that. */
  ByteList rest() {
    ByteList rest = window(at, limit);
    at = limit;
    return rest;
  }

  /** A string and the zero byte that ends it. */
  String readString() {
    int from = at;
    skipString();
    return new String(bytes, from, at - 1 - from, StandardCharsets.ISO_8859_1);
  }

  void skipString() {
    int end = at;
    while (end < limit && bytes[end] != 0) {
      end++;
    }
    if (end == limit) {
      throw failure(at, "the string is not ended");
    }
    at = end + 1;
  }

  /**
   * Reads an opcode.
   *
   * @throws ReadFailure where the bytes are none
   */
  Opcode readOpcode() {
    int start = at;
    int first = readByte();
    Opcode opcode =
        first == Opcode.EXT_OP_PREFIX ? Opcode.extended(readByte()) : Opcode.plain(first);
    if (opcode == Opcode.LNOT_OP && at < limit) {
      Opcode negated = Opcode.negated(bytes[at] & 0xff);
      if (negated != null) {
        at++;
        return negated;
      }
    }
    if (opcode == null) {
      throw first == Opcode.EXT_OP_PREFIX
          ? failure(start, "0x5b 0x%02x is no opcode", last())
          : failure(start, "0x%02x is no opcode", first);
    }
    return opcode;
  }

  /** Whether a byte can begin a NameString that is not NullName. */
  static boolean beginsName(int b) {
    return b == Opcode.ROOT_CHAR
        || b == Opcode.PARENT_PREFIX_CHAR
        || b == Opcode.DUAL_NAME_PREFIX
        || b == Opcode.MULTI_NAME_PREFIX
        || NameSeg.isLead(b);
  }

  /**
   * Reads the length of a package and returns where the package ends; {@link #width} tells how it
   * was encoded.
   */
  int readPackageEnd() {
    int start = at;
    int value = readLength();
    if (value < at - start) {
      throw failure(start, "PkgLength %d is less than its own length", value);
    }
    if (value > limit - start) {
      throw failure(start, "PkgLength %d goes beyond what is around it", value);
    }
    int used = at - start;
    width = PkgLengthWidth.of(used, PkgLengthWidth.SHORTEST.bytesForPackage(value - used));
    return start + value;
  }

  /** Reads the length of a field, in bits; {@link #width} tells how it was encoded. */
  int readBits() {
    int start = at;
    int value = readLength();
    width = PkgLengthWidth.of(at - start, PkgLengthWidth.SHORTEST.bytesFor(value));
    return value;
  }

  /** How the last length was encoded. */
  PkgLengthWidth width() {
    return width;
  }

  private int readLength() {
    int start = at;
    int lead = readByte();
    int more = lead >> 6;
    if (more == 0) {
      return lead;
    }
    if ((lead & 0x30) != 0) {
      throw failure(start, "PkgLength uses reserved bits");
    }
    int value = lead & 0xf;
    for (int i = 0; i < more; i++) {
      value |= readByte() << (4 + 8 * i);
    }
    return value;
  }

  NameSeg readNameSeg() {
    return new NameSeg(readSegment());
  }

  /** A segment as four little-endian characters. */
  int readSegment() {
    int start = at;
    int packed = readDword();
    if (!NameSeg.isValid(packed)) {
      throw failure(start, "the name has characters that no name has");
    }
    return packed;
  }

  /**
   * How many segments the name has that begins here, behind backslash and carets; what is read next
   * are they.
   */
  int readSegmentCount() {
    int lead = peek();
    if (NameSeg.isLead(lead)) {
      return 1;
    }
    int start = at;
    at++;
    int count =
        switch (lead) {
          case 0 -> 0;
          case Opcode.DUAL_NAME_PREFIX -> 2;
          case Opcode.MULTI_NAME_PREFIX -> readByte();
          default -> throw failure(start, "no name where one is needed");
        };
    require(4 * count);
    return count;
  }

  void skipName() {
    boolean root = peek() == Opcode.ROOT_CHAR;
    if (root) {
      at++;
    }
    while (!root && peek() == Opcode.PARENT_PREFIX_CHAR) {
      at++;
    }
    for (int left = readSegmentCount(); left > 0; left--) {
      readSegment();
    }
  }

  /** Reads a name. Most are met many times, so that remembering them saves memory. */
  NameString readName() {
    int start = at;
    return NameSeg.isLead(peek()) ? readSegmentName(start) : readPath(start);
  }

  private NameString readSegmentName(int start) {
    int packed = readSegment();
    int slot = (packed * 0x9e3779b9) >>> 22;
    NameString name = names[slot];
    if (name == null
        || nameEnds[slot] - nameStarts[slot] != 4
        || dword(nameStarts[slot]) != packed) {
      name = NameString.of(new NameSeg(packed));
      remember(slot, start, name);
    }
    return name;
  }

  private void remember(int slot, int start, NameString name) {
    nameStarts[slot] = start;
    nameEnds[slot] = at;
    names[slot] = name;
  }

  private int dword(int from) {
    return (bytes[from] & 0xff)
        | ((bytes[from + 1] & 0xff) << 8)
        | ((bytes[from + 2] & 0xff) << 16)
        | (bytes[from + 3] << 24);
  }

  private NameString readPath(int start) {
    skipName();
    int hash = 0;
    for (int i = start; i < at; i++) {
      hash = 31 * hash + bytes[i];
    }
    int slot = (hash * 0x9e3779b9) >>> 22;
    NameString name = names[slot];
    if (name == null || !Arrays.equals(bytes, nameStarts[slot], nameEnds[slot], bytes, start, at)) {
      at = start;
      name = newName();
      remember(slot, start, name);
    }
    return name;
  }

  private NameString newName() {
    boolean root = peek() == Opcode.ROOT_CHAR;
    int parents = 0;
    if (root) {
      at++;
    }
    while (peek() == Opcode.PARENT_PREFIX_CHAR) {
      at++;
      parents++;
    }
    NameString.Form form =
        peek() == Opcode.MULTI_NAME_PREFIX ? NameString.Form.MULTI : NameString.Form.SHORTEST;
    int count = readSegmentCount();
    List<NameSeg> segments =
        switch (count) {
          case 0 -> List.of();
          case 1 -> List.of(readNameSeg());
          case 2 -> List.of(readNameSeg(), readNameSeg());
          default -> readSegments(count);
        };
    return new NameString(root, parents, segments, form);
  }

  private List<NameSeg> readSegments(int count) {
    NameSeg[] segments = new NameSeg[count];
    for (int i = 0; i < count; i++) {
      segments[i] = readNameSeg();
    }
    return List.of(segments);
  }
}
