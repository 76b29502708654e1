package org.memslot.bios.acpi.layout;

/** A part of a decoded table: a field, or fields under a title. */
public sealed interface ViewNode permits FieldView, GroupView {
  /** Returns the offset of its first byte from the start of the table. */
  int offset();

  /** Returns its bytes. */
  int length();
}
