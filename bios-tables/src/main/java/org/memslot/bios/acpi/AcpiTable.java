package org.memslot.bios.acpi;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.memslot.bios.Bytes;

/**
 * A table that begins with the description header (ACPI 6.5, section 5.2.6): signature, length,
 * revision, checksum, {@linkplain TableOrigin origin}; 36 bytes, then the body.
 */
public sealed interface AcpiTable extends AcpiStructure
    permits Dbg2,
        DefinitionBlock,
        Fadt,
        Hmat,
        Hpet,
        Madt,
        Mcfg,
        Msct,
        OtherTable,
        Rsdt,
        Slit,
        Spcr,
        Srat,
        Waet,
        Xsdt {
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

  /** Says the fields after the header. */
  void describeBody(FieldWriter out);

  @Override
  default void describe(FieldWriter out) {
    out.text("Signature", signature());
    out.u32("Table Length", encode().length());
    out.u8("Revision", revision());
    out.u8("Checksum", encode().at(CHECKSUM_OFFSET));
    origin().describe(out);
    describeBody(out);
  }

  @Override
  default Bytes encode() {
    ByteFieldWriter out = new ByteFieldWriter();
    out.text("Signature", signature());
    out.u32("Table Length", 0);
    out.u8("Revision", revision());
    out.u8("Checksum", 0);
    origin().describe(out);
    describeBody(out);
    byte[] content = out.toArray();
    ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).putInt(LENGTH_OFFSET, content.length);
    Checksum.set(content, CHECKSUM_OFFSET, 0, content.length);
    return Bytes.of(content);
  }
}
