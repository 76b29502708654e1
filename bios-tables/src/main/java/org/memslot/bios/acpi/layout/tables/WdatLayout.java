package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.TableLayout;

/** Watchdog Action Table. */
public final class WdatLayout {
  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
              "WDAT",
              "Watchdog Action Table",
              "Microsoft, Hardware Watchdog Timers Design Specification 1.0, section 2",
              u32("Header Length"),
              u16("PCI Segment"),
              u8("PCI Bus"),
              u8("PCI Device"),
              u8("PCI Function"),
              reserved(3),
              u32("Timer Period"),
              u32("Max Count"),
              u32("Min Count"),
              u8("Flags", bit(0, "Enabled"), bit(7, "Stopped When Asleep")),
              reserved(3),
              u32("Watchdog Entry Count"),
              repeat(
                  "Instruction Entry",
                  value("Watchdog Entry Count"),
                  u8(
                      "Watchdog Action",
                      value(1, "Reset"),
                      value(4, "Query current countdown period"),
                      value(5, "Query countdown period"),
                      value(6, "Set countdown period"),
                      value(8, "Query running state"),
                      value(9, "Set running state"),
                      value(0xa, "Query stopped state"),
                      value(0xb, "Set stopped state"),
                      value(0x10, "Query reboot"),
                      value(0x11, "Set reboot"),
                      value(0x12, "Query shutdown"),
                      value(0x13, "Set shutdown"),
                      value(0x20, "Query watchdog status"),
                      value(0x21, "Set watchdog status")),
                  u8(
                      "Instruction",
                      bits(
                          0,
                          7,
                          "Operation",
                          value(0, "Read value"),
                          value(1, "Read countdown"),
                          value(2, "Write value"),
                          value(3, "Write countdown")),
                      bit(7, "Preserve register")),
                  reserved(2),
                  genericAddress("Register Region"),
                  u32("Value"),
                  u32("Register Mask")))
          .revisions(1);

  private WdatLayout() {}
}
