package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.Subtable;
import org.memslot.bios.acpi.layout.TableLayout;

/** I/O Virtualization Table of LoongArch. */
public final class IovtLayout {
  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
          "IOVT",
          "I/O Virtualization Table",
          "Loongson, I/O Virtualization Table (LoongArch)",
          u16("IOMMU Count"),
          u16("IOMMU Offset"),
          reserved(8),
          at(
              value("IOMMU Offset"),
              subtables(
                      head(u16("Subtable Type"), u16("Length")),
                      "Subtable Type",
                      subtable(
                          0,
                          "IOMMUv1",
                          u32(
                              "Flags",
                              bit(0, "PCI Device"),
                              bit(1, "Proximity Domain Valid"),
                              bit(2, "Manageable Devices Range"),
                              bit(3, "HW Capability Supported"),
                              bit(4, "MSI Interrupt Address")),
                          u16("PCI Segment Number"),
                          u16("Physical Address Width"),
                          u16("Virtual Address Width"),
                          u16("Max Page Level"),
                          u64("Page Size Supported"),
                          u32("IOMMU DeviceID"),
                          u64("IOMMU Base Address"),
                          u32("IOMMU Register Size"),
                          u8("Interrupt Type"),
                          reserved(3),
                          u32("Global System Interrupt"),
                          u32("Proximity Domain"),
                          u32("Max Device Num"),
                          u32("Number of Device Entries"),
                          u32("Offset of Device Entries"),
                          at(
                              value("Offset of Device Entries"),
                              subtables(
                                      head(u8("Subtable Type"), u8("Length")),
                                      "Subtable Type",
                                      entry(0, "A single PCI device"),
                                      entry(1, "Start of range"),
                                      entry(2, "End of range"))
                                  .counted(value("Number of Device Entries")))))
                  .counted(value("IOMMU Count"))));

  private static Subtable entry(int type, String title) {
    return subtable(type, title, u8("Flags"), reserved(3), u16("DeviceID"));
  }

  private IovtLayout() {}
}
