package org.memslot.bios.acpi;

/**
 * A Generic Address Structure (ACPI 6.5, section 5.2.3.2): where a register is.
 *
 * @param space 0 memory, 1 I/O ports; others as the specification lists
 * @param bitWidth of the register
 * @param bitOffset of its first bit
 * @param accessSize 0 undefined, 1 byte, 2 word, 3 double word, 4 quad word
 * @param address in that space
 */
public record GenericAddress(int space, int bitWidth, int bitOffset, int accessSize, long address) {
  /** System memory. */
  public static final int MEMORY = 0;

  /** I/O ports. */
  public static final int IO = 1;

  /** No register. */
  public static final GenericAddress NONE = new GenericAddress(0, 0, 0, 0, 0);

  /** Bytes of the structure. */
  public static final int SIZE = 12;

  /**
   * @throws org.memslot.bios.FirmwareLimitException if a number does not fit its field
   */
  public GenericAddress {
    Fits.u8("Space ID", space);
    Fits.u8("Bit Width", bitWidth);
    Fits.u8("Bit Offset", bitOffset);
    Fits.u8("Encoded Access Width", accessSize);
  }

  /** A register of {@code bytes} bytes at an I/O port; {@link #NONE} for port 0. */
  public static GenericAddress port(long port, int bytes, int accessSize) {
    return port == 0 ? NONE : new GenericAddress(IO, 8 * bytes, 0, accessSize, port);
  }

  /**
   * A register of {@code bytes} bytes in memory.
   *
   * @param address guest-physical
   * @param accessSize 0 undefined, 1 to 4: 1, 2, 4 or 8 bytes
   */
  public static GenericAddress memory(long address, int bytes, int accessSize) {
    return new GenericAddress(MEMORY, 8 * bytes, 0, accessSize, address);
  }

  /**
   * Reads the next 12 bytes.
   *
   * @param name what errors call the structure
   * @throws org.memslot.bios.FirmwareDataException if there are too few
   */
  public static GenericAddress read(TableReader in, String name) {
    return new GenericAddress(in.u8(name), in.u8(name), in.u8(name), in.u8(name), in.u64(name));
  }

  /** Writes the 12 bytes. */
  public void write(TableWriter out) {
    out.u8(space);
    out.u8(bitWidth);
    out.u8(bitOffset);
    out.u8(accessSize);
    out.u64(address);
  }
}
