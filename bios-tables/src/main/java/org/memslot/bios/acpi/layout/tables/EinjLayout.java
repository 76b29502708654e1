package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.TableLayout;

/** Error Injection table. */
public final class EinjLayout {
  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
              "EINJ",
              "Error Injection table",
              "ACPI 6.5, section 18.6.1",
              u32("Injection Header Length"),
              u8("Flags"),
              reserved(3),
              u32("Injection Entry Count"),
              repeat(
                  "Instruction Entry",
                  value("Injection Entry Count"),
                  u8(
                      "Action",
                      value(0, "Begin Operation"),
                      value(1, "Get Trigger Table"),
                      value(2, "Set Error Type"),
                      value(3, "Get Error Type"),
                      value(4, "End Operation"),
                      value(5, "Execute Operation"),
                      value(6, "Check Busy Status"),
                      value(7, "Get Command Status"),
                      value(8, "Set Error Type With Address"),
                      value(9, "Get Execute Timings"),
                      value(0x10, "EINJv2 Set Error Type"),
                      value(0x11, "EINJv2 Get Error Type"),
                      value(0xff, "Trigger Error")),
                  u8(
                      "Instruction",
                      value(0, "Read Register"),
                      value(1, "Read Register Value"),
                      value(2, "Write Register"),
                      value(3, "Write Register Value"),
                      value(4, "Noop")),
                  u8("Flags", bit(0, "Preserve Register Bits")),
                  reserved(1),
                  genericAddress("Register Region"),
                  u64("Value"),
                  u64("Mask")))
          .revisions(1, 2);

  private EinjLayout() {}
}
