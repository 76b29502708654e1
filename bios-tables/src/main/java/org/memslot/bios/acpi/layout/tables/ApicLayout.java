package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.FieldLayout;
import org.memslot.bios.acpi.layout.Flag;
import org.memslot.bios.acpi.layout.TableLayout;

/** Multiple APIC Description Table. */
public final class ApicLayout {
  private static final Flag ENABLED = bit(0, "Enabled");

  private static final Flag ONLINE_CAPABLE = bit(1, "Online Capable");

  private static final FieldLayout INTERRUPT_FLAGS =
      u16(
          "Flags",
          bits(
              0,
              2,
              "Polarity",
              value(0, "Conforms to the bus"),
              value(1, "Active high"),
              value(3, "Active low")),
          bits(
              2,
              2,
              "Trigger Mode",
              value(0, "Conforms to the bus"),
              value(1, "Edge-triggered"),
              value(3, "Level-triggered")));

  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
              "APIC",
              "Multiple APIC Description Table (MADT)",
              "ACPI 6.5, section 5.2.12",
              u32("Local Apic Address"),
              u32("Flags", bit(0, "PCAT_COMPAT")),
              subtables(
                  head(u8("Subtable Type"), u8("Length")),
                  "Subtable Type",
                  subtable(
                      0,
                      "Processor Local APIC",
                      u8("Processor ID"),
                      u8("Local Apic ID"),
                      u32("Flags", ENABLED, ONLINE_CAPABLE)),
                  subtable(
                      1,
                      "I/O APIC",
                      u8("I/O Apic ID"),
                      reserved(1),
                      u32("Address"),
                      u32("Interrupt")),
                  subtable(
                      2,
                      "Interrupt Source Override",
                      u8("Bus", value(0, "ISA")),
                      u8("Source"),
                      u32("Interrupt"),
                      INTERRUPT_FLAGS),
                  subtable(3, "NMI Source", INTERRUPT_FLAGS, u32("Interrupt")),
                  subtable(
                      4,
                      "Local APIC NMI",
                      u8("Processor ID", value(0xff, "All processors")),
                      INTERRUPT_FLAGS,
                      u8("Interrupt Input LINT")),
                  subtable(5, "Local APIC Address Override", reserved(2), u64("APIC Address")),
                  subtable(
                      6,
                      "I/O SAPIC",
                      u8("I/O Sapic ID"),
                      reserved(1),
                      u32("Interrupt Base"),
                      u64("Address")),
                  subtable(
                      7,
                      "Local SAPIC",
                      u8("Processor ID"),
                      u8("Local Sapic ID"),
                      u8("Local Sapic EID"),
                      reserved(3),
                      u32("Flags", ENABLED, ONLINE_CAPABLE),
                      ifPresent(u32("Processor UID"), string("Processor UID String"))),
                  subtable(
                      8,
                      "Platform Interrupt Sources",
                      INTERRUPT_FLAGS,
                      u8(
                          "Interrupt Type",
                          value(1, "PMI"),
                          value(2, "INIT"),
                          value(3, "Corrected Platform Error Interrupt")),
                      u8("Processor ID"),
                      u8("Processor EID"),
                      u8("I/O Sapic Vector"),
                      u32("Interrupt"),
                      u32("Platform Interrupt Source Flags", bit(0, "CPEI Processor Override"))),
                  subtable(
                      9,
                      "Processor Local x2APIC",
                      reserved(2),
                      u32("Processor x2Apic ID"),
                      u32("Flags", ENABLED, ONLINE_CAPABLE),
                      u32("Processor UID")),
                  subtable(
                      10,
                      "Local x2APIC NMI",
                      INTERRUPT_FLAGS,
                      u32("Processor UID", value(0xffff_ffffL, "All processors")),
                      u8("Interrupt Input LINT"),
                      reserved(3)),
                  subtable(
                      11,
                      "GIC CPU Interface (GICC)",
                      reserved(2),
                      u32("CPU Interface Number"),
                      u32("Processor UID"),
                      u32(
                          "Flags",
                          ENABLED,
                          bit(1, "Performance Interrupt Mode"),
                          bit(2, "VGIC Maintenance Interrupt Mode"),
                          bit(3, "Online Capable")),
                      u32("Parking Protocol Version"),
                      u32("Performance Interrupt"),
                      u64("Parked Address"),
                      u64("Base Address"),
                      ifPresent(
                          u64("Virtual GIC Base Address"),
                          u64("Hypervisor GIC Base Address"),
                          u32("Virtual GIC Interrupt"),
                          u64("Redistributor Base Address"),
                          u64("ARM MPIDR"),
                          ifPresent(
                              u8("Efficiency Class"),
                              reserved(1),
                              u16("SPE Overflow Interrupt"),
                              ifPresent(u16("TRBE Interrupt"))))),
                  subtable(
                      12,
                      "GIC Distributor (GICD)",
                      reserved(2),
                      u32("Local GIC Hardware ID"),
                      u64("Base Address"),
                      u32("Interrupt Base"),
                      u8(
                          "Version",
                          value(0, "Discover from the hardware"),
                          value(1, "GICv1"),
                          value(2, "GICv2"),
                          value(3, "GICv3"),
                          value(4, "GICv4")),
                      reserved(3)),
                  subtable(
                      13,
                      "GIC MSI Frame",
                      reserved(2),
                      u32("MSI Frame ID"),
                      u64("Base Address"),
                      u32("Flags", bit(0, "SPI Count/Base Select")),
                      u16("SPI Count"),
                      u16("SPI Base")),
                  subtable(
                      14,
                      "GIC Redistributor (GICR)",
                      reserved(2),
                      u64("Base Address"),
                      u32("Range Length")),
                  subtable(
                      15,
                      "GIC Interrupt Translation Service (ITS)",
                      reserved(2),
                      u32("Translation ID"),
                      u64("Base Address"),
                      reserved(4)),
                  subtable(
                      16,
                      "Multiprocessor Wakeup",
                      u16("Mailbox Version"),
                      reserved(4),
                      u64("Mailbox Address"),
                      ifPresent(u64("Reset Vector"))),
                  subtable(
                      17,
                      "Core Programmable Interrupt Controller",
                      u8("Version"),
                      u32("Processor ID"),
                      u32("Core ID"),
                      u32("Flags", ENABLED)),
                  subtable(
                      18,
                      "Legacy I/O Programmable Interrupt Controller",
                      u8("Version"),
                      u64("Base Address"),
                      u16("Size"),
                      u16("Cascade Vector"),
                      u64("Cascade Vector Mapping")),
                  subtable(
                      19,
                      "HyperTransport Programmable Interrupt Controller",
                      u8("Version"),
                      u64("Base Address"),
                      u16("Size"),
                      u64("Cascade Vector")),
                  subtable(
                      20,
                      "Extend I/O Programmable Interrupt Controller",
                      u8("Version"),
                      u8("Cascade Vector"),
                      u8("Node"),
                      u64("Node Map")),
                  subtable(
                      21,
                      "MSI Programmable Interrupt Controller",
                      u8("Version"),
                      u64("Message Address"),
                      u32("Start"),
                      u32("Count")),
                  subtable(
                      22,
                      "Bridge I/O Programmable Interrupt Controller",
                      u8("Version"),
                      u64("Base Address"),
                      u16("Size"),
                      u16("Hardware ID"),
                      u16("GSI Base")),
                  subtable(
                      23,
                      "Low Pin Count Programmable Interrupt Controller",
                      u8("Version"),
                      u64("Base Address"),
                      u16("Size"),
                      u8("Cascade Vector")),
                  subtable(
                      24,
                      "RISC-V Hart-Level Interrupt Controller (RINTC)",
                      u8("Version"),
                      reserved(1),
                      u32("Flags", ENABLED, ONLINE_CAPABLE),
                      u64("Hart ID"),
                      u32("Processor UID"),
                      u32("External Interrupt Controller ID"),
                      u64("IMSIC Base Address"),
                      u32("IMSIC Size")),
                  subtable(
                      25,
                      "RISC-V Incoming MSI Controller (IMSIC)",
                      u8("Version"),
                      reserved(1),
                      u32("Flags"),
                      u16("Supervisor Mode Interrupt Identities"),
                      u16("Guest Mode Interrupt Identities"),
                      u8("Guest Index Bits"),
                      u8("Hart Index Bits"),
                      u8("Group Index Bits"),
                      u8("Group Index Shift")),
                  subtable(
                      26,
                      "RISC-V Advanced Platform-Level Interrupt Controller (APLIC)",
                      u8("Version"),
                      u8("APLIC ID"),
                      u32("Flags"),
                      u64("Hardware ID"),
                      u16("Interrupt Delivery Controllers"),
                      u16("External Interrupt Sources"),
                      u32("GSI Base"),
                      u64("Base Address"),
                      u32("Size")),
                  subtable(
                      27,
                      "RISC-V Platform-Level Interrupt Controller (PLIC)",
                      u8("Version"),
                      u8("PLIC ID"),
                      u64("Hardware ID"),
                      u16("External Interrupt Sources"),
                      u16("Max Priority"),
                      u32("Flags"),
                      u32("Size"),
                      u64("Base Address"),
                      u32("GSI Base")),
                  subtableRange(0x80, 0xff, "OEM data", rest("OEM Data"))))
          .revisions(1, 2, 3, 4, 5, 6, 7);

  private ApicLayout() {}
}
