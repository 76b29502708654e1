package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.TableLayout;

/** SoundWire File Table. */
public final class SwftLayout {
  private static final int FILE_HEADER = 12;

  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
          "SWFT",
          "SoundWire File Table",
          "MIPI, Discovery and Configuration Specification for SoundWire Device Class, SWFT",
          toEnd(
              "File",
              u16("File Vendor ID"),
              u32("File ID"),
              u16("File Version"),
              u32("File Length"),
              bytes("File Data", value("File Length").minus(FILE_HEADER))));

  private SwftLayout() {}
}
