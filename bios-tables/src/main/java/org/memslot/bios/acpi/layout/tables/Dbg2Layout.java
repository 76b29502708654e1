package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.TableLayout;

/** Debug Port Table 2. */
public final class Dbg2Layout {
  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
              "DBG2",
              "Debug Port Table 2",
              "Microsoft, Debug Port Table 2, revision 1.5",
              u32("Info Offset"),
              u32("Info Count"),
              at(
                  value("Info Offset"),
                  structures(
                          "Debug Device Information",
                          head(u8("Revision"), u16("Length")),
                          value("Length"),
                          u8("Register Count"),
                          u16("Namepath Length"),
                          u16("Namepath Offset"),
                          u16("OEM Data Length"),
                          u16("OEM Data Offset"),
                          u16(
                              "Port Type",
                              value(0x8000, "Serial"),
                              value(0x8001, "1394"),
                              value(0x8002, "USB"),
                              value(0x8003, "Net")),
                          u16("Port Subtype"),
                          reserved(2),
                          u16("Base Address Offset"),
                          u16("Address Size Offset"),
                          at(
                              value("Base Address Offset"),
                              value("Register Count").times(12),
                              repeat(
                                  value("Register Count"),
                                  genericAddress("Base Address Register"))),
                          at(
                              value("Address Size Offset"),
                              value("Register Count").times(4),
                              repeat(value("Register Count"), u32("Address Size"))),
                          at(
                              value("Namepath Offset"),
                              value("Namepath Length"),
                              string("Namepath", value("Namepath Length"))),
                          at(
                              value("OEM Data Offset"),
                              value("OEM Data Length"),
                              bytes("OEM Data", value("OEM Data Length"))))
                      .counted(value("Info Count"))))
          .revisions(0);

  private Dbg2Layout() {}
}
