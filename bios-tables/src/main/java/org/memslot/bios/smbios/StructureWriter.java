package org.memslot.bios.smbios;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.memslot.bios.Bytes;

/** Collects the fields of one structure, and the strings that they refer to by number. */
final class StructureWriter {
  private final ByteArrayOutputStream fields = new ByteArrayOutputStream();
  private final List<String> strings = new ArrayList<>();

  private StructureWriter number(long value, int width) {
    for (int i = 0; i < width; i++) {
      fields.write((int) (value >>> (8 * i)));
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

  StructureWriter bytes(Bytes value) {
    fields.writeBytes(value.toArray());
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

  /** The structure: its head, the fields, the strings, and the zero byte after the last. */
  Bytes structure(int type, int handle) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(type);
    out.write(SmbiosStructure.HEAD_SIZE + fields.size());
    out.write(handle);
    out.write(handle >>> 8);
    out.writeBytes(fields.toByteArray());
    for (String text : strings) {
      out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
      out.write(0);
    }
    if (strings.isEmpty()) {
      out.write(0);
    }
    out.write(0);
    return Bytes.of(out.toByteArray());
  }
}
