package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.FieldLayout;
import org.memslot.bios.acpi.layout.TableLayout;

/** NVDIMM Firmware Interface Table. */
public final class NfitLayout {
  private static final FieldLayout DEVICE_HANDLE =
      u32(
          "Device Handle",
          bits(0, 4, "DIMM Number"),
          bits(4, 4, "Channel Number"),
          bits(8, 4, "Memory Controller ID"),
          bits(12, 4, "Socket ID"),
          bits(16, 12, "Node Controller ID"));

  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
              "NFIT",
              "NVDIMM Firmware Interface Table",
              "ACPI 6.5, section 5.2.26",
              reserved(4),
              subtables(
                  head(u16("Subtable Type"), u16("Length")),
                  "Subtable Type",
                  subtable(
                      0,
                      "System Physical Address Range",
                      u16("Range Index"),
                      u16(
                          "Flags",
                          bit(0, "Add/Online Operation Only"),
                          bit(1, "Proximity Domain Valid"),
                          bit(2, "Location Cookie Valid")),
                      reserved(4),
                      u32("Proximity Domain"),
                      guid("Region Type GUID"),
                      u64("Address Range Base"),
                      u64("Address Range Length"),
                      u64("Memory Map Attribute"),
                      ifPresent(u64("Location Cookie"))),
                  subtable(
                      1,
                      "Memory Range Map",
                      DEVICE_HANDLE,
                      u16("Physical Id"),
                      u16("Region Id"),
                      u16("Range Index"),
                      u16("Control Region Index"),
                      u64("Region Size"),
                      u64("Region Offset"),
                      u64("Address Region Base"),
                      u16("Interleave Index"),
                      u16("Interleave Ways"),
                      u16(
                          "Flags",
                          bit(0, "Save to device failed"),
                          bit(1, "Restore from device failed"),
                          bit(2, "Platform flush failed"),
                          bit(3, "Device not armed"),
                          bit(4, "Health events observed"),
                          bit(5, "Health events enabled"),
                          bit(6, "Mapping failed")),
                      reserved(2)),
                  subtable(
                      2,
                      "Interleave Info",
                      u16("Interleave Index"),
                      reserved(2),
                      u32("Line Count"),
                      u32("Line Size"),
                      repeat(value("Line Count"), u32("Line Offset"))),
                  subtable(3, "SMBIOS Information", reserved(4), rest("SMBIOS Table Entries")),
                  subtable(
                      4,
                      "NVDIMM Control Region",
                      u16("Region Index"),
                      u16("Vendor Id"),
                      u16("Device Id"),
                      u16("Revision Id"),
                      u16("Subsystem Vendor Id"),
                      u16("Subsystem Device Id"),
                      u16("Subsystem Revision Id"),
                      u8("Valid Fields", bit(0, "Manufacturing Location and Date")),
                      u8("Manufacturing Location"),
                      u16("Manufacturing Date"),
                      reserved(2),
                      u32("Serial Number"),
                      u16("Code"),
                      u16("Window Count"),
                      when(
                          value("Window Count").isNot(0),
                          u64("Window Size"),
                          u64("Command Offset"),
                          u64("Command Size"),
                          u64("Status Offset"),
                          u64("Status Size"),
                          u16("Flags", bit(0, "Windows buffered")),
                          reserved(6)),
                      when(
                          value("Window Count").is(0),
                          ifPresent(
                              u64("Window Size"),
                              u64("Command Offset"),
                              u64("Command Size"),
                              u64("Status Offset"),
                              u64("Status Size"),
                              u16("Flags", bit(0, "Windows buffered")),
                              reserved(6)))),
                  subtable(
                      5,
                      "NVDIMM Block Data Window Region",
                      u16("Region Index"),
                      u16("Window Count"),
                      u64("Offset"),
                      u64("Size"),
                      u64("Capacity"),
                      u64("Start Address")),
                  subtable(
                      6,
                      "Flush Hint Address",
                      DEVICE_HANDLE,
                      u16("Hint Count"),
                      reserved(6),
                      repeat(value("Hint Count"), u64("Hint Address"))),
                  subtable(
                      7,
                      "Platform Capabilities",
                      u8("Highest Capability"),
                      reserved(3),
                      u32(
                          "Capabilities",
                          bit(0, "Cache Flush to NVDIMM"),
                          bit(1, "Memory Flush to NVDIMM"),
                          bit(2, "Memory Mirroring")),
                      reserved(4))))
          .revisions(1);

  private NfitLayout() {}
}
