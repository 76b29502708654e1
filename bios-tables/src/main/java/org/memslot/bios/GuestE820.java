package org.memslot.bios;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.memslot.aml.ByteList;
import org.memslot.machine.AddressRange;

/**
 * The block in low memory by which the built-in firmware hands the final e820 map to the guest. A
 * BIOS answers INT 15h, function E820h, with code that runs in the guest; the built-in firmware has
 * no code there, so it leaves the answers where they can be read:
 *
 * <table>
 * <caption>At guest-physical 0x500, little-endian, nothing between the fields</caption>
 * <tr><td>0x500</td><td>4 bytes</td><td>{@code E820} in ASCII</td></tr>
 * <tr><td>0x504</td><td>u32</td><td>the number of entries</td></tr>
 * <tr><td>0x508</td><td>20 bytes each</td><td>u64 address, u64 length, u32 type; ascending</td></tr>
 * </table>
 *
 * The block ends below 0x7c00, in the area that a PC's BIOS leaves free after its own data. It is
 * valid from reset until the guest uses the memory for something else; the entries are merged, and
 * the firmware's tables are in them as ACPI data and ACPI NVS.
 */
public final class GuestE820 {
  /** Guest-physical address of the block. */
  public static final long ADDRESS = 0x500;

  /** What the block begins with. */
  public static final String MAGIC = "E820";

  /** The most entries that end below 0x7c00. */
  public static final int MAX_ENTRIES = (0x7c00 - 0x508) / E820Map.ENTRY_SIZE;

  /** All addresses that a block may take. */
  public static final AddressRange RANGE = new AddressRange(ADDRESS, 0x7bff);

  /** Video memory and ROMs: no RAM for the operating system, whatever lies there. */
  public static final AddressRange UPPER_MEMORY = new AddressRange(0xa_0000, 0xf_ffff);

  private GuestE820() {}

  /**
   * The block's bytes.
   *
   * @throws FirmwareLimitException if the map has more than {@link #MAX_ENTRIES}
   */
  public static ByteList encode(E820Map map) {
    if (map.entries().size() > MAX_ENTRIES) {
      throw new FirmwareLimitException(
          "e820 entries for the guest",
          map.entries().size(),
          MAX_ENTRIES,
          "they lie below 0x7c00; place slots next to each other so that entries merge");
    }
    ByteList table = map.encodeTable();
    byte[] block = new byte[MAGIC.length() + table.length()];
    ByteList.ascii(MAGIC).copy(0, block, 0, MAGIC.length());
    table.copy(0, block, MAGIC.length(), table.length());
    return ByteList.of(block);
  }

  /**
   * Reads the block back.
   *
   * @param block the bytes from {@link #ADDRESS} on; what follows the last entry is ignored
   * @throws FirmwareDataException if there is no block, or its count or an entry is wrong
   */
  public static E820Map decode(ByteList block) {
    if (block.length() < 8 || !block.slice(0, 4).equals(ByteList.ascii(MAGIC))) {
      throw new FirmwareDataException("guest e820", 0, "does not begin with " + MAGIC);
    }
    byte[] head = block.slice(4, 4).toArray();
    int count = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt();
    if (count < 0 || count > MAX_ENTRIES) {
      throw new FirmwareDataException(
          "guest e820",
          4,
          Integer.toUnsignedString(count) + " entries counted, at most " + MAX_ENTRIES);
    }
    return E820Map.decodeTable(block.slice(4, block.length() - 4));
  }
}
