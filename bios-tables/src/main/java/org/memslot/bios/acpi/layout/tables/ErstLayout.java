package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.TableLayout;

/** Error Record Serialization Table. */
public final class ErstLayout {
  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
              "ERST",
              "Error Record Serialization Table",
              "ACPI 6.5, section 18.5.1",
              u32("Serialization Header Length"),
              reserved(4),
              u32("Instruction Entry Count"),
              repeat(
                  "Instruction Entry",
                  value("Instruction Entry Count"),
                  u8(
                      "Action",
                      value(0, "Begin Write Operation"),
                      value(1, "Begin Read Operation"),
                      value(2, "Begin Clear Operation"),
                      value(3, "End Operation"),
                      value(4, "Set Record Offset"),
                      value(5, "Execute Operation"),
                      value(6, "Check Busy Status"),
                      value(7, "Get Command Status"),
                      value(8, "Get Record Identifier"),
                      value(9, "Set Record Identifier"),
                      value(10, "Get Record Count"),
                      value(11, "Begin Dummy Write"),
                      value(13, "Get Error Address Range"),
                      value(14, "Get Error Address Length"),
                      value(15, "Get Error Attributes"),
                      value(16, "Execute Timings")),
                  u8(
                      "Instruction",
                      value(0, "Read Register"),
                      value(1, "Read Register Value"),
                      value(2, "Write Register"),
                      value(3, "Write Register Value"),
                      value(4, "Noop"),
                      value(5, "Load Var1"),
                      value(6, "Load Var2"),
                      value(7, "Store Var1"),
                      value(8, "Add"),
                      value(9, "Subtract"),
                      value(10, "Add Value"),
                      value(11, "Subtract Value"),
                      value(12, "Stall"),
                      value(13, "Stall While True"),
                      value(14, "Skip Next If True"),
                      value(15, "GoTo"),
                      value(16, "Set Source Address"),
                      value(17, "Set Destination Address"),
                      value(18, "Move Data")),
                  u8("Flags", bit(0, "Preserve Register Bits")),
                  reserved(1),
                  genericAddress("Register Region"),
                  u64("Value"),
                  u64("Mask")))
          .revisions(1);

  private ErstLayout() {}
}
