package org.memslot.bios.acpi;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.memslot.bios.Bytes;

/** Collects fields as named values. */
final class ListingFieldWriter implements FieldWriter {
  private final List<Field> fields = new ArrayList<>();
  private int offset;

  private void field(String name, int length, String value) {
    fields.add(new Field(offset, length, name, value));
    offset += length;
  }

  @Override
  public void u8(String name, int value) {
    field(name, 1, "%02X".formatted(value));
  }

  @Override
  public void u16(String name, int value) {
    field(name, 2, "%04X".formatted(value));
  }

  @Override
  public void u32(String name, long value) {
    field(name, 4, "%08X".formatted(value));
  }

  @Override
  public void u64(String name, long value) {
    field(name, 8, "%016X".formatted(value));
  }

  @Override
  public void text(String name, String value) {
    String shown =
        value
            .chars()
            .mapToObj(c -> c >= ' ' && c < 0x7f ? Character.toString(c) : "\\x%02X".formatted(c))
            .collect(Collectors.joining("", "\"", "\""));
    field(name, value.length(), shown);
  }

  @Override
  public void bytes(String name, Bytes value) {
    if (value.length() > 0) {
      field(name, value.length(), value.toString());
    }
  }

  @Override
  public void reserved(int length) {
    offset += length;
  }

  @Override
  public void part(String title) {
    fields.add(new Field(offset, 0, title, ""));
  }

  List<Field> fields() {
    return List.copyOf(fields);
  }
}
