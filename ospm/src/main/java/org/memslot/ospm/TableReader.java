package org.memslot.ospm;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Locale;
import java.util.Optional;
import org.memslot.aml.TableHeader;
import org.memslot.machine.AddressSpace;

/** Finds tables in guest memory and checks them, as an operating system does (ACPI 6.5, 5.2). */
final class TableReader {
  /** No table of a PC comes near; a damaged length must not make the guest read forever. */
  private static final long MAX_LENGTH = 16 << 20;

  private static final long EBDA_SEGMENT = 0x40E;
  private static final int EBDA_SEARCHED = 1024;
  private static final long BIOS_START = 0xE0000;
  private static final int BIOS_LENGTH = 0x20000;
  private static final int RSDP_ALIGNMENT = 16;
  private static final byte[] RSDP_SIGNATURE = "RSD PTR ".getBytes(ISO_8859_1);
  private static final int RSDP_LENGTH_1 = 20;
  private static final int RSDP_LENGTH_2 = 36;

  private final AddressSpace memory;
  private final EventLog log;

  TableReader(AddressSpace memory, EventLog log) {
    this.memory = memory;
    this.log = log;
  }

  /**
   * The root pointer.
   *
   * @param rsdt the address of the RSDT, 0 for none
   * @param xsdt the address of the XSDT, 0 for none
   */
  record RootPointer(long rsdt, long xsdt) {}

  /**
   * Looks for the RSDP in the first KiB of the EBDA, then from 0xE0000 to 0xFFFFF (ACPI 6.5,
   * 5.2.5.1).
   */
  Optional<RootPointer> findRootPointer() {
    long ebda = (long) memory.read16(EBDA_SEGMENT) << 4;
    Optional<RootPointer> inEbda =
        ebda == 0 || ebda >= BIOS_START ? Optional.empty() : scan(ebda, EBDA_SEARCHED);
    return inEbda.or(() -> scan(BIOS_START, BIOS_LENGTH));
  }

  private Optional<RootPointer> scan(long from, int length) {
    byte[] area = new byte[length];
    memory.read(from, area, 0, length);
    for (int at = 0; at + RSDP_LENGTH_1 <= length; at += RSDP_ALIGNMENT) {
      if (startsWith(area, at, RSDP_SIGNATURE)) {
        Optional<RootPointer> found = rootPointer(from + at);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<RootPointer> rootPointer(long address) {
    AcpiTable rsdp = new AcpiTable(address, bytes(address, RSDP_LENGTH_2));
    if (sum(rsdp.toByteArray(), RSDP_LENGTH_1) != 0) {
      log.add(new GuestEvent.TableRejected("RSD PTR ", address, "wrong checksum"));
      return Optional.empty();
    }
    int revision = rsdp.u8(15);
    if (revision < 2) {
      return Optional.of(new RootPointer(rsdp.u32(16), 0));
    }
    long length = rsdp.u32(20);
    if (length < RSDP_LENGTH_2 || length > EBDA_SEARCHED) {
      log.add(new GuestEvent.TableRejected("RSD PTR ", address, "length " + length));
      return Optional.empty();
    }
    if (sum(bytes(address, (int) length), (int) length) != 0) {
      log.add(new GuestEvent.TableRejected("RSD PTR ", address, "wrong extended checksum"));
      return Optional.empty();
    }
    return Optional.of(new RootPointer(rsdp.u32(16), rsdp.u64(24)));
  }

  /** Reads a table and checks its length and sum; a damaged one is reported. */
  Optional<AcpiTable> read(long address) {
    AcpiTable header = new AcpiTable(address, bytes(address, TableHeader.LENGTH));
    String signature = printable(header.signature());
    long length = header.u32(4);
    if (length < TableHeader.LENGTH || length > MAX_LENGTH) {
      return rejected(
          signature,
          address,
          "length %d, which must be from %d to %d"
              .formatted(length, TableHeader.LENGTH, MAX_LENGTH));
    }
    byte[] content = bytes(address, (int) length);
    int sum = sum(content, content.length);
    if (sum != 0) {
      return rejected(
          signature, address, "its %d bytes add up to 0x%02x, not to 0".formatted(length, sum));
    }
    log.add(new GuestEvent.TableFound(signature, address, length));
    return Optional.of(new AcpiTable(address, content));
  }

  private Optional<AcpiTable> rejected(String signature, long address, String reason) {
    log.add(new GuestEvent.TableRejected(signature, address, reason));
    return Optional.empty();
  }

  private static String printable(String signature) {
    return signature.chars().allMatch(c -> c > 0x20 && c < 0x7F)
        ? signature
        : String.format(
            Locale.ROOT,
            "%02x%02x%02x%02x",
            (int) signature.charAt(0),
            (int) signature.charAt(1),
            (int) signature.charAt(2),
            (int) signature.charAt(3));
  }

  private byte[] bytes(long address, int length) {
    byte[] bytes = new byte[length];
    memory.read(address, bytes, 0, length);
    return bytes;
  }

  private static boolean startsWith(byte[] area, int at, byte[] wanted) {
    for (int i = 0; i < wanted.length; i++) {
      if (area[at + i] != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  private static int sum(byte[] bytes, int length) {
    int sum = 0;
    for (int i = 0; i < length; i++) {
      sum += bytes[i];
    }
    return sum & 0xFF;
  }
}
