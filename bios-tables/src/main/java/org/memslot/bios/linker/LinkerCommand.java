package org.memslot.bios.linker;

import java.nio.charset.StandardCharsets;
import org.memslot.bios.FirmwareLimitException;

/**
 * One command of {@code etc/table-loader}: 128 bytes, little-endian. Names are fw_cfg files, which
 * a script refers to and the interpreter reads.
 */
public sealed interface LinkerCommand {
  /** Bytes of a command. */
  int SIZE = 128;

  /** Bytes of a file name with its terminator. */
  int NAME_SIZE = 56;

  /** The number it begins with. */
  int code();

  /** Where memory for a file is to be found. */
  enum Zone {
    /** Anywhere below 4 GiB, customarily high. */
    HIGH(1),
    /** Between 0xF0000 and 0xFFFFF, where the root pointer is looked for. */
    FSEG(2);

    private final int code;

    Zone(int code) {
      this.code = code;
    }

    /** The number for it in a command. */
    public int code() {
      return code;
    }
  }

  /**
   * Reads a file into newly allocated memory; comes before all commands that name the file.
   *
   * @param file read
   * @param alignment of its first byte, a power of two
   * @param zone where the memory is
   */
  record Allocate(String file, int alignment, Zone zone) implements LinkerCommand {
    /**
     * @throws FirmwareLimitException if the name is too long
     * @throws IllegalArgumentException if the alignment is not a power of two
     */
    public Allocate {
      checkName(file);
      if (Integer.bitCount(alignment) != 1) {
        throw new IllegalArgumentException(
            "alignment %s of %s is not a power of two"
                .formatted(Integer.toUnsignedString(alignment), file));
      }
    }

    @Override
    public int code() {
      return 1;
    }
  }

  /**
   * Adds the address of {@code source} to a field of {@code target}, which holds an offset into it.
   *
   * @param target file with the field
   * @param source file it points into
   * @param offset of the field
   * @param size of the field: 1, 2, 4 or 8 bytes
   */
  record AddPointer(String target, String source, long offset, int size) implements LinkerCommand {
    /**
     * @throws FirmwareLimitException if a name is too long
     * @throws IllegalArgumentException if the size is another one, or the offset has over 32 bits
     */
    public AddPointer {
      checkName(target);
      checkName(source);
      checkOffset("offset", offset);
      checkPointer(size);
    }

    @Override
    public int code() {
      return 2;
    }
  }

  /**
   * Makes a run of bytes sum to zero by changing one byte of it.
   *
   * @param file with the bytes
   * @param offset of the byte that is changed
   * @param start of the run
   * @param length of the run
   */
  record AddChecksum(String file, long offset, long start, long length) implements LinkerCommand {
    /**
     * @throws FirmwareLimitException if the name is too long
     * @throws IllegalArgumentException if a number has over 32 bits
     */
    public AddChecksum {
      checkName(file);
      checkOffset("offset", offset);
      checkOffset("start", start);
      checkOffset("length", length);
    }

    @Override
    public int code() {
      return 3;
    }
  }

  /**
   * Writes an address in {@code source} into a fw_cfg file, for the hypervisor to know.
   *
   * @param target writable fw_cfg file
   * @param source file that is pointed into
   * @param targetOffset of the field in the target
   * @param sourceOffset of what is pointed to
   * @param size of the field: 1, 2, 4 or 8 bytes
   */
  record WritePointer(String target, String source, long targetOffset, long sourceOffset, int size)
      implements LinkerCommand {
    /**
     * @throws FirmwareLimitException if a name is too long
     * @throws IllegalArgumentException if the size is another one, or an offset has over 32 bits
     */
    public WritePointer {
      checkName(target);
      checkName(source);
      checkOffset("target offset", targetOffset);
      checkOffset("source offset", sourceOffset);
      checkPointer(size);
    }

    @Override
    public int code() {
      return 4;
    }
  }

  private static void checkName(String name) {
    int length = name.getBytes(StandardCharsets.ISO_8859_1).length;
    if (length >= NAME_SIZE) {
      throw new FirmwareLimitException(
          "file name '" + name + "'", length, NAME_SIZE - 1, "a command has 56 bytes for it");
    }
  }

  private static void checkOffset(String what, long value) {
    if (value >>> 32 != 0) {
      throw new IllegalArgumentException("%s 0x%x has over 32 bits".formatted(what, value));
    }
  }

  private static void checkPointer(int size) {
    if (size < 1 || size > 8 || Integer.bitCount(size) != 1) {
      throw new IllegalArgumentException("pointer of " + size + " bytes, must be 1, 2, 4 or 8");
    }
  }
}
