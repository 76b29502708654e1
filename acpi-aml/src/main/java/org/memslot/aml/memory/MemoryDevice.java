package org.memslot.aml.memory;

import java.util.HexFormat;
import org.memslot.aml.InvalidTermException;

/**
 * A slot for memory, as the guest's firmware describes it.
 *
 * @param index its number, from 0 to 255
 * @param base its first guest-physical address, unsigned
 * @param length its length in bytes, unsigned, not 0; base + length is at most 2^64
 * @param proximityDomain its proximity domain, unsigned 32 bits
 */
public record MemoryDevice(int index, long base, long length, int proximityDomain) {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  /** Refuses what is no range. */
  public MemoryDevice {
    if (index < 0 || index > 255) {
      throw new InvalidTermException("memory device index", "" + index, "from 0 to 255");
    }
    boolean endsAtTop = base + length == 0;
    boolean overflows = Long.compareUnsigned(base + length, base) < 0 && !endsAtTop;
    if (length == 0 || overflows) {
      throw new InvalidTermException(
          "memory device " + index,
          String.format("base 0x%x, length 0x%x", base, length),
          "a length of 1 or more, base and length together at most 2^64");
    }
  }

  /** The name of its device in the namespace: MP and the index in two hexadecimal digits. */
  public String name() {
    return "MP" + HEX.toHexDigits((byte) index);
  }
}
