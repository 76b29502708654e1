package org.memslot.bios.acpi;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.memslot.aml.ByteList;

/**
 * A table that begins with the description header (ACPI 6.5, section 5.2.6): signature, length,
 * revision, checksum, {@linkplain TableOrigin origin}; 36 bytes, then the body.
 */
public non-sealed interface AcpiTable extends AcpiStructure {
  /** Bytes of the header. */
  int HEADER_SIZE = 36;

  /** Where the header has the table's length, u32. */
  int LENGTH_OFFSET = 4;

  /** Where the header has the checksum byte. */
  int CHECKSUM_OFFSET = 9;

  /** Who made it. */
  TableOrigin origin();

  /** The revision of the table's form. */
  int revision();

  /** Writes the fields after the header. */
  void writeBody(TableWriter out);

  @Override
  default ByteList encode() {
    TableWriter out = new TableWriter();
    out.text(signature());
    out.u32(0);
    out.u8(revision());
    out.u8(0);
    origin().write(out);
    writeBody(out);
    byte[] content = out.toArray();
    ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).putInt(LENGTH_OFFSET, content.length);
    Checksum.set(content, CHECKSUM_OFFSET, 0, content.length);
    return ByteList.of(content);
  }
}
