package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.Flag;
import org.memslot.bios.acpi.layout.Item;
import org.memslot.bios.acpi.layout.Subtable;
import org.memslot.bios.acpi.layout.TableLayout;

/** Arm Error Source Table. */
public final class AestLayout {
  private static final int SECOND = 2;

  private static final Item INTERFACE_TYPE =
      u8(
          "Interface Type",
          value(0, "System register"),
          value(1, "Memory-mapped"),
          value(2, "Single record memory-mapped"));

  private static final Flag[] INTERFACE_FLAGS = {
    bit(0, "Shared Interface"),
    bit(1, "Clear MISCx Registers"),
    bit(2, "Error Node Device Valid"),
    bit(3, "Affinity Type"),
    bit(4, "Error group Address Valid"),
    bit(5, "Fault Injection Address Valid"),
    bit(7, "Interrupt Config Address valid")
  };

  private static Item[] interfaceBody(int bitmapWords) {
    return new Item[] {
      bitmap("Error Record Implemented", bitmapWords),
      bitmap("Error Status Reporting", bitmapWords),
      bitmap("Addressing Mode", bitmapWords),
      u32("Arm Error Node Device"),
      u32("Processor Affinity"),
      u64("Error Group Address"),
      u64("Fault Injection Address"),
      u64("Interrupt Config Address")
    };
  }

  private static Item bitmap(String name, int words) {
    return words == 1 ? u64(name) : bytes(name, words * Long.BYTES);
  }

  private static final Item INTERFACE =
      at(
          value("Node Interface Offset"),
          group(
              "Node Interface",
              INTERFACE_TYPE,
              when(
                  revision().below(SECOND),
                  reserved(3),
                  u32("Flags", INTERFACE_FLAGS[0], INTERFACE_FLAGS[1]),
                  u64("Address"),
                  u32("Error Record Index"),
                  u32("Error Record Count"),
                  u64("Error Record Implemented"),
                  u64("Error Status Reporting"),
                  u64("Addressing Mode")),
              when(
                  revision().atLeast(SECOND),
                  u8("Group Format", value(0, "4 KiB"), value(1, "16 KiB"), value(2, "64 KiB")),
                  reserved(2),
                  u32("Flags", INTERFACE_FLAGS),
                  u64("Address"),
                  u32("Error Record Index"),
                  u32("Error Record Count"),
                  when(value("Group Format").is(0), interfaceBody(1)),
                  when(value("Group Format").is(1), interfaceBody(4)),
                  when(value("Group Format").is(2), interfaceBody(14)))));

  private static final Item INTERRUPTS =
      at(
          value("Node Interrupt Array Offset"),
          repeat(
              "Node Interrupt",
              value("Node Interrupt Array Count"),
              u8("Interrupt Type", value(0, "Fault handling"), value(1, "Error recovery")),
              reserved(2),
              u8("Interrupt Flags", bit(0, "Level Triggered")),
              u32("Gsiv"),
              when(revision().below(SECOND), u8("IortId"), reserved(3)),
              when(revision().atLeast(SECOND), reserved(4))));

  private static Subtable node(int type, String title, Item... specific) {
    return subtable(
        type,
        title,
        reserved(1),
        u32("Node Specific Offset"),
        u32("Node Interface Offset"),
        u32("Node Interrupt Array Offset"),
        u32("Node Interrupt Array Count"),
        u64("Timestamp Rate"),
        reserved(8),
        u64("Error Injection Rate"),
        at(value("Node Specific Offset"), specific),
        INTERFACE,
        INTERRUPTS);
  }

  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
              "AEST",
              "Arm Error Source Table",
              "Arm DEN0085, ACPI for the Armv8 RAS Extensions 2.0, section 2",
              subtables(
                  head(u8("Subtable Type"), u16("Length")),
                  "Subtable Type",
                  node(
                      0,
                      "Processor Error Node",
                      u32("Processor ID"),
                      u8("Resource Type", value(0, "Cache"), value(1, "TLB"), value(2, "Generic")),
                      reserved(1),
                      u8("Flags", bit(0, "Global"), bit(1, "Shared")),
                      u8("Revision"),
                      u64("Processor Affinity Structure"),
                      when(value("Resource Type").is(0), u32("Cache Reference"), reserved(4)),
                      when(value("Resource Type").is(1), u32("TLB Level"), reserved(4)),
                      when(value("Resource Type").is(2), bytes("Resource", 4))),
                  node(1, "Memory Error Node", u32("Srat Proximity Domain")),
                  node(
                      2,
                      "SMMU Error Node",
                      u32("Iort Node Reference"),
                      u32("Subcomponent Reference")),
                  node(
                      3,
                      "Vendor-defined Error Node",
                      when(revision().below(SECOND), u32("ACPI HID")),
                      when(revision().atLeast(SECOND), u64("ACPI HID")),
                      u32("ACPI UID"),
                      bytes("Vendor Specific Data", 16)),
                  node(
                      4,
                      "GIC Error Node",
                      u32(
                          "GIC Interface Type",
                          value(0, "GIC CPU"),
                          value(1, "GIC Distributor"),
                          value(2, "GIC Redistributor"),
                          value(3, "GIC ITS")),
                      u32("Instance ID")),
                  node(5, "PCIE Error Node", u32("Iort Node Reference")),
                  node(6, "PROXY Error Node", u64("Proxy Node Address"))))
          .revisions(1, 2);

  private AestLayout() {}
}
