package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.TableLayout;

/** Core System Resources Table. */
public final class CsrtLayout {
  /** The length of what the groups of a DMA controller share. */
  private static final int DMA_INFO = 28;

  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
          "CSRT",
          "Core System Resources Table",
          "Microsoft, Core System Resources Table (CSRT), revision 1.02",
          structures(
              "Resource Group",
              head(u32("Length")),
              value("Length"),
              u32("Vendor ID"),
              u32("Subvendor ID"),
              u16("Device ID"),
              u16("Subdevice ID"),
              u16("Revision"),
              reserved(2),
              u32("Shared Info Length"),
              when(
                  value("Shared Info Length").is(DMA_INFO),
                  group(
                      "Shared Info",
                      u16("Major Version"),
                      u16("Minor Version"),
                      u32("MMIO Base Address Low"),
                      u32("MMIO Base Address High"),
                      u32("GSI Interrupt"),
                      u8("Interrupt Polarity"),
                      u8("Interrupt Mode"),
                      u8("Num Channels"),
                      u8("DMA Address Width"),
                      u16("Base Request Line"),
                      u16("Num Handshake Signals"),
                      u32("Max Block Size"))),
              when(
                  value("Shared Info Length").isNot(DMA_INFO),
                  bytes("Shared Info", value("Shared Info Length"))),
              structures(
                  "Resource Descriptor",
                  head(u32("Length")),
                  value("Length"),
                  u16(
                      "Type",
                      value(1, "Interrupt"),
                      value(2, "Timer"),
                      value(3, "DMA"),
                      value(4, "Cache"),
                      value(0xfffe, "Other")),
                  u16("Subtype"),
                  u32("UID"),
                  rest("ResourceInfo"))));

  private CsrtLayout() {}
}
