package org.memslot.bios.acpi;

import java.util.ArrayList;
import java.util.List;
import org.memslot.aml.ByteList;

/**
 * Extended System Description Table (ACPI 6.5, section 5.2.8): where the other tables are.
 *
 * @param revision 1
 * @param origin who made it
 * @param tables guest-physical addresses of 64 bits
 */
public record Xsdt(int revision, TableOrigin origin, List<Long> tables) implements AcpiTable {
  /** Copies the list. */
  public Xsdt {
    tables = List.copyOf(tables);
  }

  @Override
  public String signature() {
    return "XSDT";
  }

  @Override
  public void writeBody(TableWriter out) {
    tables.forEach(table -> out.u64(table));
  }

  /**
   * Reads the table.
   *
   * @throws org.memslot.bios.FirmwareDataException if the bytes are not one
   */
  public static Xsdt decode(ByteList content) {
    TableHead head = TableHead.read("XSDT", content);
    List<Long> tables = new ArrayList<>();
    while (head.body().hasMore()) {
      tables.add(head.body().u64("ACPI Table Address"));
    }
    return new Xsdt(head.revision(), head.origin(), tables);
  }
}
