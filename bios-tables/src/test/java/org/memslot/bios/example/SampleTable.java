package org.memslot.bios.example;

import static org.memslot.bios.acpi.layout.Layouts.bit;
import static org.memslot.bios.acpi.layout.Layouts.table;
import static org.memslot.bios.acpi.layout.Layouts.u32;
import static org.memslot.bios.acpi.layout.Layouts.u64;

import org.memslot.aml.ByteList;
import org.memslot.aml.diagnostic.Rule;
import org.memslot.aml.diagnostic.RuleText;
import org.memslot.aml.diagnostic.Severity;
import org.memslot.bios.acpi.AcpiTable;
import org.memslot.bios.acpi.TableHead;
import org.memslot.bios.acpi.TableLint;
import org.memslot.bios.acpi.TableOrigin;
import org.memslot.bios.acpi.TableReader;
import org.memslot.bios.acpi.TableWriter;
import org.memslot.bios.acpi.layout.TableLayout;

/** A table that the module does not know: its record, layout and check in one class. */
record SampleTable(int revision, TableOrigin origin, long base, long flags) implements AcpiTable {
  static final TableLayout LAYOUT =
      table(
              "SMPL",
              "Sample Table",
              "Sample specification 1.0, section 2",
              u64("Base Address"),
              u32("Flags", bit(0, "Enabled")))
          .revisions(1);

  static final Rule ALIGNED =
      () ->
          new RuleText(
              "sample-aligned",
              Severity.ERROR,
              "The base address is a multiple of 4096.",
              "Sample specification 1.0, section 2");

  static SampleTable decode(ByteList content) {
    TableHead head = TableHead.read("SMPL", content);
    TableReader in = head.body();
    return new SampleTable(head.revision(), head.origin(), in.u64("Base Address"), in.u32("Flags"));
  }

  static void check(TableLint lint) {
    lint.view()
        .field("Base Address")
        .filter(base -> base.number() % 4096 != 0)
        .ifPresent(base -> lint.find(ALIGNED, base, "0x" + Long.toHexString(base.number())));
  }

  @Override
  public String signature() {
    return "SMPL";
  }

  @Override
  public void writeBody(TableWriter out) {
    out.u64(base);
    out.u32(flags);
  }
}
