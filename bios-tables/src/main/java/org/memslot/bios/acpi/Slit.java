package org.memslot.bios.acpi;

import java.util.ArrayList;
import java.util.List;
import org.memslot.aml.ByteList;
import org.memslot.bios.acpi.layout.FieldView;
import org.memslot.bios.acpi.layout.TableRule;

/**
 * System Locality Information Table (ACPI 6.5, section 5.2.17): how far proximity domains are from
 * each other.
 *
 * @param revision of the form
 * @param origin who made it
 * @param rows the distance, 0 to 255, from each domain (row) to each domain
 */
public record Slit(int revision, TableOrigin origin, List<List<Integer>> rows)
    implements AcpiTable {
  /** The distance from a locality to itself. */
  public static final int LOCAL = 10;

  /** More domains than any table of 4 GiB could have rows for. */
  private static final int MAX_DOMAINS = 0xffff;

  /**
   * @throws org.memslot.bios.FirmwareLimitException if a distance does not fit its byte
   * @throws IllegalArgumentException if the matrix is not square
   */
  public Slit {
    Fits.u8("Revision", revision);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<Integer> row : rows) {
      if (row.size() != rows.size()) {
        throw new IllegalArgumentException(
            "SLIT row of %d distances, there are %d domains".formatted(row.size(), rows.size()));
      }
      row.forEach(distance -> Fits.u8("distance", distance));
    }
  }

  @Override
  public String signature() {
    return "SLIT";
  }

  @Override
  public void writeBody(TableWriter out) {
    out.u64(rows.size());
    for (int from = 0; from < rows.size(); from++) {
      byte[] row = new byte[rows.size()];
      for (int to = 0; to < row.length; to++) {
        row[to] = (byte) (int) rows.get(from).get(to);
      }
      out.bytes(ByteList.of(row));
    }
  }

  /**
   * Reads the table.
   *
   * @throws org.memslot.bios.FirmwareDataException if the bytes are not one
   */
  public static Slit decode(ByteList content) {
    TableHead head = TableHead.read("SLIT", content);
    TableReader in = head.body();
    long domains = in.u64("Localities");
    if (domains < 0 || domains > MAX_DOMAINS || domains * domains > in.remaining()) {
      throw in.wrong(8, "Localities %d, %d bytes of distances".formatted(domains, in.remaining()));
    }
    List<List<Integer>> rows = new ArrayList<>();
    for (int from = 0; from < domains; from++) {
      List<Integer> row = new ArrayList<>();
      for (int to = 0; to < domains; to++) {
        row.add(in.u8("distance"));
      }
      rows.add(row);
    }
    return new Slit(head.revision(), head.origin(), rows);
  }

  /** Checks the distances; see {@link TableKind#checks}. */
  static void check(TableLint lint) {
    int from = 0;
    for (FieldView row : lint.view().fields()) {
      if (row.name().equals("Locality")) {
        for (int to = 0; to < row.length(); to++) {
          int distance = row.content().get(to);
          boolean right = from == to ? distance == LOCAL : distance > LOCAL;
          if (!right) {
            lint.find(
                TableRule.LOCALITY_DISTANCE,
                "Locality " + from,
                row.offset() + to,
                "the distance from " + from + " to " + to + " is " + distance);
          }
        }
        from++;
      }
    }
  }
}
