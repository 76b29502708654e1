package org.memslot.hypervisor.boot;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * An ELF executable for x86 with a PVH entry (Xen documentation, "x86/HVM direct boot ABI"): a note
 * of the name "Xen" and type XEN_ELFNOTE_PHYS32_ENTRY says where a CPU in 32-bit protected mode
 * starts.
 *
 * @param entry guest-physical address of the first instruction
 * @param segments what is to be in memory
 */
public record PvhImage(long entry, List<Segment> segments) {
  /**
   * A part of the image in memory.
   *
   * @param address guest-physical
   * @param content its bytes
   * @param size bytes in memory; those behind the content are 0
   */
  public record Segment(long address, MemorySegment content, long size) {}

  private static final String NAME = "ELF image";
  private static final long MAGIC = 0x464c_457f;
  private static final int CLASS_32 = 1;
  private static final int CLASS_64 = 2;
  private static final int LITTLE_ENDIAN = 1;
  private static final int PT_LOAD = 1;
  private static final int PT_NOTE = 4;
  private static final int PHYS32_ENTRY = 18;
  private static final long XEN = 0x006e_6558;
  private static final long LAST_32_BIT_ADDRESS = 0xffff_ffffL;
  private static final int MOST_HEADERS = 128;
  private static final int MOST_NOTES = 1024;

  /** One program header, from either class. */
  private record Header(
      int type, long offset, long address, long fileSize, long memorySize, long at) {}

  /** Keeps an immutable copy. */
  public PvhImage {
    segments = List.copyOf(segments);
  }

  /**
   * Reads an image.
   *
   * @throws BootImageException when it is no ELF executable for x86, or has no PVH entry
   */
  public static PvhImage parse(MemorySegment image) {
    ImageBytes bytes = new ImageBytes(NAME, image);
    if (bytes.u32(0) != MAGIC) {
      throw new BootImageException(NAME, 0, "no ELF magic");
    }
    List<Header> headers = headers(bytes);
    List<Segment> segments = new ArrayList<>();
    OptionalLong entry = OptionalLong.empty();
    for (Header header : headers) {
      if (header.type() == PT_LOAD && header.memorySize() != 0) {
        segments.add(segment(bytes, header));
      } else if (header.type() == PT_NOTE && entry.isEmpty()) {
        entry = entry(bytes, header);
      }
    }
    if (entry.isEmpty()) {
      throw new BootImageException(
          NAME, 0, "no note Xen/XEN_ELFNOTE_PHYS32_ENTRY: the image has no PVH entry");
    }
    if (Long.compareUnsigned(entry.getAsLong(), LAST_32_BIT_ADDRESS) > 0) {
      throw new BootImageException(
          NAME, 0, "the PVH entry 0x%x is not below 4 GiB".formatted(entry.getAsLong()));
    }
    return new PvhImage(entry.getAsLong(), segments);
  }

  private static List<Header> headers(ImageBytes bytes) {
    int elfClass = bytes.u8(4);
    if ((elfClass != CLASS_32 && elfClass != CLASS_64) || bytes.u8(5) != LITTLE_ENDIAN) {
      throw new BootImageException(NAME, 4, "not little-endian ELF of 32 or 64 bits");
    }
    boolean wide = elfClass == CLASS_64;
    long table = wide ? bytes.u64(32) : bytes.u32(28);
    int size = bytes.u16(wide ? 54 : 42);
    int count = bytes.u16(wide ? 56 : 44);
    if (count > MOST_HEADERS || size < (wide ? 56 : 32)) {
      throw new BootImageException(
          NAME,
          wide ? 54 : 42,
          "%d program headers of %d bytes; at most %d are read"
              .formatted(count, size, MOST_HEADERS));
    }
    List<Header> headers = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      long at = table + (long) i * size;
      headers.add(wide ? header64(bytes, at) : header32(bytes, at));
    }
    return headers;
  }

  private static Header header64(ImageBytes bytes, long at) {
    return new Header(
        (int) bytes.u32(at),
        bytes.u64(at + 8),
        bytes.u64(at + 24),
        bytes.u64(at + 32),
        bytes.u64(at + 40),
        at);
  }

  private static Header header32(ImageBytes bytes, long at) {
    return new Header(
        (int) bytes.u32(at),
        bytes.u32(at + 4),
        bytes.u32(at + 12),
        bytes.u32(at + 16),
        bytes.u32(at + 20),
        at);
  }

  private static Segment segment(ImageBytes bytes, Header header) {
    if (Long.compareUnsigned(header.fileSize(), header.memorySize()) > 0) {
      throw new BootImageException(
          NAME,
          header.at(),
          "0x%x bytes in the file, 0x%x in memory"
              .formatted(header.fileSize(), header.memorySize()));
    }
    return new Segment(
        header.address(), bytes.part(header.offset(), header.fileSize()), header.memorySize());
  }

  /** Notes are name size, content size, type, then name and content, each filled up to 4 bytes. */
  private static OptionalLong entry(ImageBytes bytes, Header notes) {
    ImageBytes note = new ImageBytes(NAME + " note", bytes.part(notes.offset(), notes.fileSize()));
    long at = 0;
    for (int i = 0; i < MOST_NOTES && at + 12 <= note.size(); i++) {
      long nameSize = note.u32(at);
      long valueSize = note.u32(at + 4);
      long valueAt = at + 12 + padded(nameSize);
      if (note.u32(at + 8) == PHYS32_ENTRY && nameSize == 4 && note.u32(at + 12) == XEN) {
        return OptionalLong.of(valueSize >= 8 ? note.u64(valueAt) : note.u32(valueAt));
      }
      at = valueAt + padded(valueSize);
    }
    return OptionalLong.empty();
  }

  private static long padded(long size) {
    return (size + 3) & -4;
  }
}
