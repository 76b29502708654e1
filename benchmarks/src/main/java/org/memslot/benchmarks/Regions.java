package org.memslot.benchmarks;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.memslot.machine.AddressSpace;
import org.memslot.machine.RamRegion;

/**
 * 64 MiB of RAM in equal regions with holes of the same size between, and random 8-byte aligned
 * addresses in about 1024 pages of it, whatever the number of regions; beside it, for one region,
 * its memory as a segment; for more, another segment of the same size. All pages have been touched,
 * so that none is read from the one page of zeros.
 */
final class Regions {
  private static final long TOTAL = 64L << 20;
  private static final long BASE = 1L << 30;
  private static final int PAGES = 1024;

  final AddressSpace space = AddressSpace.memory("memory");
  final List<RamRegion> rams = new ArrayList<>();
  final MemorySegment flat;
  final long[] addresses;
  final long[] offsets;

  Regions(int regions, int count) {
    long size = TOTAL / regions;
    for (int i = 0; i < regions; i++) {
      RamRegion ram = RamRegion.create("ram" + i, size);
      rams.add(ram);
    }
    space.change(
        c -> {
          for (int i = 0; i < regions; i++) {
            c.add(BASE + 2L * i * size, rams.get(i));
          }
        });
    flat = flat();
    rams.forEach(ram -> space.fill(addressOf(ram), ram.size(), (byte) 1));
    Random random = new Random(1);
    List<Integer> pages = new ArrayList<>();
    for (int i = 0; i < TOTAL >> 12; i++) {
      pages.add(i);
    }
    Collections.shuffle(pages, random);
    addresses = new long[count];
    offsets = new long[count];
    for (int i = 0; i < count; i++) {
      long offset = ((long) pages.get(random.nextInt(PAGES)) << 12) + 8L * random.nextInt(512);
      offsets[i] = offset;
      addresses[i] = BASE + offset / size * 2 * size + offset % size;
      flat.set(ValueLayout.JAVA_LONG, offset, i);
      space.write64(addresses[i], i);
    }
  }

  /** The memory of the one region itself; for several, as many bytes in one piece. */
  private MemorySegment flat() {
    RamRegion whole = rams.size() == 1 ? rams.getFirst() : RamRegion.create("flat", TOTAL);
    MemorySegment memory = whole.pin("benchmark").memory();
    memory.fill((byte) 1);
    return memory;
  }

  private long addressOf(RamRegion ram) {
    return BASE + 2 * ram.size() * rams.indexOf(ram);
  }
}
