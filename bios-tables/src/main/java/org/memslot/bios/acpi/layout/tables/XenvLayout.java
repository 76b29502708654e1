package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.TableLayout;

/** Xen Environment table. */
public final class XenvLayout {
  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
              "XENV",
              "Xen Environment table",
              "Xen, Xen Environment table specification",
              u64("Grant Table Address"),
              u64("Grant Table Size"),
              u32("Event Interrupt"),
              u8(
                  "Event Flags",
                  bit(0, "Trigger", value(0, "Level"), value(1, "Edge")),
                  bit(1, "Polarity", value(0, "Active high"), value(1, "Active low"))))
          .revisions(1);

  private XenvLayout() {}
}
