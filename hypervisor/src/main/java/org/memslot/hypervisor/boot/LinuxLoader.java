package org.memslot.hypervisor.boot;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.memslot.bios.E820Entry;
import org.memslot.bios.E820Map;
import org.memslot.machine.AddressRange;
import org.memslot.machine.MemoryAccess;

/**
 * Lays a Linux kernel out in guest memory by the 64-bit boot protocol (Linux documentation, "The
 * Linux/x86 Boot Protocol", section 64-bit boot protocol): zero page, command line, page tables and
 * descriptors in the first 640 KiB, the kernel at its preferred address, the initial RAM disk at
 * the end of the RAM that the kernel lies in, or of other RAM below 4 GiB.
 */
public final class LinuxLoader {
  /** Where the first megabyte ends. */
  static final long LOW_END = 0x10_0000;

  private static final long DESCRIPTORS = 0x1000;
  private static final long ZERO_PAGE = 0x7000;
  private static final long PAGE_TABLES = 0x9000;
  private static final long SETUP_DATA = 0x10000;
  private static final long COMMAND_LINE = 0x20000;

  private static final int PAGE = 4096;
  private static final long GIB = 1L << 30;
  private static final long HUGE_PAGE = 2L << 20;
  private static final int IDENTITY_GIBS = 4;
  private static final int PRESENT_WRITABLE = 3;
  private static final int HUGE = 0x80;

  private static final int RSDP = 0x070;
  private static final int INITRD_HIGH = 0x0c0;
  private static final int E820_COUNT = 0x1e8;
  private static final int E820_TABLE = 0x2d0;
  private static final int E820_LIMIT = 128;
  private static final int E820_ENTRY = 20;
  private static final int SETUP_E820_EXT = 1;
  private static final int SETUP_DATA_HEADER = 16;

  /** Entries that fit between the page tables and the command line. */
  private static final int E820_MORE_LIMIT =
      (int) (COMMAND_LINE - SETUP_DATA - SETUP_DATA_HEADER) / E820_ENTRY;

  private final MemoryAccess memory;

  /**
   * A loader into this memory.
   *
   * @param memory throws where nothing answers; a {@link org.memslot.machine.AddressSpace#checked}
   */
  public LinuxLoader(MemoryAccess memory) {
    this.memory = memory;
  }

  /**
   * Puts kernel and all into memory.
   *
   * @throws BootImageException when something does not fit the machine; the message says what
   */
  public BootEntry load(BzImage kernel, LinuxBoot boot) {
    AddressRange at = place(kernel, boot);
    memory.write(at.first(), kernel.kernel());
    memory.fill(ZERO_PAGE, PAGE, (byte) 0);
    memory.write(ZERO_PAGE + BzImage.HEADER, kernel.setupHeader());
    memory.write8(ZERO_PAGE + SetupHeader.BOOT_LOADER, SetupHeader.UNDEFINED_LOADER);
    memory.write8(
        ZERO_PAGE + SetupHeader.LOAD_FLAGS,
        memory.read8(ZERO_PAGE + SetupHeader.LOAD_FLAGS) & ~SetupHeader.CAN_USE_HEAP);
    memory.write64(ZERO_PAGE + RSDP, boot.rsdp());
    commandLine(kernel, boot.commandLine());
    boot.initrd().ifPresent(initrd -> initrd(kernel, boot, at, initrd));
    e820(boot.map().entries());
    identityMap();
    FlatDescriptors.write(memory, DESCRIPTORS, true);
    return new BootEntry.LongMode(kernel.entry(at.first()), ZERO_PAGE, PAGE_TABLES, DESCRIPTORS);
  }

  /**
   * The preferred address where that is RAM, else, for a relocatable kernel, the lowest that is.
   */
  private static AddressRange place(BzImage kernel, LinuxBoot boot) {
    AddressRange wanted = AddressRange.of(kernel.preferredAddress(), kernel.workSize());
    if (boot.map().spans(wanted)) {
      return wanted;
    }
    if (kernel.relocatable()) {
      for (E820Entry entry : boot.map().entries()) {
        long first = Math.max(entry.range().first(), LOW_END);
        long aligned = (first + kernel.alignment() - 1) & -kernel.alignment();
        if (aligned < IDENTITY_GIBS * GIB - kernel.workSize()) {
          AddressRange candidate = AddressRange.of(aligned, kernel.workSize());
          if (entry.isRamSpanning(candidate)) {
            return candidate;
          }
        }
      }
    }
    throw new NoRoomException(
        "Linux bzImage",
        0x258,
        "the kernel needs 0x%x bytes of RAM at 0x%x, and there are none below 4 GiB"
            .formatted(kernel.workSize(), kernel.preferredAddress()));
  }

  private void commandLine(BzImage kernel, String text) {
    byte[] bytes = kernel.commandLine(text);
    memory.write(COMMAND_LINE, bytes, 0, bytes.length);
    memory.write32(ZERO_PAGE + SetupHeader.COMMAND_LINE_POINTER, (int) COMMAND_LINE);
  }

  private void initrd(BzImage kernel, LinuxBoot boot, AddressRange kernelAt, MemorySegment initrd) {
    if (initrd.byteSize() == 0) {
      return;
    }
    long address = initrdAddress(kernel, boot, kernelAt, initrd.byteSize());
    memory.write(address, initrd);
    memory.write32(ZERO_PAGE + SetupHeader.INITRD_ADDRESS, (int) address);
    memory.write32(ZERO_PAGE + SetupHeader.INITRD_SIZE, (int) initrd.byteSize());
    memory.write32(ZERO_PAGE + INITRD_HIGH, 0);
  }

  private static long initrdAddress(
      BzImage kernel, LinuxBoot boot, AddressRange kernelAt, long size) {
    for (E820Entry entry : fromKernelDown(boot.map(), kernelAt)) {
      long last = Math.min(entry.range().last(), kernel.initrdLimit());
      long address = (last + 1 - size) & -PAGE;
      boolean fits = entry.range().first() >= 0 && last > 0 && address >= LOW_END;
      if (fits) {
        AddressRange candidate = AddressRange.of(address, size);
        if (entry.isRamSpanning(candidate) && !candidate.overlaps(kernelAt)) {
          return candidate.first();
        }
      }
    }
    throw new NoRoomException(
        "initial RAM disk",
        0,
        String.format(
            Locale.ROOT,
            "0x%x bytes find no room beside the kernel (%s) below 0x%x",
            size,
            kernelAt,
            kernel.initrdLimit()));
  }

  /**
   * The RAM that the kernel lies in comes first: it is boot memory, and what lies higher may be a
   * slot's, which could not be removed with the initial RAM disk in it.
   */
  static List<E820Entry> fromKernelDown(E820Map map, AddressRange kernel) {
    List<E820Entry> entries = new ArrayList<>(map.entries().reversed());
    entries.sort(Comparator.comparing(entry -> !entry.range().contains(kernel)));
    return entries;
  }

  /** The first entries are in the zero page, the others in a setup_data of type SETUP_E820_EXT. */
  private void e820(List<E820Entry> entries) {
    if (entries.size() > E820_LIMIT + E820_MORE_LIMIT) {
      throw new BootImageException(
          "e820 map",
          0,
          "%d entries, the boot protocol's structures have room for %d"
              .formatted(entries.size(), E820_LIMIT + E820_MORE_LIMIT));
    }
    int first = Math.min(entries.size(), E820_LIMIT);
    memory.write8(ZERO_PAGE + E820_COUNT, first);
    write(ZERO_PAGE + E820_TABLE, entries.subList(0, first));
    if (entries.size() > first) {
      List<E820Entry> more = entries.subList(first, entries.size());
      memory.write64(ZERO_PAGE + SetupHeader.SETUP_DATA, SETUP_DATA);
      memory.write64(SETUP_DATA, 0); // the last of the list
      memory.write32(SETUP_DATA + 8, SETUP_E820_EXT);
      memory.write32(SETUP_DATA + 12, more.size() * E820_ENTRY);
      write(SETUP_DATA + SETUP_DATA_HEADER, more);
    }
  }

  private void write(long address, List<E820Entry> entries) {
    long at = address;
    for (E820Entry entry : entries) {
      memory.write64(at, entry.range().first());
      memory.write64(at + 8, entry.range().length());
      memory.write32(at + 16, entry.type().code());
      at += E820_ENTRY;
    }
  }

  /** The first 4 GiB as 2 MiB pages: a top level, one table of 4 entries, 4 tables of pages. */
  private void identityMap() {
    memory.fill(PAGE_TABLES, 2 * PAGE, (byte) 0);
    memory.write64(PAGE_TABLES, (PAGE_TABLES + PAGE) | PRESENT_WRITABLE);
    for (int gib = 0; gib < IDENTITY_GIBS; gib++) {
      long table = PAGE_TABLES + (2L + gib) * PAGE;
      memory.write64(PAGE_TABLES + PAGE + 8L * gib, table | PRESENT_WRITABLE);
      for (int i = 0; i < PAGE / 8; i++) {
        long address = gib * GIB + i * HUGE_PAGE;
        memory.write64(table + 8L * i, address | PRESENT_WRITABLE | HUGE);
      }
    }
  }
}
