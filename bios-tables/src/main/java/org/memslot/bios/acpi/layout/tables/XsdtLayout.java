package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.TableLayout;

/** Extended System Description Table. */
public final class XsdtLayout {
  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
              "XSDT",
              "Extended System Description Table",
              "ACPI 6.5, section 5.2.8",
              toEnd(u64("ACPI Table Address")))
          .revisions(1);

  private XsdtLayout() {}
}
