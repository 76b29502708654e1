package org.memslot.bios.smbios;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.memslot.aml.ByteList;
import org.memslot.machine.AddressRange;

/** Collects the fields of one structure, and the strings that they refer to by number. */
final class StructureWriter {
  private static final int LENGTH_OFFSET = 1;

  /** Head and fields are at most 255 bytes; strings make it longer. */
  private byte[] content = new byte[256];

  private int length;
  private final List<String> strings = new ArrayList<>(2);

  StructureWriter(int type, int handle) {
    u8(type).u8(0).u16(handle);
  }

  private StructureWriter number(long value, int width) {
    for (int i = 0; i < width; i++) {
      content[length++] = (byte) (value >>> (8 * i));
    }
    return this;
  }

  StructureWriter u8(int value) {
    return number(value, 1);
  }

  StructureWriter u16(int value) {
    return number(value, 2);
  }

  StructureWriter u32(long value) {
    return number(value, 4);
  }

  StructureWriter u64(long value) {
    return number(value, 8);
  }

  /** A range as the short fields of a mapped address have it. */
  StructureWriter mapped(AddressRange range) {
    return u32(MappedAddress.first(range)).u32(MappedAddress.last(range));
  }

  /** The extended fields of a mapped address, 0 where the short ones say it. */
  StructureWriter extended(AddressRange range) {
    boolean needed = MappedAddress.needsBytes(range);
    return u64(needed ? range.first() : 0).u64(needed ? range.last() : 0);
  }

  StructureWriter bytes(ByteList value) {
    value.copy(0, content, length, value.length());
    length += value.length();
    return this;
  }

  /** A reference to a string, 0 for an empty one. */
  StructureWriter string(String text) {
    if (text.isEmpty()) {
      return u8(0);
    }
    strings.add(text);
    return u8(strings.size());
  }

  /** The structure: head, fields, strings, and the zero byte after the last. */
  byte[] structure() {
    content[LENGTH_OFFSET] = (byte) length;
    for (String text : strings) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      if (length + bytes.length + 2 > content.length) {
        content = Arrays.copyOf(content, 2 * (length + bytes.length + 2));
      }
      System.arraycopy(bytes, 0, content, length, bytes.length);
      length += bytes.length + 1;
    }
    return Arrays.copyOf(content, length + (strings.isEmpty() ? 2 : 1));
  }
}
