package org.memslot.bios.acpi;

import org.memslot.bios.Bytes;

/**
 * Receives the fields of a structure one after the other, as they stand in memory, little-endian
 * and without gaps. One description of a table thus gives both its bytes and its listing; the field
 * names are the specification's.
 */
public interface FieldWriter {
  /** One byte. */
  void u8(String name, int value);

  /** Two bytes. */
  void u16(String name, int value);

  /** Four bytes; the low 32 bits of {@code value}. */
  void u32(String name, long value);

  /** Eight bytes. */
  void u64(String name, long value);

  /** Text of one byte a character, as long as the field. */
  void text(String name, String value);

  /** Bytes that have no fields of their own. */
  void bytes(String name, Bytes value);

  /** {@code length} zero bytes without meaning. */
  void reserved(int length);

  /** Begins a part of the structure; takes no bytes. */
  void part(String title);
}
