package org.memslot.bios;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.memslot.aml.ByteList;
import org.memslot.machine.AddressRange;

/**
 * Slots that have no range before the guest runs, and where their memory will lie: one
 * hot-pluggable range of SRAT.
 *
 * @param range where; memory put elsewhere is memory that SRAT does not announce
 * @param node the node of which SRAT says that it is; each slot has its own when it gets memory
 * @param slots how many slots, 1 to {@link ParavirtInformation#MAX_SLOTS}
 */
public record AnonymousArea(AddressRange range, int node, int slots) {
  private static final int LENGTH = 4 * 8;

  /**
   * @throws IllegalArgumentException if node or count is not within its limits
   */
  public AnonymousArea {
    if (node < 0 || node > ParavirtInformation.MAX_NODE) {
      throw new IllegalArgumentException(
          "node %d, must be 0 to %d".formatted(node, ParavirtInformation.MAX_NODE));
    }
    if (slots < 1 || slots > ParavirtInformation.MAX_SLOTS) {
      throw new IllegalArgumentException(
          "%d anonymous slots, must be 1 to %d".formatted(slots, ParavirtInformation.MAX_SLOTS));
    }
  }

  /** First address, length, node, count: each a u64, little-endian. */
  public ByteList encode() {
    return ByteList.of(
        ByteBuffer.allocate(LENGTH)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(range.first())
            .putLong(range.length())
            .putLong(node)
            .putLong(slots)
            .array());
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @param file where it stands, for messages
   * @throws FirmwareDataException if it is not 32 bytes, no range, or over a limit
   */
  public static AnonymousArea decode(String file, ByteList content) {
    if (content.length() != LENGTH) {
      throw new FirmwareDataException(
          file, 0, "%d bytes, must be %d".formatted(content.length(), LENGTH));
    }
    ByteBuffer in = ByteBuffer.wrap(content.toArray()).order(ByteOrder.LITTLE_ENDIAN);
    long first = in.getLong();
    long length = in.getLong();
    if (length == 0 || Long.compareUnsigned(first + length - 1, first) < 0) {
      throw new FirmwareDataException(
          file, 0, "size 0x%x at 0x%x is empty or passes 2^64".formatted(length, first));
    }
    int node = within(file, "node", in, 0, ParavirtInformation.MAX_NODE);
    int slots = within(file, "slots", in, 1, ParavirtInformation.MAX_SLOTS);
    return new AnonymousArea(AddressRange.of(first, length), node, slots);
  }

  private static int within(String file, String what, ByteBuffer in, int least, int most) {
    int offset = in.position();
    long value = in.getLong();
    if (value < least || value > most) {
      throw new FirmwareDataException(
          file,
          offset,
          "%s: %s, must be %d to %d".formatted(what, Long.toUnsignedString(value), least, most));
    }
    return (int) value;
  }
}
