package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.Item;
import org.memslot.bios.acpi.layout.TableLayout;

/** Memory System Resource Partitioning and Monitoring table. */
public final class MpamLayout {
  private static final Item[] LOCATOR = {
    when(value("Locator type").is(0), u64("Cache reference"), reserved(4)),
    when(value("Locator type").is(1), u64("Proximity domain"), reserved(4)),
    when(value("Locator type").is(2), u64("SMMU Interface"), reserved(4)),
    when(value("Locator type").is(3), bytes("Reserved", 7), u8("Level"), u32("Reference")),
    when(value("Locator type").is(4), u64("ACPI Hardware ID"), u32("ACPI Unique ID")),
    when(value("Locator type").is(5), u64("Interconnect descriptor table offset"), reserved(4)),
    when(value("Locator type").atLeast(6), u64("Descriptor1"), u32("Descriptor2"))
  };

  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
          "MPAM",
          "Memory System Resource Partitioning and Monitoring table",
          "Arm DEN0065, ACPI for Memory System Resource Partitioning and Monitoring 2.0, section 2",
          structures(
              "MSC Node",
              head(u16("Length")),
              value("Length"),
              u8("Interface type", value(0, "MMIO"), value(0xa, "PCC")),
              reserved(1),
              u32("Identifier"),
              u64("Base address"),
              u32("MMIO size"),
              u32("Overflow interrupt"),
              interruptFlags("Overflow interrupt flags"),
              reserved(4),
              u32("Overflow interrupt affinity"),
              u32("Error interrupt"),
              interruptFlags("Error interrupt flags"),
              reserved(4),
              u32("Error interrupt affinity"),
              u32("MAX_NRDY_USEC"),
              text("Hardware ID of linked device", 8),
              u32("Instance ID of linked device"),
              u32("Number of resource nodes"),
              repeat(
                  "Resource Node",
                  value("Number of resource nodes"),
                  join(
                      join(
                          new Item[] {
                            u32("Resource Identifier"),
                            u8("RIS Index"),
                            reserved(2),
                            u8(
                                "Locator type",
                                value(0, "Processor cache"),
                                value(1, "Memory"),
                                value(2, "SMMU"),
                                value(3, "Memory-side cache"),
                                value(4, "ACPI device"),
                                value(5, "Interconnect"),
                                value(0xff, "Unknown"))
                          },
                          LOCATOR),
                      u32("Number of functional dependencies"),
                      repeat(
                          "Functional Dependency",
                          value("Number of functional dependencies"),
                          u32("Producer"),
                          reserved(4)))),
              rest("Interconnect Descriptors and Padding")));

  private static Item interruptFlags(String name) {
    return u32(
        name,
        bit(0, "Interrupt mode", value(0, "Level"), value(1, "Edge")),
        bits(1, 2, "Interrupt type", value(0, "Wired")),
        bit(3, "Affinity type", value(0, "Processor"), value(1, "Processor container")),
        bit(4, "Affinity valid"));
  }

  private MpamLayout() {}
}
