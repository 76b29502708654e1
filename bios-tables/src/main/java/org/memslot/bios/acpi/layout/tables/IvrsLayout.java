package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.Amount;
import org.memslot.bios.acpi.layout.FieldLayout;
import org.memslot.bios.acpi.layout.Item;
import org.memslot.bios.acpi.layout.Subtable;
import org.memslot.bios.acpi.layout.TableLayout;

/** I/O Virtualization Reporting Structure. */
public final class IvrsLayout {
  private static final FieldLayout DATA_SETTING =
      u8(
          "Data Setting",
          bit(0, "INIT Pass"),
          bit(1, "EInt Pass"),
          bit(2, "NMI Pass"),
          bits(4, 2, "System MGMT"),
          bit(6, "LINT0 Pass"),
          bit(7, "LINT1 Pass"));

  private static final FieldLayout HARDWARE_FLAGS =
      u8(
          "Flags",
          bit(0, "HtTunEn"),
          bit(1, "PassPW"),
          bit(2, "ResPassPW"),
          bit(3, "Isoc Control"),
          bit(4, "Iotlb Support"),
          bit(5, "Coherent"),
          bit(6, "Prefetch Support"),
          bit(7, "PPR Support"));

  private static final FieldLayout MEMORY_FLAGS =
      u8(
          "Flags",
          bit(0, "Unity"),
          bit(1, "Readable"),
          bit(2, "Writeable"),
          bit(3, "Exclusion Range"));

  /** The upper half of a type: 1 and 4 for hardware, 2 for memory. */
  private static final Amount CLASS = value("Subtable Type").bits(4, 4);

  private static final FieldLayout VIRTUALIZATION_INFO =
      u16("Virtualization Info", bits(0, 5, "MSI Number"), bits(8, 5, "Unit ID"));

  private static final Item ENTRIES =
      subtablesWithoutLength(
          head(u8("Entry Type"), u16("Device ID"), DATA_SETTING),
          "Entry Type",
          subtable(0, "Device Entry: Padding"),
          subtable(1, "Device Entry: Select All Devices"),
          subtable(2, "Device Entry: Select One Device"),
          subtable(3, "Device Entry: Start of Range"),
          subtable(4, "Device Entry: End of Range"),
          subtableRange(5, 63, "Device Entry: Reserved, 4 bytes"),
          subtable(64, "Device Entry: Padding", reserved(4)),
          subtable(66, "Device Entry: Alias Select", alias()),
          subtable(67, "Device Entry: Alias Start of Range", alias()),
          subtable(70, "Device Entry: Extended Select", extended()),
          subtable(71, "Device Entry: Extended Start of Range", extended()),
          subtable(
              72,
              "Device Entry: Special Device",
              u8("Handle"),
              u16("Source Used Device ID"),
              u8("Variety", value(1, "I/O APIC"), value(2, "HPET"))),
          subtableRange(65, 127, "Device Entry: Reserved, 8 bytes", reserved(4)),
          subtable(
              240,
              "Device Entry: ACPI HID Named Device",
              text("ACPI HID", 8),
              text("ACPI CID", 8),
              u8("UID Format", value(0, "None"), value(1, "Integer"), value(2, "String")),
              u8("UID Length"),
              when(value("UID Length").is(Long.BYTES), when(value("UID Format").is(1), u64("UID"))),
              when(
                  value("UID Length").isNot(Long.BYTES),
                  when(value("UID Format").is(1), bytes("UID", value("UID Length")))),
              when(value("UID Format").is(2), text("UID", value("UID Length"))),
              when(value("UID Format").atLeast(3), bytes("UID", value("UID Length")))));

  private static Item[] alias() {
    return new Item[] {reserved(1), u16("Source Used Device ID"), reserved(1)};
  }

  private static Item extended() {
    return u32("Extended Data", bit(31, "ATS Disabled"));
  }

  private static Subtable hardware(int type, String title) {
    return subtable(
        type,
        title,
        u16("Capability Offset"),
        u64("Base Address"),
        u16("PCI Segment Group"),
        VIRTUALIZATION_INFO,
        u32(
            "Attributes",
            bits(13, 4, "Performance Counters"),
            bits(17, 6, "Performance Counter Banks"),
            bits(23, 5, "MSI Number for PPR"),
            bit(28, "HATDis")),
        u64("EFR Image"),
        reserved(8),
        ENTRIES);
  }

  private static Subtable memory(int type, String title) {
    return subtable(
        type,
        title,
        u16("Auxiliary Data"),
        reserved(8),
        u64("Start Address"),
        u64("Memory Length"));
  }

  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
              "IVRS",
              "I/O Virtualization Reporting Structure",
              "AMD I/O Virtualization Technology (IOMMU) Specification 3.08, section 5.2",
              u32(
                  "Virtualization Info",
                  bit(0, "EFRSup"),
                  bit(1, "DMA Remap Support"),
                  bits(5, 3, "GVA Size"),
                  bits(8, 7, "PA Size"),
                  bits(15, 7, "VA Size"),
                  bit(22, "HtAtsResv")),
              reserved(8),
              subtables(
                  head(
                      u8("Subtable Type"),
                      when(CLASS.is(1), HARDWARE_FLAGS),
                      when(CLASS.is(2), MEMORY_FLAGS),
                      when(CLASS.is(4), HARDWARE_FLAGS),
                      when(CLASS.is(0), u8("Flags")),
                      when(CLASS.is(3), u8("Flags")),
                      when(CLASS.atLeast(5), u8("Flags")),
                      u16("Length"),
                      u16("DeviceId")),
                  "Subtable Type",
                  subtable(
                      0x10,
                      "Hardware Definition Block (IVHD)",
                      u16("Capability Offset"),
                      u64("Base Address"),
                      u16("PCI Segment Group"),
                      VIRTUALIZATION_INFO,
                      u32("Feature Reporting"),
                      ENTRIES),
                  hardware(0x11, "Hardware Definition Block (IVHD)"),
                  hardware(0x40, "Hardware Definition Block - Mixed Format (IVHD)"),
                  memory(0x20, "Memory Definition Block (IVMD), all devices"),
                  memory(0x21, "Memory Definition Block (IVMD), one device"),
                  memory(0x22, "Memory Definition Block (IVMD), range of devices")))
          .revisions(1, 2);

  private IvrsLayout() {}
}
