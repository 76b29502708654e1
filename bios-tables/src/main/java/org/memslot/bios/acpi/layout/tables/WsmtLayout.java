package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.TableLayout;

/** Windows SMM Security Mitigations Table. */
public final class WsmtLayout {
  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
              "WSMT",
              "Windows SMM Security Mitigations Table",
              "Microsoft, Windows SMM Security Mitigations Table, revision 1.0",
              u32(
                  "Protection Flags",
                  bit(0, "FIXED_COMM_BUFFERS"),
                  bit(1, "COMM_BUFFER_NESTED_PTR_PROTECTION"),
                  bit(2, "SYSTEM_RESOURCE_PROTECTION")))
          .revisions(1);

  private WsmtLayout() {}
}
