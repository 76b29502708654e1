package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.TableLayout;

/** Platform Debug Trigger Table. */
public final class PdttLayout {
  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
              "PDTT",
              "Platform Debug Trigger Table",
              "ACPI 6.5, section 5.2.29",
              u8("Trigger Count"),
              reserved(3),
              u32("Array Offset"),
              at(
                  value("Array Offset"),
                  repeat(
                      "Trigger",
                      value("Trigger Count"),
                      u8("Subchannel Id"),
                      u8(
                          "Flags",
                          bit(0, "Runtime Trigger"),
                          bit(1, "Wait for Completion"),
                          bit(2, "Trigger Order")))))
          .revisions(0, 1);

  private PdttLayout() {}
}
