package org.memslot.ospm;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Minimal system tables, written out field by field from ACPI 6.5, 5.2. */
final class TestTables {
  private TestTables() {}

  /** Any table: a header, then the body; the checksum is right. */
  static byte[] table(String signature, int revision, byte[] body) {
    ByteBuffer table = buffer(36 + body.length);
    table.put(signature.getBytes(ISO_8859_1)).putInt(table.capacity()).put((byte) revision);
    table.position(10);
    table.put("MEMSLT".getBytes(ISO_8859_1)).put("OSPMTEST".getBytes(ISO_8859_1)).putInt(1);
    table.put("TEST".getBytes(ISO_8859_1)).putInt(1).put(body);
    byte[] bytes = bytes(table);
    return summed(bytes, 9, 0, bytes.length);
  }

  /** A root pointer of revision 0 or 2. */
  static byte[] rsdp(int revision, long rsdt, long xsdt) {
    ByteBuffer rsdp = buffer(36);
    rsdp.put("RSD PTR ".getBytes(ISO_8859_1));
    rsdp.put(9, "MEMSLT".getBytes(ISO_8859_1));
    rsdp.put(15, (byte) revision).putInt(16, (int) rsdt);
    rsdp.putInt(20, 36).putLong(24, xsdt);
    byte[] bytes = summed(bytes(rsdp), 8, 0, 20);
    return summed(bytes, 32, 0, 36);
  }

  static byte[] rsdt(List<Long> tables) {
    ByteBuffer body = buffer(4 * tables.size());
    tables.forEach(address -> body.putInt(address.intValue()));
    return table("RSDT", 1, bytes(body));
  }

  static byte[] xsdt(List<Long> tables) {
    ByteBuffer body = buffer(8 * tables.size());
    tables.forEach(body::putLong);
    return table("XSDT", 1, bytes(body));
  }

  /** A FADT for the ports of {@link TestMachine}. */
  static byte[] fadt(long dsdt, int smiCommand, boolean extended) {
    ByteBuffer fadt = buffer(244);
    fadt.putInt(40, extended ? 0 : (int) dsdt).putShort(46, (short) 9);
    fadt.putInt(48, smiCommand).put(52, (byte) 0xE1).put(53, (byte) 0xE0);
    fadt.put(88, (byte) 4).put(89, (byte) 2).put(92, (byte) 4);
    if (extended) {
      fadt.putLong(140, dsdt);
      generic(fadt, 148, 32, TestMachine.PM1_EVENT);
      generic(fadt, 172, 16, TestMachine.PM1_CONTROL);
      generic(fadt, 220, 32, TestMachine.GPE0);
    } else {
      fadt.putInt(56, TestMachine.PM1_EVENT).putInt(64, TestMachine.PM1_CONTROL);
      fadt.putInt(80, TestMachine.GPE0);
    }
    byte[] body = new byte[244 - 36];
    fadt.get(36, body);
    return table("FACP", extended ? 3 : 1, body);
  }

  private static void generic(ByteBuffer table, int at, int bits, int port) {
    table.put(at, (byte) 1).put(at + 1, (byte) bits).putLong(at + 4, port);
  }

  /** A memory affinity of the SRAT. */
  record Affinity(long base, long length, int node, int flags) {}

  static byte[] srat(List<Affinity> ranges) {
    ByteBuffer body = buffer(12 + 40 * ranges.size());
    body.putInt(1).putLong(0);
    for (Affinity range : ranges) {
      int at = body.position();
      body.put((byte) 1).put((byte) 40).putInt(range.node).putShort((short) 0);
      body.putLong(range.base).putLong(range.length).putInt(0).putInt(range.flags);
      body.position(at + 40);
    }
    return table("SRAT", 3, bytes(body));
  }

  private static byte[] summed(byte[] bytes, int checksum, int from, int to) {
    int sum = 0;
    for (int i = from; i < to; i++) {
      sum += bytes[i];
    }
    bytes[checksum] = (byte) (bytes[checksum] - sum);
    return bytes;
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.capacity()];
    buffer.get(0, bytes);
    return bytes;
  }

  private static ByteBuffer buffer(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }
}
