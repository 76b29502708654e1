package org.memslot.bios.acpi;

import java.nio.charset.StandardCharsets;
import org.memslot.aml.ByteList;
import org.memslot.bios.FirmwareDataException;

/**
 * Takes the fields of a structure from its bytes, numbers little-endian. Each method that takes
 * bytes throws {@link FirmwareDataException} with field and offset if there are too few.
 */
public final class TableReader {
  private final String structure;
  private final ByteList content;
  private final int start;
  private final int end;
  private int position;

  private TableReader(String structure, ByteList content, int start, int end) {
    this.structure = structure;
    this.content = content;
    this.start = start;
    this.position = start;
    this.end = end;
  }

  /** Reads all of {@code content}. */
  TableReader(String structure, ByteList content) {
    this(structure, content, 0, content.length());
  }

  int position() {
    return position;
  }

  /** The number of bytes that are left. */
  public int remaining() {
    return end - position;
  }

  /** Whether bytes are left. */
  public boolean hasMore() {
    return position < end;
  }

  private int take(String name, int length) {
    if (length > remaining()) {
      throw new FirmwareDataException(
          structure,
          position,
          "%s needs %d bytes, %d are left".formatted(name, length, remaining()));
    }
    int first = position;
    position += length;
    return first;
  }

  private long number(String name, int width) {
    int first = take(name, width);
    long value = 0;
    for (int i = width - 1; i >= 0; i--) {
      value = value << 8 | content.get(first + i);
    }
    return value;
  }

  /** The next byte. */
  public int u8(String name) {
    return (int) number(name, 1);
  }

  /** The number in the next two bytes. */
  public int u16(String name) {
    return (int) number(name, 2);
  }

  /** The number in the next four bytes. */
  public long u32(String name) {
    return number(name, 4);
  }

  /** The number in the next eight bytes, unsigned. */
  public long u64(String name) {
    return number(name, 8);
  }

  /** The next {@code length} bytes as text, one byte a character. */
  public String text(String name, int length) {
    int first = take(name, length);
    return new String(content.slice(first, length).toArray(), StandardCharsets.ISO_8859_1);
  }

  /** The next {@code length} bytes. */
  public ByteList bytes(String name, int length) {
    return content.slice(take(name, length), length);
  }

  /** All bytes that are left. */
  public ByteList rest() {
    return bytes("rest", remaining());
  }

  /** Passes over the next {@code length} bytes. */
  public void skip(String name, int length) {
    take(name, length);
  }

  /** A reader of the next {@code length} bytes, which this one skips. */
  public TableReader part(String name, int length) {
    int first = take(name, length);
    return new TableReader(structure, content, first, first + length);
  }

  /**
   * A reader of no bytes if {@code length} is 0, else of as many that begin {@code offset} bytes
   * after this one's first; this one stays where it is.
   */
  TableReader inside(String name, int offset, int length) {
    if (length == 0) {
      return new TableReader(structure, content, position, position);
    }
    if (length > end - start - offset) {
      throw new FirmwareDataException(
          structure,
          position,
          "%s of %d bytes at offset 0x%x ends outside".formatted(name, length, offset));
    }
    return new TableReader(structure, content, start + offset, start + offset + length);
  }

  /**
   * The error that what was read last is wrong.
   *
   * @param back how many bytes before the present position it stands
   */
  public FirmwareDataException wrong(int back, String problem) {
    return new FirmwareDataException(structure, position - back, problem);
  }
}
