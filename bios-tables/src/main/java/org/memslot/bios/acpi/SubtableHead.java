package org.memslot.bios.acpi;

/** The type and length bytes that entries of MADT, SRAT and others begin with. */
record SubtableHead(int type, TableReader body) {
  /**
   * Reads the head of the next entry; {@code in} goes on after the entry.
   *
   * @throws org.memslot.bios.FirmwareDataException if the length is below 2 or passes the end
   */
  static SubtableHead read(TableReader in) {
    int type = in.u8("Subtable Type");
    int length = in.u8("Length");
    if (length < 2) {
      throw in.wrong(1, "Length %d of an entry, must be at least 2".formatted(length));
    }
    return new SubtableHead(type, in.part("entry of type " + type, length - 2));
  }

  static void write(TableWriter out, int type, int length) {
    out.u8(type);
    out.u8(length);
  }
}
