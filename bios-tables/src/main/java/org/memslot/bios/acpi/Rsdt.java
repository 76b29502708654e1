package org.memslot.bios.acpi;

import java.util.ArrayList;
import java.util.List;
import org.memslot.aml.ByteList;

/**
 * Root System Description Table (ACPI 6.5, section 5.2.7): where the other tables are.
 *
 * @param revision 1
 * @param origin who made it
 * @param tables guest-physical addresses of 32 bits
 */
public record Rsdt(int revision, TableOrigin origin, List<Long> tables) implements AcpiTable {
  /**
   * @throws org.memslot.bios.FirmwareLimitException if an address has more than 32 bits
   */
  public Rsdt {
    tables = List.copyOf(tables);
    tables.forEach(table -> Fits.u32("ACPI Table Address", table));
  }

  @Override
  public String signature() {
    return "RSDT";
  }

  @Override
  public void writeBody(TableWriter out) {
    tables.forEach(table -> out.u32(table));
  }

  /**
   * Reads the table.
   *
   * @throws org.memslot.bios.FirmwareDataException if the bytes are not one
   */
  public static Rsdt decode(ByteList content) {
    TableHead head = TableHead.read("RSDT", content);
    List<Long> tables = new ArrayList<>();
    while (head.body().hasMore()) {
      tables.add(head.body().u32("ACPI Table Address"));
    }
    return new Rsdt(head.revision(), head.origin(), tables);
  }
}
