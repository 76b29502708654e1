package org.memslot.machine;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/**
 * A bus: the guest-physical memory space, or the I/O-port space.
 *
 * <p>The verbs of {@link MemoryAccess} are the guest's side: they never throw. Where nothing
 * answers, reads give ones and writes vanish, as on a PC, and {@link #counters} counts it. {@link
 * #checked} gives the same verbs to host code that wants to know what failed.
 */
public final class AddressSpace implements MemoryAccess {
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final String name;
  private final AddressRange bounds;
  private final Topology topology;
  private final List<TopologyListener> listeners = new CopyOnWriteArrayList<>();
  private final LongAdder unclaimedReads = new LongAdder();
  private final LongAdder unclaimedWrites = new LongAdder();
  private final CheckedAccess checked = new CheckedAccess(this);
  private volatile FlatView view = new FlatView(List.of());

  private AddressSpace(String name, AddressRange bounds) {
    this.name = name;
    this.bounds = bounds;
    this.topology = new Topology(name, bounds);
  }

  /**
   * An empty space of 64-bit guest-physical addresses.
   *
   * @param name name for messages
   * @return the space
   */
  public static AddressSpace memory(String name) {
    return new AddressSpace(name, AddressRange.ALL);
  }

  /**
   * An empty space of 16-bit port numbers.
   *
   * @param name name for messages
   * @return the space
   */
  public static AddressSpace ports(String name) {
    return new AddressSpace(name, new AddressRange(0, 0xffff));
  }

  /**
   * The name of the space.
   *
   * @return the name
   */
  public String name() {
    return name;
  }

  /**
   * All addresses of the space.
   *
   * @return the range
   */
  public AddressRange bounds() {
    return bounds;
  }

  /**
   * The same verbs for host code: they throw {@link MemoryAccessException} where the guest's side
   * gives ones.
   *
   * @return the checked side
   */
  public CheckedAccess checked() {
    return checked;
  }

  /**
   * The topology as accesses see it now.
   *
   * @return an immutable view
   */
  public FlatView view() {
    return view;
  }

  /**
   * What nothing answered so far.
   *
   * @return a snapshot
   */
  public AccessCounters counters() {
    return new AccessCounters(unclaimedReads.sum(), unclaimedWrites.sum());
  }

  /**
   * Adds a listener. It is first prepared and committed with all that is there now.
   *
   * @param listener told of every later change
   */
  public void addListener(TopologyListener listener) {
    synchronized (topology) {
      TopologyDelta delta = new TopologyDelta(List.of(), view.ranges());
      listener.prepare(delta);
      listeners.add(listener);
      listener.commit(delta);
    }
  }

  /**
   * Removes a listener.
   *
   * @param listener told no more
   */
  public void removeListener(TopologyListener listener) {
    listeners.remove(listener);
  }

  /**
   * Changes the topology: all of the edits become visible at once, or none when an edit or a
   * listener refuses.
   *
   * @param edit makes the edits
   * @throws TopologyException when the change was refused
   */
  public void change(Consumer<TopologyChange> edit) {
    synchronized (topology) {
      Topology.Snapshot before = topology.snapshot();
      try {
        edit.accept(topology);
        FlatView next = topology.flatten();
        TopologyDelta delta = difference(view, next);
        prepare(delta);
        view = next;
        listeners.forEach(l -> l.commit(delta));
      } catch (RuntimeException | Error e) {
        topology.restore(before);
        throw e;
      }
    }
  }

  private void prepare(TopologyDelta delta) {
    List<TopologyListener> asked = new ArrayList<>();
    for (TopologyListener listener : listeners) {
      try {
        listener.prepare(delta);
      } catch (RuntimeException | Error e) {
        asked.reversed().forEach(l -> l.rollback(delta));
        throw e;
      }
      asked.add(listener);
    }
  }

  private static TopologyDelta difference(FlatView before, FlatView after) {
    List<FlatRange> removed = new ArrayList<>(before.ranges());
    removed.removeAll(after.ranges());
    List<FlatRange> added = new ArrayList<>(after.ranges());
    added.removeAll(before.ranges());
    return new TopologyDelta(removed, added);
  }

  @Override
  public int read8(long address) {
    return (int) load(address, 1, false);
  }

  @Override
  public int read16(long address) {
    return (int) load(address, 2, false);
  }

  @Override
  public int read32(long address) {
    return (int) load(address, 4, false);
  }

  @Override
  public long read64(long address) {
    return load(address, 8, false);
  }

  @Override
  public void write8(long address, int value) {
    store(address, 1, value, false);
  }

  @Override
  public void write16(long address, int value) {
    store(address, 2, value, false);
  }

  @Override
  public void write32(long address, int value) {
    store(address, 4, value, false);
  }

  @Override
  public void write64(long address, long value) {
    store(address, 8, value, false);
  }

  @Override
  public void read(long address, byte[] target, int offset, int length) {
    read(address, MemorySegment.ofArray(target).asSlice(offset, length));
  }

  @Override
  public void write(long address, byte[] source, int offset, int length) {
    write(address, MemorySegment.ofArray(source).asSlice(offset, length));
  }

  @Override
  public void read(long address, MemorySegment target) {
    for (long i = 0; i < target.byteSize(); i++) {
      target.set(ValueLayout.JAVA_BYTE, i, (byte) load(address + i, 1, false));
    }
  }

  @Override
  public void write(long address, MemorySegment source) {
    for (long i = 0; i < source.byteSize(); i++) {
      store(address + i, 1, source.get(ValueLayout.JAVA_BYTE, i), false);
    }
  }

  @Override
  public void fill(long address, long length, byte value) {
    for (long i = 0; i < length; i++) {
      store(address + i, 1, value, false);
    }
  }

  long load(long address, int width, boolean strict) {
    FlatRange range = view.find(address).orElse(null);
    if (range == null || !range.range().contains(address + width - 1)) {
      return range == null && width == 1
          ? unclaimedRead(address, strict)
          : pieces(address, width, strict);
    }
    long offset = address - range.range().first() + range.offsetInRegion();
    return switch (range.region()) {
      case RamRegion ram -> get(ram.memory(), offset, width);
      case RomRegion rom -> get(rom.memory(), offset, width);
      case DeviceRegion device when device.widths().handles(width) ->
          mask(device.handler().read(offset, width), width);
      case DeviceRegion _ when width > 1 -> pieces(address, width, strict);
      case DeviceRegion _, AliasRegion _, ContainerRegion _ -> unclaimedRead(address, strict);
    };
  }

  private long pieces(long address, int width, boolean strict) {
    int half = width / 2;
    return half == 0
        ? unclaimedRead(address, strict)
        : load(address, half, strict) | load(address + half, half, strict) << (half * 8);
  }

  private long unclaimedRead(long address, boolean strict) {
    unclaimedReads.increment();
    if (strict) {
      throw unassigned(address);
    }
    return 0xff;
  }

  private static MemoryAccessException unassigned(long address) {
    return new MemoryAccessException(
        address,
        1,
        MemoryAccessException.Cause.UNASSIGNED,
        "nothing answers at 0x%x".formatted(address));
  }

  private static long mask(long value, int width) {
    return width == 8 ? value : value & ((1L << (width * 8)) - 1);
  }

  private static long get(MemorySegment memory, long offset, int width) {
    return switch (width) {
      case 1 -> memory.get(ValueLayout.JAVA_BYTE, offset) & 0xff;
      case 2 -> memory.get(SHORT, offset) & 0xffff;
      case 4 -> memory.get(INT, offset) & 0xffff_ffffL;
      default -> memory.get(LONG, offset);
    };
  }

  void store(long address, int width, long value, boolean strict) {
    FlatRange range = view.find(address).orElse(null);
    if (range == null && width == 1) {
      unclaimedWrite(address, strict);
      return;
    }
    if (range == null || !range.range().contains(address + width - 1)) {
      storePieces(address, width, value, strict);
      return;
    }
    long offset = address - range.range().first() + range.offsetInRegion();
    switch (range.region()) {
      case RamRegion ram -> put(ram.memory(), offset, width, value);
      case DeviceRegion device when device.widths().handles(width) ->
          device.handler().write(offset, width, mask(value, width));
      case DeviceRegion _ when width > 1 -> storePieces(address, width, value, strict);
      case RomRegion _, DeviceRegion _, AliasRegion _, ContainerRegion _ ->
          unclaimedWrite(address, strict);
    }
  }

  private void storePieces(long address, int width, long value, boolean strict) {
    int half = width / 2;
    store(address, half, value, strict);
    store(address + half, half, value >>> (half * 8), strict);
  }

  private void unclaimedWrite(long address, boolean strict) {
    unclaimedWrites.increment();
    if (strict) {
      throw unassigned(address);
    }
  }

  private static void put(MemorySegment memory, long offset, int width, long value) {
    switch (width) {
      case 1 -> memory.set(ValueLayout.JAVA_BYTE, offset, (byte) value);
      case 2 -> memory.set(SHORT, offset, (short) value);
      case 4 -> memory.set(INT, offset, (int) value);
      default -> memory.set(LONG, offset, value);
    }
  }

  @Override
  public String toString() {
    return name + " " + bounds;
  }
}
