package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.Detail;
import org.memslot.bios.acpi.layout.FieldLayout;
import org.memslot.bios.acpi.layout.Flag;
import org.memslot.bios.acpi.layout.TableLayout;

/** Generic Timer Description Table. */
public final class GtdtLayout {
  private static FieldLayout flags(String name, Flag... more) {
    Detail[] details = new Detail[more.length + 2];
    details[0] = bit(0, "Trigger Mode", value(0, "Level"), value(1, "Edge"));
    details[1] = bit(1, "Polarity", value(0, "Active high"), value(1, "Active low"));
    System.arraycopy(more, 0, details, 2, more.length);
    return u32(name, details);
  }

  private static final Flag ALWAYS_ON = bit(2, "Always On");

  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
              "GTDT",
              "Generic Timer Description Table",
              "ACPI 6.5, section 5.2.25",
              u64("Counter Block Address"),
              reserved(4),
              u32("Secure EL1 Interrupt"),
              flags("EL1 Flags", ALWAYS_ON),
              u32("Non-Secure EL1 Interrupt"),
              flags("NEL1 Flags", ALWAYS_ON),
              u32("Virtual Timer Interrupt"),
              flags("VT Flags", ALWAYS_ON),
              u32("Non-Secure EL2 Interrupt"),
              flags("NEL2 Flags", ALWAYS_ON),
              u64("Counter Read Block Address"),
              u32("Platform Timer Count"),
              u32("Platform Timer Offset"),
              when(
                  revision().atLeast(3),
                  u32("Virtual EL2 Timer GSIV"),
                  flags("Virtual EL2 Timer Flags", ALWAYS_ON)),
              at(
                  value("Platform Timer Offset"),
                  subtables(
                          head(u8("Subtable Type"), u16("Length")),
                          "Subtable Type",
                          subtable(
                              0,
                              "Generic Timer Block",
                              reserved(1),
                              u64("Block Address"),
                              u32("Timer Count"),
                              u32("Timer Offset"),
                              at(
                                  value("Timer Offset"),
                                  repeat(
                                      "Timer",
                                      value("Timer Count"),
                                      u8("Frame Number"),
                                      reserved(3),
                                      u64("Base Address"),
                                      u64("EL0 Base Address"),
                                      u32("Timer Interrupt"),
                                      flags("Timer Flags"),
                                      u32("Virtual Timer Interrupt"),
                                      flags("Virtual Timer Flags"),
                                      u32("Common Flags", bit(0, "Secure"), bit(1, "Always On"))))),
                          subtable(
                              1,
                              "Generic Watchdog Timer",
                              reserved(1),
                              u64("Refresh Frame Address"),
                              u64("Control Frame Address"),
                              u32("Timer Interrupt"),
                              flags("Timer Flags", bit(2, "Security"))))
                      .counted(value("Platform Timer Count"))))
          .revisions(1, 2, 3);

  private GtdtLayout() {}
}
