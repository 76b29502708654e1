package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.Item;
import org.memslot.bios.acpi.layout.Subtable;
import org.memslot.bios.acpi.layout.TableLayout;

/** I/O Remapping Table. */
public final class IortLayout {
  private static final Item[] MEMORY_PROPERTIES = {
    u32("Cache Coherency", value(0, "Not coherent"), value(1, "Fully coherent")),
    u8(
        "Hints",
        bit(0, "Transient"),
        bit(1, "Write Allocate"),
        bit(2, "Read Allocate"),
        bit(3, "Override")),
    reserved(2),
    u8(
        "Memory Flags",
        bit(0, "Coherency"),
        bit(1, "Device Attribute"),
        bit(2, "Ensured Coherency of Accesses"))
  };

  private static final Item MAPPINGS =
      at(
          value("Mapping Offset"),
          repeat(
              "ID Mapping",
              value("Mapping Count"),
              u32("Input base"),
              u32("ID Count"),
              u32("Output Base"),
              u32("Output Reference"),
              u32("Flags", bit(0, "Single Mapping"))));

  private static Item interrupts(String name, String field) {
    return at(
        value(name + " Interrupt Offset"),
        value(name + " Interrupt Count").times(8),
        repeat(value(name + " Interrupt Count"), u64(field)));
  }

  private static Subtable node(int type, String title, Item... items) {
    return subtable(type, title, join(items, MAPPINGS));
  }

  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
              "IORT",
              "I/O Remapping Table",
              "Arm DEN0049, I/O Remapping Table E.f, section 3",
              u32("Node Count"),
              u32("Node Offset"),
              reserved(4),
              at(
                  value("Node Offset"),
                  subtables(
                          head(
                              u8("Type"),
                              u16("Length"),
                              u8("Revision"),
                              u32("Identifier"),
                              u32("Mapping Count"),
                              u32("Mapping Offset")),
                          "Type",
                          node(
                              0,
                              "ITS Group",
                              u32("ItsCount"),
                              repeat(value("ItsCount"), u32("Identifiers"))),
                          node(
                              1,
                              "Named Component",
                              join(
                                  join(
                                      new Item[] {
                                        u32(
                                            "Node Flags",
                                            bit(0, "Stall supported"),
                                            bits(1, 5, "Substream width"))
                                      },
                                      MEMORY_PROPERTIES),
                                  u8("Memory Size Limit"),
                                  string("Device Name"))),
                          node(
                              2,
                              "PCI Root Complex",
                              join(
                                  MEMORY_PROPERTIES,
                                  u32(
                                      "ATS Attribute",
                                      bit(0, "ATS supported"),
                                      bit(1, "PRI supported"),
                                      bit(2, "PASID forwarding supported")),
                                  u32("PCI Segment Number"),
                                  ifPresent(
                                      u8("Memory Size Limit"),
                                      ifPresent(
                                          u16("PASID Capabilities", bits(0, 5, "Max PASID Width")),
                                          reserved(1),
                                          ifPresent(
                                              when(
                                                  value("Revision").atLeast(4),
                                                  u32("Flags", bit(0, "PASID support")))))))),
                          node(
                              3,
                              "SMMUv1 or SMMUv2",
                              u64("Base Address"),
                              u64("Span"),
                              u32(
                                  "Model",
                                  value(0, "Generic SMMUv1"),
                                  value(1, "Generic SMMUv2"),
                                  value(2, "Arm CoreLink MMU-400"),
                                  value(3, "Arm CoreLink MMU-500"),
                                  value(4, "Arm CoreLink MMU-401"),
                                  value(5, "Cavium ThunderX SMMUv2")),
                              u32("Flags", bit(0, "DVM Supported"), bit(1, "Coherent Walk")),
                              u32("Global Interrupt Offset"),
                              u32("Context Interrupt Count"),
                              u32("Context Interrupt Offset"),
                              u32("PMU Interrupt Count"),
                              u32("PMU Interrupt Offset"),
                              at(
                                  value("Global Interrupt Offset"),
                                  u32("NSgIrpt"),
                                  u32("NSgIrpt Flags", bit(0, "Edge Triggered")),
                                  u32("NSgCfgIrpt"),
                                  u32("NSgCfgIrpt Flags", bit(0, "Edge Triggered"))),
                              interrupts("Context", "Context Interrupt"),
                              interrupts("PMU", "PMU Interrupt")),
                          node(
                              4,
                              "SMMUv3",
                              u64("Base Address"),
                              u32(
                                  "Flags",
                                  bit(0, "COHACC Override"),
                                  bits(1, 2, "HTTU Override"),
                                  bit(3, "Proximity Domain Valid"),
                                  bit(4, "DeviceID Valid")),
                              reserved(4),
                              u64("VATOS Address"),
                              u32(
                                  "Model",
                                  value(0, "Generic SMMUv3"),
                                  value(1, "HiSilicon Hi161x SMMUv3"),
                                  value(2, "Cavium CN99xx SMMUv3")),
                              u32("Event GSIV"),
                              u32("PRI GSIV"),
                              u32("GERR GSIV"),
                              u32("Sync GSIV"),
                              ifPresent(
                                  u32("Proximity Domain"),
                                  ifPresent(u32("Device ID Mapping Index")))),
                          node(
                              5,
                              "PMCG",
                              u64("Page 0 Base Address"),
                              u32("Overflow Interrupt GSIV"),
                              u32("Node Reference"),
                              ifPresent(u64("Page 1 Base Address"))),
                          node(
                              6,
                              "RMR",
                              u32(
                                  "Flags",
                                  bit(0, "Remapping Permitted"),
                                  bit(1, "Access Privileged"),
                                  bits(
                                      2,
                                      8,
                                      "Access Attributes",
                                      value(0, "Device-nGnRnE"),
                                      value(1, "Device-nGnRE"),
                                      value(2, "Device-nGRE"),
                                      value(3, "Device-GRE"),
                                      value(4, "Normal Non-cacheable"),
                                      value(5, "Normal Inner and Outer Write-back"))),
                              u32("Number of RMR Descriptors"),
                              u32("RMR Descriptor Offset"),
                              at(
                                  value("RMR Descriptor Offset"),
                                  repeat(
                                      "RMR Descriptor",
                                      value("Number of RMR Descriptors"),
                                      u64("Base Address of RMR"),
                                      u64("Length of RMR"),
                                      reserved(4)))),
                          node(
                              7,
                              "IWB",
                              u64("Config Frame base"),
                              u16("IWB Index"),
                              string("IWB Device Name")))
                      .counted(value("Node Count"))))
          .revisions(0, 1, 2, 3, 4, 5, 6, 7);

  private IortLayout() {}
}
