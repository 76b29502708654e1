package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.TableLayout;

/** Memory Power State Table. */
public final class MpstLayout {
  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
              "MPST",
              "Memory Power State Table",
              "ACPI 6.5, section 5.2.22",
              u8("Channel ID"),
              reserved(3),
              u16("Power Node Count"),
              reserved(2),
              repeat(
                  "Memory Power Node",
                  value("Power Node Count"),
                  u8(
                      "Flags",
                      bit(0, "Node Enabled"),
                      bit(1, "Power Managed"),
                      bit(2, "Hot Plug Capable")),
                  reserved(1),
                  u16("Node ID"),
                  u32("Length"),
                  u64("Range Address"),
                  u64("Range Length"),
                  u32("Num Power States"),
                  u32("Num Physical Components"),
                  repeat(
                      "Power State", value("Num Power States"), u8("Power State"), u8("InfoIndex")),
                  repeat(value("Num Physical Components"), u16("Component Id"))),
              u16("Characteristics Count"),
              reserved(2),
              repeat(
                  "Power State Characteristics",
                  value("Characteristics Count"),
                  u8("Structure ID", bits(0, 6, "Structure ID"), bits(6, 2, "Revision")),
                  u8(
                      "Flags",
                      bit(0, "Memory Preserved"),
                      bit(1, "Auto Entry"),
                      bit(2, "Auto Exit")),
                  reserved(2),
                  u32("Average Power"),
                  u32("Power Saving"),
                  u64("Exit Latency"),
                  reserved(8)))
          .revisions(1);

  private MpstLayout() {}
}
