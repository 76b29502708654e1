package org.memslot.hypervisor.boot;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.memslot.bios.E820Entry;
import org.memslot.machine.AddressRange;
import org.memslot.machine.MemoryAccess;

/**
 * Lays a PVH image out in guest memory (Xen public header {@code arch-x86/hvm/start_info.h}): start
 * info of version 1 with memory map, command line, one module and the RSDP.
 */
public final class PvhLoader {
  /** The most entries of the memory map that the start info has room for. */
  public static final int MAP_LIMIT = 1024;

  private static final String NAME = "PVH image";
  private static final long DESCRIPTORS = 0x1000;
  private static final long START_INFO = 0x6000;
  private static final long MODULES = 0x6100;
  private static final long MEMORY_MAP = 0x7000;
  private static final long COMMAND_LINE = 0x20000;
  private static final int COMMAND_LINE_LIMIT = 0xffff;
  private static final int MAGIC = 0x336e_c578;
  private static final int MAP_ENTRY = 24;
  private static final int PAGE = 4096;
  private static final long FOUR_GIB = 1L << 32;

  private final MemoryAccess memory;

  /**
   * A loader into this memory.
   *
   * @param memory throws where nothing answers; a {@link org.memslot.machine.AddressSpace#checked}
   */
  public PvhLoader(MemoryAccess memory) {
    this.memory = memory;
  }

  /**
   * Puts image and all into memory.
   *
   * @throws BootImageException when something does not fit the machine; the message says what
   */
  public BootEntry load(PvhImage image, LinuxBoot boot) {
    image.segments().forEach(segment -> check(segment, boot));
    checkApart(image.segments());
    image.segments().forEach(this::place);
    memory.fill(START_INFO, 2 * PAGE, (byte) 0);
    memory.write32(START_INFO, MAGIC);
    memory.write32(START_INFO + 4, 1);
    boot.initrd().filter(initrd -> initrd.byteSize() != 0).ifPresent(i -> module(image, boot, i));
    commandLine(boot.commandLine());
    memory.write64(START_INFO + 32, boot.rsdp());
    map(boot.map().entries());
    FlatDescriptors.write(memory, DESCRIPTORS, false);
    return new BootEntry.ProtectedMode(image.entry(), START_INFO, DESCRIPTORS);
  }

  private static void check(PvhImage.Segment segment, LinuxBoot boot) {
    boolean low = segment.address() >= LinuxLoader.LOW_END && segment.address() < FOUR_GIB;
    boolean fits = low && segment.size() > 0 && segment.size() < FOUR_GIB;
    if (!fits || !boot.map().spans(AddressRange.of(segment.address(), segment.size()))) {
      throw new BootImageException(
          NAME,
          0,
          "a segment of 0x%x bytes at 0x%x is not in RAM between 1 MiB and 4 GiB"
              .formatted(segment.size(), segment.address()));
    }
  }

  /** Segments that overlap would be filled again and again. */
  private static void checkApart(List<PvhImage.Segment> segments) {
    for (int i = 0; i < segments.size(); i++) {
      for (PvhImage.Segment before : segments.subList(0, i)) {
        PvhImage.Segment segment = segments.get(i);
        if (overlaps(before, segment.address(), segment.size())) {
          throw new BootImageException(
              NAME,
              0,
              "segments of 0x%x bytes at 0x%x and 0x%x bytes at 0x%x overlap"
                  .formatted(before.size(), before.address(), segment.size(), segment.address()));
        }
      }
    }
  }

  private void place(PvhImage.Segment segment) {
    MemorySegment content = segment.content();
    memory.write(segment.address(), content);
    memory.fill(
        segment.address() + content.byteSize(), segment.size() - content.byteSize(), (byte) 0);
  }

  private void module(PvhImage image, LinuxBoot boot, MemorySegment initrd) {
    long address = moduleAddress(image, boot, initrd.byteSize());
    memory.write(address, initrd);
    memory.write32(START_INFO + 12, 1);
    memory.write64(START_INFO + 16, MODULES);
    memory.write64(MODULES, address);
    memory.write64(MODULES + 8, initrd.byteSize());
  }

  private static long moduleAddress(PvhImage image, LinuxBoot boot, long size) {
    AddressRange kernel =
        image.segments().stream()
            .findFirst()
            .map(segment -> AddressRange.of(segment.address(), segment.size()))
            .orElseGet(() -> AddressRange.of(LinuxLoader.LOW_END, PAGE));
    for (E820Entry entry : LinuxLoader.fromKernelDown(boot.map(), kernel)) {
      long address = (entry.range().last() + 1 - size) & -PAGE;
      if (entry.range().last() < FOUR_GIB
          && entry.range().first() >= 0
          && address >= LinuxLoader.LOW_END
          && entry.isRamSpanning(AddressRange.of(address, size))
          && image.segments().stream().noneMatch(s -> overlaps(s, address, size))) {
        return address;
      }
    }
    throw new NoRoomException(
        "initial RAM disk", 0, "0x%x bytes find no room beside the image".formatted(size));
  }

  private static boolean overlaps(PvhImage.Segment segment, long address, long size) {
    return segment.address() < address + size && address < segment.address() + segment.size();
  }

  private void commandLine(String text) {
    byte[] bytes = (text + "\0").getBytes(StandardCharsets.US_ASCII);
    if (bytes.length > COMMAND_LINE_LIMIT) {
      throw new BootImageException(
          NAME, 0, "a command line of %d characters".formatted(bytes.length - 1));
    }
    memory.write(COMMAND_LINE, bytes, 0, bytes.length);
    memory.write64(START_INFO + 24, COMMAND_LINE);
  }

  private void map(List<E820Entry> entries) {
    if (entries.size() > MAP_LIMIT) {
      throw new BootImageException(NAME, 0, "a memory map of %d entries".formatted(entries.size()));
    }
    memory.write64(START_INFO + 40, MEMORY_MAP);
    memory.write32(START_INFO + 48, entries.size());
    long at = MEMORY_MAP;
    for (E820Entry entry : entries) {
      memory.write64(at, entry.range().first());
      memory.write64(at + 8, entry.range().length());
      memory.write32(at + 16, entry.type().code());
      at += MAP_ENTRY;
    }
  }
}
