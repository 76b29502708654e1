package org.memslot.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.memslot.testing.Seeds;

/**
 * Random topologies against {@link ModelSpace}: overlaps, priorities, aliases, containers, holes
 * and the edges of the 64-bit space, with refused edits and vetoes rolled back. Replay one with
 * -Dseed=N.
 */
class RandomTopologyTest {
  /**
   * Where regions are placed: low memory, where two leaves and where two directories of the page
   * table meet, its end, the middle and the end of all.
   */
  private static final long[] PLACES = {
    0, 0x1000, 0xff_f000, 0x1_ffff_8000L, (1L << 44) - 0x8000, 1L << 63, -0x1_0000L
  };

  private final AddressSpace space = AddressSpace.memory("memory");
  private final ModelSpace model = new ModelSpace();
  private final TreeMap<Long, FlatRange> replayed = new TreeMap<>(Long::compareUnsigned);
  private final List<RamRegion> rams = new ArrayList<>();
  private Random random = new Random();
  private boolean veto;
  private int serial;

  @RepeatedTest(40)
  void equalsTheModel(RepetitionInfo repetition) {
    long seed = Seeds.seed("RandomTopologyTest", 1000L + repetition.getCurrentRepetition());
    random = new Random(seed);
    space.addListener(new Replay());
    for (int step = 0; step < 30; step++) {
      transaction();
      compare("seed %d step %d".formatted(seed, step));
    }
    space.change(c -> model.placed().forEach(c::remove));
    assertThat(space.view().ranges()).isEmpty();
    rams.forEach(RamRegion::close);
  }

  private final class Replay implements TopologyListener {
    @Override
    public void prepare(TopologyDelta delta) {
      if (veto) {
        throw new TopologyException("veto");
      }
    }

    @Override
    public void commit(TopologyDelta delta) {
      for (FlatRange range : delta.removed()) {
        assertThat(replayed.remove(range.range().first(), range))
            .as("removes what is there: %s", range)
            .isTrue();
      }
      for (FlatRange range : delta.added()) {
        assertThat(replayed.put(range.range().first(), range)).as("adds once: %s", range).isNull();
      }
    }
  }

  /** Some edits in one change, in both spaces; either both do them or neither. */
  private void transaction() {
    List<Consumer<TopologyChange>> edits = new ArrayList<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      edits.add(edit());
    }
    veto = random.nextInt(8) == 0;
    List<FlatRange> before = space.view().ranges();
    List<ModelSpace.Child> snapshot = model.snapshot();
    boolean refused = false;
    try {
      edits.forEach(edit -> edit.accept(model));
    } catch (ModelSpace.Refused e) {
      refused = true;
    }
    try {
      space.change(c -> edits.forEach(edit -> edit.accept(c)));
      assertThat(refused).as("the model refuses what the space does").isFalse();
    } catch (TopologyException | AddressRangeException e) {
      assertThat(refused || veto)
          .as("the model does what the space refuses: %s", e.getMessage())
          .isTrue();
      assertThat(space.view().ranges()).isEqualTo(before);
      model.restore(snapshot);
    }
    veto = false;
  }

  private Consumer<TopologyChange> edit() {
    List<MemoryRegion> placed = model.placed();
    if (!placed.isEmpty() && random.nextInt(3) == 0) {
      MemoryRegion region = placed.get(random.nextInt(placed.size()));
      boolean on = random.nextBoolean();
      return random.nextBoolean() ? c -> c.remove(region) : c -> c.setEnabled(region, on);
    }
    MemoryRegion region =
        !placed.isEmpty() && random.nextInt(10) == 0 ? placed.getFirst() : region(placed);
    List<ContainerRegion> containers =
        placed.stream()
            .filter(ContainerRegion.class::isInstance)
            .map(ContainerRegion.class::cast)
            .toList();
    int priority = random.nextInt(3) - 1;
    boolean strict = random.nextBoolean();
    if (!containers.isEmpty() && random.nextInt(3) == 0) {
      ContainerRegion into = containers.get(random.nextInt(containers.size()));
      long offset = Math.floorMod(place(), into.size());
      return c -> {
        if (strict) {
          c.add(into, offset, region);
        } else {
          c.add(into, offset, region, priority);
        }
      };
    }
    long base = PLACES[random.nextInt(PLACES.length)] + place();
    return c -> {
      if (strict) {
        c.add(base, region);
      } else {
        c.add(base, region, priority);
      }
    };
  }

  private long place() {
    return switch (random.nextInt(3)) {
      case 0 -> random.nextInt(0x8000);
      case 1 -> random.nextInt(0x20) * 0x1000L;
      default -> random.nextInt(0x800) * 8L;
    };
  }

  private long size() {
    return switch (random.nextInt(16)) {
      case 0 -> 1 + random.nextInt(16);
      case 1 -> 1 + random.nextInt(0x3000);
      case 2 -> 0x110_0000L + random.nextInt(3) * 0x1000L;
      default -> (1 + random.nextInt(8)) * 0x1000L;
    };
  }

  private MemoryRegion region(List<MemoryRegion> placed) {
    String name = "r" + serial++;
    return switch (random.nextInt(6)) {
      case 0 -> rom(name);
      case 1 -> device(name);
      case 2 -> new ContainerRegion(name, size());
      case 3 ->
          placed.isEmpty() ? ram(name) : alias(name, placed.get(random.nextInt(placed.size())));
      default -> ram(name);
    };
  }

  private RamRegion ram(String name) {
    RamRegion ram = RamRegion.create(name, size());
    rams.add(ram);
    return ram;
  }

  private RomRegion rom(String name) {
    byte[] content = new byte[1 + random.nextInt(0x4000)];
    random.nextBytes(content);
    RomRegion rom = RomRegion.of(name, content);
    System.arraycopy(content, 0, model.bytesOf(rom), 0, content.length);
    return rom;
  }

  private DeviceRegion device(String name) {
    byte[] file = new byte[(1 + random.nextInt(0x400)) * 8];
    random.nextBytes(file);
    int narrowest = 1 << random.nextInt(4);
    int widest = narrowest << random.nextInt(4 - Integer.numberOfTrailingZeros(narrowest));
    DeviceRegion device =
        new DeviceRegion(
            name, file.length, new Registers(file), AccessWidths.handling(narrowest, widest));
    System.arraycopy(file, 0, model.bytesOf(device), 0, file.length);
    return device;
  }

  /**
   * Registers that are plain bytes, and that never see what the contract of {@link IoHandler}
   * excludes.
   */
  private static final class Registers implements IoHandler {
    private final byte[] file;

    Registers(byte[] file) {
      this.file = file;
    }

    @Override
    public long read(long offset, int width) {
      assertThat(offset % width).isZero();
      long value = 0;
      for (int i = 0; i < width; i++) {
        value |= (file[(int) offset + i] & 0xffL) << (i * 8);
      }
      return value;
    }

    @Override
    public void write(long offset, int width, long value) {
      assertThat(offset % width).isZero();
      for (int i = 0; i < width; i++) {
        file[(int) offset + i] = (byte) (value >>> (i * 8));
      }
    }
  }

  private AliasRegion alias(String name, MemoryRegion target) {
    long offset = Math.floorMod(random.nextLong(), target.size());
    long left = target.size() - offset;
    return new AliasRegion(name, target, offset, 1 + Math.floorMod(random.nextLong(), left));
  }

  private void compare(String when) {
    assertThat(new ArrayList<>(replayed.values())).as(when).isEqualTo(space.view().ranges());
    FlatRange last = null;
    for (FlatRange range : space.view().ranges()) {
      if (last != null) {
        assertThat(Long.compareUnsigned(last.range().last(), range.range().first()))
            .as(when)
            .isNegative();
      }
      last = range;
    }
    for (int i = 0; i < 60; i++) {
      long address = interesting();
      assertThat(
              space
                  .view()
                  .find(address)
                  .map(r -> new ModelSpace.Spot(r.region(), r.offsetOf(address))))
          .as("%s: 0x%x", when, address)
          .isEqualTo(model.at(address));
      access(when, address, 1 << random.nextInt(4));
    }
    bulk(when, interesting(), random.nextInt(random.nextInt(4) == 0 ? 0x3000 : 100));
  }

  /** An address near the edge of a range, or anywhere. */
  private long interesting() {
    List<FlatRange> ranges = space.view().ranges();
    if (ranges.isEmpty() || random.nextInt(8) == 0) {
      return PLACES[random.nextInt(PLACES.length)] + random.nextInt(0x1_0000);
    }
    AddressRange range = ranges.get(random.nextInt(ranges.size())).range();
    return switch (random.nextInt(4)) {
      case 0 -> range.first() - 8 + random.nextInt(16);
      case 1 -> range.last() - 8 + random.nextInt(16);
      case 2 -> (range.first() & -0x1000L) + 0x1000L * random.nextInt(4) - 8 + random.nextInt(16);
      default ->
          range.first()
              + Math.floorMod(random.nextLong(), Math.max(1, range.last() - range.first() + 1));
    };
  }

  private int modelRead(long base, long i) {
    return Long.compareUnsigned(base + i, base) < 0 ? 0xff : model.read(base + i);
  }

  private void modelWrite(long base, long i, byte value) {
    if (Long.compareUnsigned(base + i, base) >= 0) {
      model.write(base + i, value);
    }
  }

  private void access(String when, long address, int width) {
    if (random.nextBoolean()) {
      long value = random.nextLong();
      space.write(address, width, value);
      for (int i = 0; i < width; i++) {
        modelWrite(address, i, (byte) (value >>> (i * 8)));
      }
    }
    long expected = 0;
    for (int i = 0; i < width; i++) {
      expected |= (long) modelRead(address, i) << (i * 8);
    }
    assertThat(space.read(address, width))
        .as("%s: %d bytes at 0x%x", when, width, address)
        .isEqualTo(expected);
  }

  private void bulk(String when, long address, int length) {
    byte[] data = new byte[length];
    if (random.nextBoolean()) {
      random.nextBytes(data);
      space.write(address, data, 0, length);
      for (int i = 0; i < length; i++) {
        modelWrite(address, i, data[i]);
      }
    }
    byte[] expected = new byte[length];
    for (int i = 0; i < length; i++) {
      expected[i] = (byte) modelRead(address, i);
    }
    space.read(address, data, 0, length);
    assertThat(data).as("%s: %d bytes at 0x%x", when, length, address).isEqualTo(expected);
  }
}
