package org.memslot.bios.acpi;

import org.memslot.aml.ByteList;
import org.memslot.bios.acpi.layout.TableView;

/**
 * A structure by which firmware tells the operating system of the platform: the root pointer, the
 * FACS, or a table with a description header.
 */
public sealed interface AcpiStructure permits AcpiTable, Facs, Rsdp {
  /** The four (root pointer: eight) characters it is known by. */
  String signature();

  /** Its bytes, length and checksums included. */
  ByteList encode();

  /** Its fields by name, as the layout of its {@linkplain TableKinds#STANDARD kind} has them. */
  default TableView view() {
    return AcpiTables.view(signature(), encode());
  }
}
