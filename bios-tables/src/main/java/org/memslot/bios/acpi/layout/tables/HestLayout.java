package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.FieldLayout;
import org.memslot.bios.acpi.layout.Item;
import org.memslot.bios.acpi.layout.Subtable;
import org.memslot.bios.acpi.layout.TableLayout;

/** Hardware Error Source Table. */
public final class HestLayout {
  private static final FieldLayout FLAGS =
      u8("Flags", bit(0, "Firmware First"), bit(1, "Global"), bit(2, "GHES Assist"));

  private static final Item[] SOURCE = {
    reserved(2), FLAGS, u8("Enabled"), u32("Records To Preallocate"), u32("Max Sections Per Record")
  };

  private static final Item NOTIFY =
      group(
          "Notify",
          u8(
              "Notify Type",
              value(0, "Polled"),
              value(1, "External Interrupt"),
              value(2, "Local Interrupt"),
              value(3, "SCI"),
              value(4, "NMI"),
              value(5, "CMCI"),
              value(6, "MCE"),
              value(7, "GPIO-Signal"),
              value(8, "ARMv8 SEA"),
              value(9, "ARMv8 SEI"),
              value(10, "External Interrupt - GSIV"),
              value(11, "Software Delegated Exception"),
              value(12, "Supervisor Software Events")),
          u8("Notify Length"),
          u16(
              "Configuration Write Enable",
              bit(0, "Type"),
              bit(1, "Poll Interval"),
              bit(2, "Switch To Polling Threshold Value"),
              bit(3, "Switch To Polling Threshold Window"),
              bit(4, "Error Threshold Value"),
              bit(5, "Error Threshold Window")),
          u32("PollInterval"),
          u32("Vector"),
          u32("Polling Threshold Value"),
          u32("Polling Threshold Window"),
          u32("Error Threshold Value"),
          u32("Error Threshold Window"));

  private static final Item BANKS =
      repeat(
          "Error Bank",
          value("Num Hardware Banks"),
          u8("Bank Number"),
          u8("Clear Status On Init", value(0, "Clear"), value(1, "Keep")),
          u8(
              "Status Format",
              value(0, "IA-32 MCA"),
              value(1, "Intel 64 MCA"),
              value(2, "AMD64 MCA")),
          reserved(1),
          u32("Control Register"),
          u64("Control Data"),
          u32("Status Register"),
          u32("Address Register"),
          u32("Misc Register"));

  private static final Item[] AER =
      join(
          SOURCE,
          u32("Bus", bits(0, 8, "Bus"), bits(8, 16, "Segment")),
          u16("Device"),
          u16("Function"),
          u16("DeviceControl"),
          reserved(2),
          u32("Uncorrectable Mask"),
          u32("Uncorrectable Severity"),
          u32("Correctable Mask"),
          u32("Advanced Capabilities"));

  private static final Item[] GENERIC = {
    u16("Related Source Id", value(0xffff, "None")),
    reserved(1),
    u8("Enabled"),
    u32("Records To Preallocate"),
    u32("Max Sections Per Record"),
    u32("Max Raw Data Length"),
    genericAddress("Error Status Address"),
    NOTIFY,
    u32("Error Status Block Length")
  };

  private static Subtable machineCheck(int type, String title) {
    return subtable(
        type, title, join(SOURCE, NOTIFY, u8("Num Hardware Banks"), reserved(3), BANKS));
  }

  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
              "HEST",
              "Hardware Error Source Table",
              "ACPI 6.5, section 18.3.2",
              u32("Error Source Count"),
              subtablesWithoutLength(
                      head(u16("Subtable Type"), u16("Source Id")),
                      "Subtable Type",
                      subtable(
                          0,
                          "IA-32 Machine Check Exception",
                          join(
                              SOURCE,
                              u64("Global Capability Data"),
                              u64("Global Control Data"),
                              u8("Num Hardware Banks"),
                              reserved(7),
                              BANKS)),
                      machineCheck(1, "IA-32 Corrected Machine Check"),
                      subtable(
                          2,
                          "IA-32 Non-Maskable Interrupt",
                          reserved(4),
                          u32("Records To Preallocate"),
                          u32("Max Sections Per Record"),
                          u32("Max Raw Data Length")),
                      subtable(
                          6, "PCI Express Root Port AER", join(AER, u32("Root Error Command"))),
                      subtable(7, "PCI Express Device AER", AER),
                      subtable(
                          8,
                          "PCI Express/PCI-X Bridge AER",
                          join(
                              AER,
                              u32("2nd Uncorrectable Mask"),
                              u32("2nd Uncorrectable Severity"),
                              u32("2nd Advanced Capabilities"))),
                      subtable(9, "Generic Hardware Error Source", GENERIC),
                      subtable(
                          10,
                          "Generic Hardware Error Source, version 2",
                          join(
                              GENERIC,
                              genericAddress("Read Ack Register"),
                              u64("Read Ack Preserve"),
                              u64("Read Ack Write"))),
                      machineCheck(11, "IA-32 Deferred Machine Check"))
                  .counted(value("Error Source Count")))
          .revisions(1, 2);

  private HestLayout() {}
}
