package org.memslot.bios.acpi;

import java.util.List;
import org.memslot.bios.Bytes;

/**
 * A structure by which firmware tells the operating system of the platform: the root pointer, the
 * FACS, or a table with a description header.
 */
public sealed interface AcpiStructure permits AcpiTable, Facs, Rsdp {
  /** The four (root pointer: eight) characters it is known by. */
  String signature();

  /** Its bytes, length and checksums included. */
  Bytes encode();

  /** Says its fields in order; a checksum is said as zero. */
  void describe(FieldWriter out);

  /** Its fields by name. */
  default List<Field> fields() {
    ListingFieldWriter out = new ListingFieldWriter();
    describe(out);
    return out.fields();
  }
}
