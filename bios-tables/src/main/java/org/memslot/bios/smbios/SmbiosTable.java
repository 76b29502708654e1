package org.memslot.bios.smbios;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.memslot.aml.ByteList;
import org.memslot.bios.FirmwareDataException;
import org.memslot.bios.smbios.SmbiosStructure.BiosInformation;
import org.memslot.bios.smbios.SmbiosStructure.EndOfTable;
import org.memslot.bios.smbios.SmbiosStructure.MemoryArrayMappedAddress;
import org.memslot.bios.smbios.SmbiosStructure.MemoryDevice;
import org.memslot.bios.smbios.SmbiosStructure.MemoryDeviceMappedAddress;
import org.memslot.bios.smbios.SmbiosStructure.Other;
import org.memslot.bios.smbios.SmbiosStructure.PhysicalMemoryArray;
import org.memslot.bios.smbios.SmbiosStructure.SystemBootInformation;
import org.memslot.bios.smbios.SmbiosStructure.SystemInformation;
import org.memslot.machine.AddressRange;

/** The table: structures one after the other, the last of which is {@link EndOfTable}. */
public final class SmbiosTable {
  private static final String NAME = "SMBIOS table";

  private SmbiosTable() {}

  /** The structures' bytes. */
  public static ByteList encode(List<SmbiosStructure> structures) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    structures.forEach(structure -> out.writeBytes(structure.content()));
    return ByteList.of(out.toByteArray());
  }

  /**
   * Reads structures up to {@link EndOfTable} or the last byte. One that says more than our records
   * can is {@link Other}, so that encoding gives the same bytes.
   *
   * @throws FirmwareDataException with the offset where a structure does not end
   */
  public static List<SmbiosStructure> decode(ByteList content) {
    List<SmbiosStructure> structures = new ArrayList<>();
    int offset = 0;
    while (offset < content.length()) {
      int end = end(content, offset);
      ByteList bytes = content.slice(offset, end - offset);
      SmbiosStructure structure =
          known(bytes)
              .filter(read -> read.encode().equals(bytes))
              .orElseGet(() -> new Other(bytes));
      structures.add(structure);
      if (structure.type() == 127) {
        break;
      }
      offset = end;
    }
    return List.copyOf(structures);
  }

  /** The offset after the structure that begins at {@code start}. */
  private static int end(ByteList content, int start) {
    int left = content.length() - start;
    if (left < SmbiosStructure.HEAD_SIZE) {
      throw new FirmwareDataException(
          NAME, start, "a structure begins with 4 bytes, there are " + left);
    }
    int length = content.get(start + 1);
    if (length < SmbiosStructure.HEAD_SIZE || length > left) {
      throw new FirmwareDataException(
          NAME, start + 1L, "length %d of a structure, %d bytes are left".formatted(length, left));
    }
    for (int at = start + length; at + 1 < content.length(); at++) {
      if (content.get(at) == 0 && content.get(at + 1) == 0) {
        return at + 2;
      }
    }
    throw new FirmwareDataException(
        NAME, start + (long) length, "the strings of the structure do not end");
  }

  private static Optional<SmbiosStructure> known(ByteList content) {
    Fields in = new Fields(content);
    try {
      return switch (content.get(0)) {
        case 0 -> Optional.of(new BiosInformation(in.handle(), in.text(4), in.text(5), in.text(8)));
        case 1 ->
            Optional.of(
                new SystemInformation(in.handle(), in.text(4), in.text(5), in.bytes(8, 16)));
        case 16 -> Optional.of(array(in));
        case 17 -> Optional.of(device(in));
        case 19 ->
            range(in, 0xf, 0x17)
                .map(range -> new MemoryArrayMappedAddress(in.handle(), range, in.u16(0xc)));
        case 20 ->
            range(in, 0x13, 0x1b)
                .map(
                    range ->
                        new MemoryDeviceMappedAddress(
                            in.handle(), range, in.u16(0xc), in.u16(0xe)));
        case 32 -> Optional.of(new SystemBootInformation(in.handle()));
        case 127 -> Optional.of(new EndOfTable(in.handle()));
        default -> Optional.empty();
      };
    } catch (IllegalArgumentException | IndexOutOfBoundsException notOurs) {
      return Optional.empty();
    }
  }

  private static PhysicalMemoryArray array(Fields in) {
    long kilobytes = in.u32(7);
    long capacity = kilobytes == 0x8000_0000L ? in.u64(0xf) : kilobytes << 10;
    return new PhysicalMemoryArray(in.handle(), capacity, in.u16(0xd));
  }

  private static MemoryDevice device(Fields in) {
    int size = in.u16(0xc);
    return new MemoryDevice(
        in.handle(), in.u16(4), size == 0x7fff ? in.u32(0x1c) : size, in.text(0x10), in.text(0x11));
  }

  /** The range in kilobytes, or in bytes where it is said to be there; empty when it is none. */
  private static Optional<AddressRange> range(Fields in, int firstByte, int lastByte) {
    boolean bytes = in.u32(4) == 0xffff_ffffL;
    long first = bytes ? in.u64(firstByte) : in.u32(4) << 10;
    long last = bytes ? in.u64(lastByte) : (in.u32(8) << 10) + 1023;
    return Long.compareUnsigned(first, last) <= 0
        ? Optional.of(new AddressRange(first, last))
        : Optional.empty();
  }

  /** Fields of a structure by their offset; those past its length are not there. */
  private record Fields(ByteList content) {
    private ByteBuffer at(int offset, int size) {
      return ByteBuffer.wrap(bytes(offset, size).toArray()).order(ByteOrder.LITTLE_ENDIAN);
    }

    private ByteList bytes(int offset, int size) {
      return content.slice(0, content.get(1)).slice(offset, size);
    }

    private int handle() {
      return u16(2);
    }

    private int u16(int offset) {
      return Short.toUnsignedInt(at(offset, 2).getShort());
    }

    private long u32(int offset) {
      return Integer.toUnsignedLong(at(offset, 4).getInt());
    }

    private long u64(int offset) {
      return at(offset, 8).getLong();
    }

    /** The string that the byte there refers to; empty for none. */
    private String text(int offset) {
      int number = bytes(offset, 1).get(0);
      int strings = content.get(1);
      String all =
          new String(
              content.slice(strings, content.length() - strings).toArray(), StandardCharsets.UTF_8);
      String[] texts = all.split("\0", -1);
      return number == 0 || number > texts.length ? "" : texts[number - 1];
    }
  }
}
