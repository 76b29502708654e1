package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.Flag;
import org.memslot.bios.acpi.layout.TableLayout;

/** Component Resource Association Table. */
public final class CratLayout {
  private static final Flag ENABLED = bit(0, "Enabled");
  private static final Flag HOT_PLUGGABLE = bit(1, "Hot pluggable");

  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
          "CRAT",
          "Component Resource Association Table",
          "AMD, as in Linux, drivers/gpu/drm/amd/amdkfd/kfd_crat.h",
          u32("Total Entries"),
          u16("Number of Domains"),
          reserved(6),
          subtables(
              head(u8("Subtable Type"), u8("Length"), reserved(2)),
              "Subtable Type",
              subtable(
                  0,
                  "Compute Unit Affinity",
                  u32(
                      "Flags",
                      ENABLED,
                      HOT_PLUGGABLE,
                      bit(2, "CPU present"),
                      bit(3, "GPU present"),
                      bit(4, "IOMMU present")),
                  u32("Proximity Domain"),
                  u32("Processor ID Low"),
                  u16("CPU Cores"),
                  u16("SIMD Count"),
                  u16("Max Waves per SIMD"),
                  u16("IO Count"),
                  u16("HSA Capability"),
                  u16("LDS Size (KiB)"),
                  u8("Wavefront Size"),
                  u8("Number of Banks"),
                  u16("Microengine ID"),
                  u8("Array Count"),
                  u8("CUs per Array"),
                  u8("SIMDs per CU"),
                  u8("Max Scratch Slots per CU"),
                  reserved(4)),
              subtable(
                  1,
                  "Memory Affinity",
                  u32("Flags", ENABLED, HOT_PLUGGABLE, bit(2, "Non-volatile")),
                  u32("Proximity Domain"),
                  u32("Base Address Low"),
                  u32("Base Address High"),
                  u32("Length Low"),
                  u32("Length High"),
                  u32("Width"),
                  u8("Visibility Type"),
                  reserved(7)),
              subtable(
                  2,
                  "Cache Affinity",
                  u32(
                      "Flags",
                      ENABLED,
                      bit(1, "Data cache"),
                      bit(2, "Instruction cache"),
                      bit(3, "CPU cache"),
                      bit(4, "SIMD cache")),
                  u32("Processor ID Low"),
                  bytes("Sibling Map", 32),
                  u32("Cache Size (KiB)"),
                  u8("Cache Level"),
                  u8("Lines per Tag"),
                  u16("Cache Line Size"),
                  u8("Associativity"),
                  u8("Cache Properties"),
                  u16("Cache Latency"),
                  reserved(8)),
              subtable(
                  3,
                  "TLB Affinity",
                  u32(
                      "Flags",
                      ENABLED,
                      bit(1, "Data TLB"),
                      bit(2, "Instruction TLB"),
                      bit(3, "CPU TLB"),
                      bit(4, "SIMD TLB")),
                  u32("Processor ID Low"),
                  bytes("Sibling Map", 32),
                  u32("TLB Level"),
                  u8("Data TLB Associativity 2 MiB"),
                  u8("Data TLB Size 2 MiB"),
                  u8("Instruction TLB Associativity 2 MiB"),
                  u8("Instruction TLB Size 2 MiB"),
                  u8("Data TLB Associativity 4 KiB"),
                  u8("Data TLB Size 4 KiB"),
                  u8("Instruction TLB Associativity 4 KiB"),
                  u8("Instruction TLB Size 4 KiB"),
                  u8("Data TLB Associativity 1 GiB"),
                  u8("Data TLB Size 1 GiB"),
                  u8("Instruction TLB Associativity 1 GiB"),
                  u8("Instruction TLB Size 1 GiB"),
                  reserved(4)),
              subtable(
                  4,
                  "FPU Affinity",
                  u32("Flags", ENABLED),
                  u32("Processor ID Low"),
                  bytes("Sibling Map", 32),
                  u32("FPU Size"),
                  reserved(16)),
              subtable(
                  5,
                  "I/O Link Affinity",
                  u32(
                      "Flags",
                      ENABLED,
                      bit(1, "Non-coherent"),
                      bit(2, "No 32-bit atomics"),
                      bit(3, "No 64-bit atomics"),
                      bit(4, "No peer-to-peer DMA"),
                      bit(31, "Bidirectional")),
                  u32("Proximity Domain From"),
                  u32("Proximity Domain To"),
                  u8(
                      "I/O Interface Type",
                      value(0, "Undefined"),
                      value(1, "HyperTransport"),
                      value(2, "PCI Express"),
                      value(3, "AMBA"),
                      value(4, "MIPI"),
                      value(5, "QPI"),
                      value(8, "RapidIO"),
                      value(9, "InfiniBand"),
                      value(11, "XGMI"),
                      value(12, "XGOP"),
                      value(13, "GZ"),
                      value(14, "Ethernet RDMA"),
                      value(15, "RDMA, other"),
                      value(16, "Other")),
                  u8("Version Major"),
                  u16("Version Minor"),
                  u32("Minimum Latency"),
                  u32("Maximum Latency"),
                  u32("Minimum Bandwidth"),
                  u32("Maximum Bandwidth"),
                  u32("Recommended Transfer Size"),
                  reserved(23),
                  u8("XGMI Weight"))));

  private CratLayout() {}
}
