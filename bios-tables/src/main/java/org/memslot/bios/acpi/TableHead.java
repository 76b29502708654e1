package org.memslot.bios.acpi;

import org.memslot.aml.ByteList;
import org.memslot.bios.FirmwareDataException;

/**
 * The description header as read, and a reader of the body.
 *
 * @param signature four characters
 * @param length of the whole table, as the header says
 * @param revision of its form
 * @param origin who made it
 * @param body what follows, up to the length
 */
public record TableHead(
    String signature, int length, int revision, TableOrigin origin, TableReader body) {
  /**
   * Reads a header whatever its signature is. The checksum is not judged here.
   *
   * @throws FirmwareDataException if there are fewer bytes than a header or than its length says
   */
  public static TableHead read(ByteList content) {
    String structure =
        content.length() >= 4 ? new TableReader("", content).text("Signature", 4) : "ACPI table";
    TableReader in = new TableReader(printable(structure), content);
    String signature = in.text("Signature", 4);
    long length = in.u32("Table Length");
    if (length < AcpiTable.HEADER_SIZE || length > content.length()) {
      throw in.wrong(
          4,
          "Table Length %d: the header has 36 bytes, and there are %d"
              .formatted(length, content.length()));
    }
    int revision = in.u8("Revision");
    in.skip("Checksum", 1);
    TableOrigin origin = TableOrigin.read(in);
    TableReader body = in.part("body", (int) length - AcpiTable.HEADER_SIZE);
    return new TableHead(signature, (int) length, revision, origin, body);
  }

  /**
   * Reads the header of a table that must have this signature.
   *
   * @throws FirmwareDataException as {@link #read(ByteList)}, and if it has another one
   */
  public static TableHead read(String signature, ByteList content) {
    TableHead head = read(content);
    if (!head.signature.equals(signature)) {
      throw new FirmwareDataException(
          signature, 0, "Signature '%s'".formatted(printable(head.signature)));
    }
    return head;
  }

  private static String printable(String text) {
    return text.replaceAll("[^ -~]", "?");
  }
}
