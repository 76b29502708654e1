package org.memslot.bios.acpi;

import org.memslot.aml.ByteList;
import org.memslot.bios.FirmwareDataException;
import org.memslot.bios.acpi.layout.TableView;

/**
 * Reads tables by their signatures: as records, or as fields.
 *
 * <pre>{@code
 * if (AcpiTables.decode(bytes) instanceof Srat srat) {
 *   System.out.println(srat.entries());
 * }
 * }</pre>
 */
public final class AcpiTables {
  private AcpiTables() {}

  /**
   * Reads a structure of a {@linkplain TableKinds#STANDARD standard} kind, see {@link
   * #decode(Bytes, TableKinds)}.
   */
  public static AcpiStructure decode(ByteList content) {
    return decode(content, TableKinds.STANDARD);
  }

  /**
   * Reads a structure by its signature: as the record of its kind; if that has none, as {@link
   * OtherTable}. Checksums of tables are not judged here, see {@link TableLint}.
   *
   * @throws FirmwareDataException with the offset of the byte that does not fit
   */
  public static AcpiStructure decode(ByteList content, TableKinds kinds) {
    if (content.length() < 4) {
      throw new FirmwareDataException(
          "ACPI table", 0, "a signature needs 4 bytes, there are " + content.length());
    }
    return kinds.of(content).decoder().orElse(OtherTable::decode).apply(content);
  }

  /**
   * Shows a table of a {@linkplain TableKinds#STANDARD standard} kind as its fields, see {@link
   * #view(String, Bytes, TableKinds)}.
   */
  public static TableView view(String name, ByteList content) {
    return view(name, content, TableKinds.STANDARD);
  }

  /**
   * Shows a table as its fields by the layout of its signature. Any bytes are accepted: a table
   * whose signature has no layout is shown as a header and bytes, and what does not fit becomes a
   * finding.
   *
   * @param name what findings call the table
   * @param content its bytes; bytes behind the length in the header are shown, too
   * @param kinds the kinds that are known
   */
  public static TableView view(String name, ByteList content, TableKinds kinds) {
    return TableView.decode(name, content, kinds.of(content).layout());
  }
}
