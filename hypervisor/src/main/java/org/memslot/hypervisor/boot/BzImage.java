package org.memslot.hypervisor.boot;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A Linux kernel in bzImage form, with what its setup header says (Linux documentation, "The
 * Linux/x86 Boot Protocol", version 2.12 or later).
 *
 * @param version of the boot protocol, 0x020f is 2.15
 * @param realModePart boot sector and setup code, which the 16-bit protocol starts
 * @param setupHeader the bytes of the header, from offset 0x1f1 of the image to its end
 * @param kernel the protected-mode part
 * @param preferredAddress where the kernel wants to be, guest-physical
 * @param alignment of the address where it is; a power of two
 * @param relocatable whether it can be elsewhere
 * @param workSize bytes that it needs from its address on before it knows the memory map
 * @param commandLineLimit longest command line, bytes without the final 0
 * @param initrdLimit highest address of the initial RAM disk, below 4 GiB
 */
public record BzImage(
    int version,
    MemorySegment realModePart,
    MemorySegment setupHeader,
    MemorySegment kernel,
    long preferredAddress,
    long alignment,
    boolean relocatable,
    long workSize,
    int commandLineLimit,
    long initrdLimit) {
  /** Offset of the setup header, in the image and in the zero page. */
  static final int HEADER = 0x1f1;

  /** The header's last byte is before this offset, where the zero page has its next field. */
  private static final int HEADER_LIMIT = 0x290;

  private static final String NAME = "Linux bzImage";

  private static final int SETUP_SECTORS = 0x1f1;
  private static final int BOOT_FLAG = 0x1fe;
  private static final int JUMP_OFFSET = 0x201;
  private static final int MAGIC = 0x202;
  private static final int VERSION = 0x206;
  private static final int LOAD_FLAGS = 0x211;
  private static final int INITRD_LIMIT = 0x22c;
  private static final int ALIGNMENT = 0x230;
  private static final int RELOCATABLE = 0x234;
  private static final int EXTENDED_LOAD_FLAGS = 0x236;
  private static final int COMMAND_LINE_LIMIT = 0x238;
  private static final int PREFERRED_ADDRESS = 0x258;
  private static final int WORK_SIZE = 0x260;

  private static final int SECTOR = 512;
  private static final int DEFAULT_SETUP_SECTORS = 4;
  private static final int BOOT_FLAG_VALUE = 0xaa55;
  private static final long MAGIC_VALUE = 0x5372_6448;
  private static final int VERSION_WITH_64_BIT_ENTRY = 0x020c;
  private static final int LOADED_HIGH = 1;
  private static final int KERNEL_64 = 1;

  /** Where the 64-bit entry is in the protected-mode part. */
  private static final int ENTRY_64 = 0x200;

  private static final long GIB = 1L << 30;

  /**
   * Reads an image.
   *
   * @throws BootImageException when it is no bzImage, or none that can be started in 64-bit mode
   */
  public static BzImage parse(MemorySegment image) {
    ImageBytes bytes = new ImageBytes(NAME, image);
    require(bytes.u16(BOOT_FLAG) == BOOT_FLAG_VALUE, BOOT_FLAG, "no boot flag 0xaa55");
    require(bytes.u32(MAGIC) == MAGIC_VALUE, MAGIC, "no header magic \"HdrS\"");
    int version = bytes.u16(VERSION);
    require(
        version >= VERSION_WITH_64_BIT_ENTRY,
        VERSION,
        "boot protocol 0x%04x is older than 2.12, the first with a 64-bit entry"
            .formatted(version));
    require((bytes.u8(LOAD_FLAGS) & LOADED_HIGH) != 0, LOAD_FLAGS, "a zImage, which loads low");
    require(
        (bytes.u16(EXTENDED_LOAD_FLAGS) & KERNEL_64) != 0,
        EXTENDED_LOAD_FLAGS,
        "a 32-bit kernel: no 64-bit entry");
    int headerEnd = MAGIC + bytes.u8(JUMP_OFFSET);
    require(
        headerEnd > WORK_SIZE + 3 && headerEnd <= HEADER_LIMIT,
        JUMP_OFFSET,
        "a setup header that ends at 0x%x, not between 0x264 and 0x290".formatted(headerEnd));
    long kernelAt = kernelOffset(bytes);
    require(
        bytes.size() > kernelAt + ENTRY_64,
        SETUP_SECTORS,
        "the kernel at 0x%x is not in the image of 0x%x bytes".formatted(kernelAt, bytes.size()));
    long kernelSize = bytes.size() - kernelAt;
    return new BzImage(
        version,
        bytes.part(0, kernelAt),
        bytes.part(HEADER, headerEnd - HEADER),
        bytes.part(kernelAt, kernelSize),
        preferredAddress(bytes),
        alignment(bytes),
        bytes.u8(RELOCATABLE) != 0,
        workSize(bytes, kernelSize),
        (int) Math.min(bytes.u32(COMMAND_LINE_LIMIT), 0xffff),
        bytes.u32(INITRD_LIMIT));
  }

  private static long kernelOffset(ImageBytes bytes) {
    int sectors = bytes.u8(SETUP_SECTORS);
    return (long) SECTOR * (1 + (sectors == 0 ? DEFAULT_SETUP_SECTORS : sectors));
  }

  private static long preferredAddress(ImageBytes bytes) {
    long address = bytes.u64(PREFERRED_ADDRESS);
    require(
        address >= LinuxLoader.LOW_END && address < 4 * GIB,
        PREFERRED_ADDRESS,
        "preferred address 0x%x is not between 1 MiB and 4 GiB".formatted(address));
    return address;
  }

  private static long alignment(ImageBytes bytes) {
    long alignment = bytes.u32(ALIGNMENT);
    require(
        Long.bitCount(alignment) == 1 && alignment <= GIB,
        ALIGNMENT,
        "alignment 0x%x is no power of two up to 1 GiB".formatted(alignment));
    return alignment;
  }

  private static long workSize(ImageBytes bytes, long kernelSize) {
    long size = bytes.u32(WORK_SIZE);
    require(
        size >= kernelSize,
        WORK_SIZE,
        "work size 0x%x is less than the kernel's 0x%x".formatted(size, kernelSize));
    return size;
  }

  private static void require(boolean fulfilled, int offset, String problem) {
    if (!fulfilled) {
      throw new BootImageException(NAME, offset, problem);
    }
  }

  /**
   * A command line as the kernel reads it, with its final 0.
   *
   * @throws BootImageException when it is longer than the kernel takes
   */
  byte[] commandLine(String text) {
    require(
        text.length() <= commandLineLimit,
        COMMAND_LINE_LIMIT,
        "the command line has %d characters, the kernel takes %d"
            .formatted(text.length(), commandLineLimit));
    return (text + "\0").getBytes(StandardCharsets.US_ASCII);
  }

  /** Where the 64-bit entry is when the kernel is at this address. */
  long entry(long address) {
    return address + ENTRY_64;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "bzImage, boot protocol %d.%02d, kernel of 0x%x bytes for 0x%x",
        version >> 8,
        version & 0xff,
        kernel.byteSize(),
        preferredAddress);
  }
}
