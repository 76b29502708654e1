package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.Amount;
import org.memslot.bios.acpi.layout.TableLayout;

/** CXL Early Discovery Table. */
public final class CedtLayout {
  /** Two to the power of n ways up to 16, then 3, 6 and 12. */
  private static final int THREE_WAYS = 8;

  private static final Amount WAYS = value("Interleave Members");

  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
              "CEDT",
              "CXL Early Discovery Table",
              "CXL 3.1, section 9.18.1",
              subtables(
                  head(u8("Subtable Type"), reserved(1), u16("Length")),
                  "Subtable Type",
                  subtable(
                      0,
                      "CXL Host Bridge Structure",
                      u32("Associated host bridge"),
                      u32("Specification version", value(0, "CXL 1.1"), value(1, "CXL 2.0")),
                      reserved(4),
                      u64("Register base"),
                      u64("Register length")),
                  subtable(
                      1,
                      "CXL Fixed Memory Window Structure",
                      reserved(4),
                      u64("Window base address"),
                      u64("Window size"),
                      u8("Interleave Members"),
                      u8("Interleave Arithmetic", value(0, "Modulo"), value(1, "XOR")),
                      reserved(2),
                      u32("Granularity"),
                      u16(
                          "Restrictions",
                          bit(0, "CXL Type 2 Memory"),
                          bit(1, "CXL Type 3 Memory"),
                          bit(2, "Volatile"),
                          bit(3, "Persistent"),
                          bit(4, "Fixed Device Configuration"),
                          bit(5, "Back-Invalidate")),
                      u16("QtgId"),
                      when(WAYS.below(THREE_WAYS), repeat(WAYS.powerOfTwo(), u32("Target"))),
                      when(
                          WAYS.atLeast(THREE_WAYS),
                          repeat(WAYS.minus(THREE_WAYS).powerOfTwo().times(3), u32("Target")))),
                  subtable(
                      2,
                      "CXL XOR Interleave Math Structure",
                      reserved(2),
                      u8("Interleave Granularity"),
                      u8("Xormap List Count"),
                      repeat(value("Xormap List Count"), u64("Xormap"))),
                  subtable(
                      3,
                      "CXL RCEC Downstream Port Association Structure",
                      u16("PCI Segment"),
                      u16(
                          "PCI BDF",
                          bits(0, 3, "Function"),
                          bits(3, 5, "Device"),
                          bits(8, 8, "Bus")),
                      u64("RCRB Base Address"),
                      u8("Protocol", value(0, "CXL.io"), value(1, "CXL.cachemem")),
                      reserved(3))))
          .revisions(1);

  private CedtLayout() {}
}
