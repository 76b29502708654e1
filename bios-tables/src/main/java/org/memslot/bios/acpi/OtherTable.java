package org.memslot.bios.acpi;

import org.memslot.aml.ByteList;

/**
 * A table with a description header whose body has no fields of ours.
 *
 * @param signature four characters
 * @param revision of the form
 * @param origin who made it
 * @param body what follows the header
 */
public record OtherTable(String signature, int revision, TableOrigin origin, ByteList body)
    implements AcpiTable {
  /**
   * @throws IllegalArgumentException if the signature has not four characters of one byte
   * @throws org.memslot.bios.FirmwareLimitException if the revision does not fit its field
   */
  public OtherTable {
    Fits.u8("Revision", revision);
    if (signature.length() != 4 || !signature.chars().allMatch(c -> c <= 0xff)) {
      throw new IllegalArgumentException("signature '" + signature + "', must have 4 characters");
    }
  }

  @Override
  public void writeBody(TableWriter out) {
    out.bytes(body);
  }

  /**
   * Reads the table.
   *
   * @throws org.memslot.bios.FirmwareDataException if the bytes are not one
   */
  public static OtherTable decode(ByteList content) {
    TableHead head = TableHead.read(content);
    return new OtherTable(head.signature(), head.revision(), head.origin(), head.body().rest());
  }
}
