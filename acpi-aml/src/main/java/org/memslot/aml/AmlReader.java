package org.memslot.aml;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A position in AML bytes, with a limit: what the innermost package leaves to be read. */
final class AmlReader {
  private static final int NAME_CACHE = 1024;

  private final byte[] bytes;
  private final @Nullable NameString[] names = new @Nullable NameString[NAME_CACHE];
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

  boolean hasMore() {
    return at < limit;
  }

  /** The next byte, or -1 at the limit. */
  int peek() {
    return at < limit ? bytes[at] & 0xff : -1;
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
    int low = readWord();
    return low | (readWord() << 16);
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

  void skipName() {
    if (NameSeg.isLead(peek())) {
      readSegment();
    } else {
      readName();
    }
  }

  NameString readName() {
    int first = peek();
    if (NameSeg.isLead(first)) {
      return readSegmentName();
    }
    boolean root = first == Opcode.ROOT_CHAR;
    int parents = 0;
    if (root) {
      at++;
    } else {
      while (peek() == Opcode.PARENT_PREFIX_CHAR) {
        at++;
        parents++;
      }
    }
    int start = at;
    int lead = peek();
    return switch (lead) {
      case 0 -> {
        at++;
        yield root
            ? NameString.ROOT
            : parents == 0 ? NameString.NULL : new NameString(false, parents, List.of());
      }
      case Opcode.DUAL_NAME_PREFIX -> {
        at++;
        yield new NameString(root, parents, List.of(readNameSeg(), readNameSeg()));
      }
      case Opcode.MULTI_NAME_PREFIX -> {
        at++;
        yield readMultiName(root, parents);
      }
      default -> {
        if (!NameSeg.isLead(lead)) {
          throw failure(start, "no name where one is needed");
        }
        yield new NameString(root, parents, List.of(readNameSeg()));
      }
    };
  }

  private NameString readMultiName(boolean root, int parents) {
    int count = readByte();
    require(4 * count);
    List<NameSeg> segments = count == 0 ? List.of() : new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      segments.add(readNameSeg());
    }
    return new NameString(root, parents, segments, NameString.Form.MULTI);
  }

  /** A name of one segment. Most are met many times, so that remembering them saves memory. */
  private NameString readSegmentName() {
    int packed = readSegment();
    int slot = (packed * 0x9e3779b9) >>> 22;
    NameString cached = names[slot];
    if (cached == null || cached.segments().getFirst().packed() != packed) {
      cached = NameString.of(new NameSeg(packed));
      names[slot] = cached;
    }
    return cached;
  }
}
