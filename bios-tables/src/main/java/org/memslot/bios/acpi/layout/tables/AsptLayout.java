package org.memslot.bios.acpi.layout.tables;

import static org.memslot.bios.acpi.layout.Layouts.*;

import org.memslot.bios.acpi.layout.TableLayout;

/** AMD Secure Processor Table. */
public final class AsptLayout {
  /** The layout. */
  public static final TableLayout LAYOUT =
      table(
          "ASPT",
          "AMD Secure Processor Table",
          "AMD 58028, Socket SP5/SP6 Platform ASPT Specification, revision 1",
          when(revision().isNot(1), rest("Content")),
          when(
              revision().is(1),
              u32("Number of Subtables"),
              subtables(
                  head(u16("Type"), u16("Length")),
                  "Type",
                  subtable(
                      0,
                      "ASPT Global Registers",
                      reserved(4),
                      u64("Feature Register Address"),
                      u64("Interrupt Enable Register Address"),
                      u64("Interrupt Status Register Address")),
                  subtable(
                      1,
                      "ASPT SEV Mailbox Registers",
                      u8("Mailbox Interrupt ID"),
                      reserved(3),
                      u64("CmdResp Register Address"),
                      u64("CmdBufAddr_Lo Register Address"),
                      u64("CmdBufAddr_Hi Register Address")),
                  subtable(
                      2,
                      "ASPT ACPI Mailbox Registers",
                      reserved(4),
                      u64("CmdResp Register Address"),
                      reserved(8),
                      reserved(8)))));

  private AsptLayout() {}
}
