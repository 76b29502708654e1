package org.memslot.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.memslot.testing.Seeds;

/** Regions of many gigabytes that come and go over and under each other, beside a plain list. */
class LargeRegionsTest {
  private static final long SEED = Seeds.seed("LargeRegionsTest", 20261124);

  /** Where tables of pages are likely to be cut, the ends of both address spaces included. */
  private static final int[] BITS = {12, 21, 22, 24, 30, 33, 34, 40, 42, 43, 44, 52, 63};

  private final AddressSpace space = AddressSpace.memory("memory");
  private final List<Placed> placed = new ArrayList<>();
  private Random random = new Random(SEED);
  private int order;

  /** A region as the list knows it. */
  private record Placed(AddressRange range, MemoryRegion region, int priority, int order) {}

  /** A device that says its name and the offset. */
  private record Named(long name) implements IoHandler {
    @Override
    public long read(long offset, int width) {
      return offset ^ name;
    }

    @Override
    public void write(long offset, int width, long value) {}
  }

  @RepeatedTest(20)
  void eachAddressIsAnsweredByTheRegionOnTop(RepetitionInfo repetition) {
    long seed = SEED + repetition.getCurrentRepetition();
    System.out.println("seed " + seed);
    random = new Random(seed);
    try {
      for (int step = 0; step < 25; step++) {
        if (!placed.isEmpty() && random.nextInt(3) == 0) {
          Placed gone = placed.remove(random.nextInt(placed.size()));
          space.change(c -> c.remove(gone.region));
          close(gone);
        } else {
          place();
        }
        compare();
      }
    } finally {
      placed.forEach(p -> space.change(c -> c.remove(p.region)));
      placed.forEach(LargeRegionsTest::close);
    }
  }

  private void place() {
    long base = boundary();
    long size = Math.max(boundary() & Long.MAX_VALUE, 0x1000);
    boolean fits = Long.compareUnsigned(base + size - 1, base) >= 0;
    long length = fits ? size : 0x1000;
    boolean ram = length < 1L << 37 && random.nextBoolean();
    MemoryRegion region =
        ram
            ? RamRegion.create("ram" + order, length)
            : new DeviceRegion("device" + order, length, new Named((long) order << 56));
    Placed added = new Placed(AddressRange.of(base, length), region, random.nextInt(3), order++);
    placed.add(added);
    space.change(c -> c.add(base, region, added.priority));
  }

  /** A sum of a few powers of two, give or take a page. */
  private long boundary() {
    long at = (random.nextInt(3) - 1) * 0x1000L;
    for (int i = random.nextInt(3); i >= 0; i--) {
      at += (random.nextInt(4) + 1L) << BITS[random.nextInt(BITS.length)];
    }
    return at;
  }

  private void compare() {
    for (Placed p : placed) {
      probe(p.range.first());
      probe(p.range.first() - 8);
      probe(p.range.last() - 7);
      probe(p.range.last() + 1);
      probe(p.range.first() + Math.floorMod(random.nextLong(), 1L << 45) / 8 * 8);
      probe(p.range.first() + boundary());
    }
  }

  private void probe(long address) {
    Optional<Placed> top =
        placed.stream()
            .filter(p -> p.range.contains(address))
            .max(Comparator.comparingInt(Placed::priority).thenComparingInt(Placed::order));
    if (top.isEmpty()) {
      assertThat(space.read64(address)).as("hole at 0x%x", address).isEqualTo(-1);
      return;
    }
    long offset = address - top.get().range.first();
    switch (top.get().region) {
      case RamRegion ram -> {
        long value = random.nextLong();
        space.write64(address, value);
        assertThat(space.read64(address)).as("%s at 0x%x", ram, address).isEqualTo(value);
        try (Pin pin = ram.pin("test")) {
          assertThat(pin.memory().get(ValueLayout.JAVA_LONG, offset)).isEqualTo(value);
        }
      }
      case DeviceRegion device ->
          assertThat(space.read64(address))
              .as("%s at 0x%x", device, address)
              .isEqualTo(offset ^ ((Named) device.handler()).name());
      case RomRegion _, AliasRegion _, ContainerRegion _ -> throw new AssertionError(top);
    }
  }

  private static void close(Placed placed) {
    if (placed.region instanceof RamRegion ram) {
      ram.close();
    }
  }
}
