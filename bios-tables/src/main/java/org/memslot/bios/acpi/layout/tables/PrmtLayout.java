package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.TableLayout;

/** Platform Runtime Mechanism Table. */
public final class PrmtLayout {
  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
          "PRMT",
          "Platform Runtime Mechanism Table",
          "Platform Runtime Mechanism Specification 1.0, section 4.1",
          guid("Platform GUID"),
          u32("Module info offset"),
          u32("Module info count"),
          at(
              value("Module info offset"),
              structures(
                      "Module Information",
                      head(u16("Revision"), u16("Length")),
                      value("Length"),
                      guid("Module GUID"),
                      u16("Major Revision"),
                      u16("Minor Revision"),
                      u16("Handler Info Count"),
                      u32("Handler Info Offset"),
                      u64("Mmio List pointer"),
                      at(
                          value("Handler Info Offset"),
                          structures(
                                  "Handler Information",
                                  head(u16("Revision"), u16("Length")),
                                  value("Length"),
                                  guid("Handler GUID"),
                                  u64("Handler address"),
                                  u64("Static Data Address"),
                                  u64("ACPI Parameter Address"))
                              .counted(value("Handler Info Count"))))
                  .counted(value("Module info count"))));

  private PrmtLayout() {}
}
