package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.TableLayout;

/** Arm Generic Diagnostic Dump and Reset Device Interface. */
public final class AgdiLayout {
  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
              "AGDI",
              "Arm Generic Diagnostic Dump and Reset Device Interface",
              "Arm DEN0093, section 3",
              u8("Flags", bits(0, 2, "Signalling mode", value(0, "SDEI"), value(1, "Interrupt"))),
              reserved(3),
              u32("SdeiEvent"),
              u32("Gsiv"))
          .revisions(0, 1);

  private AgdiLayout() {}
}
