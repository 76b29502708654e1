package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.TableLayout;

/** Virtual I/O Translation table. */
public final class ViotLayout {
  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
              "VIOT",
              "Virtual I/O Translation table",
              "ACPI 6.5, section 5.2.32",
              u16("Node count"),
              u16("Node offset"),
              reserved(8),
              at(
                  value("Node offset"),
                  subtables(
                          head(u8("Type"), reserved(1), u16("Length")),
                          "Type",
                          subtable(
                              1,
                              "PCI Range",
                              u32("Endpoint start"),
                              u16("PCI Segment start"),
                              u16("PCI Segment end"),
                              u16("PCI BDF start"),
                              u16("PCI BDF end"),
                              u16("Output node"),
                              reserved(6)),
                          subtable(
                              2,
                              "MMIO Endpoint",
                              u32("Endpoint"),
                              u64("Base address"),
                              u16("Output node"),
                              reserved(6)),
                          subtable(
                              3,
                              "VirtIO-PCI IOMMU",
                              u16("PCI Segment"),
                              u16("PCI BDF number"),
                              reserved(8)),
                          subtable(4, "VirtIO-MMIO IOMMU", reserved(4), u64("Base address")))
                      .counted(value("Node count"))))
          .revisions(0);

  private ViotLayout() {}
}
