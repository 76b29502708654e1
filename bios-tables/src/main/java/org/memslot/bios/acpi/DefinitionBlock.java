package org.memslot.bios.acpi;

import org.memslot.aml.AmlEncoder;
import org.memslot.aml.AmlTable;
import org.memslot.aml.ByteList;

/**
 * A table whose body is AML: DSDT, or one of the SSDTs (ACPI 6.5, section 5.2.11). Package {@code
 * org.memslot.aml} reads and makes the body.
 *
 * @param signature {@code DSDT} or {@code SSDT}
 * @param revision 1 for integers of 32 bits, 2 for 64
 * @param origin who made it
 * @param aml the body
 */
public record DefinitionBlock(String signature, int revision, TableOrigin origin, ByteList aml)
    implements AcpiTable {
  /**
   * @throws IllegalArgumentException if the signature is another one
   * @throws org.memslot.bios.FirmwareLimitException if the revision does not fit its field
   */
  public DefinitionBlock {
    Fits.u8("Revision", revision);
    if (!isDefinitionBlock(signature)) {
      throw new IllegalArgumentException(
          "definition block '%s', must be DSDT or SSDT".formatted(signature));
    }
  }

  static boolean isDefinitionBlock(String signature) {
    return signature.equals("DSDT") || signature.equals("SSDT");
  }

  /** The table of a tree, encoded. */
  public static DefinitionBlock of(AmlTable table) {
    return decode(ByteList.of(AmlEncoder.encode(table)));
  }

  @Override
  public void writeBody(TableWriter out) {
    out.bytes(aml);
  }

  /**
   * Reads the table; the AML is not looked at.
   *
   * @throws org.memslot.bios.FirmwareDataException if the bytes are not one
   */
  public static DefinitionBlock decode(ByteList content) {
    TableHead head = TableHead.read(content);
    if (!isDefinitionBlock(head.signature())) {
      throw head.body().wrong(AcpiTable.HEADER_SIZE, "Signature is not DSDT or SSDT");
    }
    return new DefinitionBlock(
        head.signature(), head.revision(), head.origin(), head.body().rest());
  }
}
