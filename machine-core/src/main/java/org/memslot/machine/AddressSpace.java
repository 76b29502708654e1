package org.memslot.machine;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A bus: the guest-physical memory space, or the I/O-port space.
 *
 * <p>The verbs of {@link MemoryAccess} are the guest's side: they never throw. Where nothing
 * answers, reads give ones and writes vanish, as on a PC, and {@link #counters} counts it. {@link
 * #checked} gives the same verbs to host code that wants to know what failed, {@link #ordered} the
 * atomic ones, {@link #cursor} those of a hot loop.
 *
 * <p>An access of 2, 4 or 8 bytes at a multiple of its width to RAM that is placed at a multiple of
 * 4096 is atomic: it is never seen half done. An access looks at one view of the topology: it sees
 * a {@link #change} whole or not at all. An access under way when a change is published may be done
 * on the topology before it, and then counts as before it.
 *
 * <p>No access takes a lock or allocates. The control side, {@link #change} and the listeners, has
 * one lock.
 */
public final class AddressSpace implements MemoryAccess {
  private static final Logger LOG = LoggerFactory.getLogger(AddressSpace.class);

  // The geometry PageTable.Geometry.MEMORY, written out so that the compiler sees constants.
  private static final int PAGE_BITS = 12;
  private static final int LEAF_BITS = 10;
  private static final int LEAF_MASK = 0x3ff;
  private static final int DIRECTORY_MASK = 0x7ff;
  private static final int ROOT_SHIFT = 33;
  private static final int PAGE_MASK = 0xfff;

  private final String name;
  private final AddressRange bounds;
  private final Topology topology;
  private final List<TopologyListener> listeners = new CopyOnWriteArrayList<>();
  private final Faults faults;
  private final Transfer transfer;
  private final Bulk bulk;
  private final CheckedAccess checked;
  private final OrderedAccess ordered;

  // An access keeps the view it uses reachable, and so the memory mapped, by comparing it with the
  // current one after the access: the fence before the comparison keeps the two in order.
  private volatile FlatView view;

  private AddressSpace(String name, AddressRange bounds, PageTable.Geometry geometry) {
    this.name = name;
    this.bounds = bounds;
    this.topology = new Topology(name, bounds);
    this.view = FlatView.empty(geometry);
    this.faults = new Faults(name, false);
    this.transfer = new Transfer(this, faults);
    this.bulk = new Bulk(this, transfer, faults);
    this.checked = new CheckedAccess(this);
    this.ordered = new OrderedAccess(this);
  }

  /**
   * An empty space of 64-bit guest-physical addresses.
   *
   * @param name name for messages
   * @return the space
   */
  public static AddressSpace memory(String name) {
    return new AddressSpace(name, AddressRange.ALL, PageTable.Geometry.MEMORY);
  }

  /**
   * An empty space of 16-bit port numbers.
   *
   * @param name name for messages
   * @return the space
   */
  public static AddressSpace ports(String name) {
    return new AddressSpace(name, new AddressRange(0, 0xffff), PageTable.Geometry.PORTS);
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
   * Atomic verbs with a memory order.
   *
   * @return the ordered side
   */
  public OrderedAccess ordered() {
    return ordered;
  }

  /**
   * A cursor for one thread's hot loop.
   *
   * @return a new cursor
   */
  public Cursor cursor() {
    return new Cursor(this);
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
   * What came to nothing so far.
   *
   * @return a snapshot
   */
  public AccessCounters counters() {
    return faults.counters();
  }

  /**
   * Adds a listener. It is first prepared and committed with all that is there now; one that
   * refuses that is not added.
   *
   * @param listener told of every later change
   * @throws TopologyException when the listener refuses, or this is called within a change
   */
  public void addListener(TopologyListener listener) {
    control(
        "a listener added",
        () -> {
          TopologyDelta delta = new TopologyDelta(List.of(), view.ranges());
          listener.prepare(delta);
          listeners.add(listener);
          commit(listener, delta);
        });
  }

  /**
   * Does something under the control lock, between changes. What it leaves to be done without locks
   * comes after it.
   */
  private void control(String what, Runnable work) {
    ControlSection.enter();
    try {
      synchronized (topology) {
        topology.enter(what);
        try {
          work.run();
        } finally {
          topology.leave();
        }
      }
    } finally {
      ControlSection.leave();
    }
  }

  /**
   * Whether this thread is within a {@link #change} of this space, as an edit or a listener: then
   * it holds the control lock, and must not wait for a lock under which others change the space.
   *
   * @return true within a change
   */
  public boolean isInChange() {
    return Thread.holdsLock(topology);
  }

  /**
   * Removes a listener, between two changes.
   *
   * @param listener told no more
   * @throws TopologyException when this is called within a change
   */
  public void removeListener(TopologyListener listener) {
    control("a listener removed", () -> listeners.remove(listener));
  }

  /**
   * Changes the topology: all of the edits become visible at once, or none when an edit or a
   * listener refuses. An access that was under way may still be done on a region that is taken out;
   * whoever needs its memory to be still as well {@linkplain RamRegion#close closes} it.
   *
   * @param edit makes the edits
   * @throws TopologyException when an edit or a listener refuses the change, or this is called by
   *     one of them
   * @throws AddressRangeException when a region does not fit where it is placed
   * @throws RegionUnavailableException when a region is closed
   */
  public void change(Consumer<TopologyChange> edit) {
    control("a change", () -> edit(edit));
  }

  private void edit(Consumer<TopologyChange> edit) {
    Transaction transaction = new Transaction(topology);
    topology.begin();
    boolean done = false;
    try {
      edit.accept(transaction);
      transaction.end(); // not for listeners to edit any more
      publish(topology.difference(view));
      done = true;
    } finally {
      if (!done) {
        topology.undo();
      }
      transaction.end();
    }
  }

  private void publish(TopologyDelta delta) {
    if (delta.removed().isEmpty() && delta.added().isEmpty()) {
      return;
    }
    int shown = 0;
    try {
      for (FlatRange range : delta.added()) {
        if (range.region() instanceof RamRegion ram) {
          ram.shown(this);
        }
        shown++;
      }
      askAndPublish(delta);
    } catch (RuntimeException | Error e) {
      hide(delta.added().subList(0, shown));
      throw e;
    }
    hide(delta.removed());
    listeners.forEach(listener -> commit(listener, delta));
  }

  private void hide(List<FlatRange> ranges) {
    for (FlatRange range : ranges) {
      if (range.region() instanceof RamRegion ram) {
        ram.hidden(this);
      }
    }
  }

  /** Asks the listeners and publishes, or tells those that were asked that it will not happen. */
  private void askAndPublish(TopologyDelta delta) {
    List<TopologyListener> asked = new ArrayList<>();
    try {
      for (TopologyListener listener : listeners) {
        listener.prepare(delta);
        asked.add(listener);
      }
      // Only now: a listener may have switched dirty tracking, which is part of the view.
      view = view.with(delta);
    } catch (RuntimeException | Error e) {
      asked.reversed().forEach(listener -> rollback(listener, delta, e));
      throw e;
    }
  }

  private static void rollback(TopologyListener listener, TopologyDelta delta, Throwable reason) {
    try {
      listener.rollback(delta);
    } catch (RuntimeException | Error e) {
      reason.addSuppressed(e);
    }
  }

  /** The change is done: a listener that fails now is heard by the log only. */
  private static void commit(TopologyListener listener, TopologyDelta delta) {
    try {
      listener.commit(delta);
    } catch (RuntimeException | Error e) {
      LOG.error("a topology listener failed after the change was published", e);
    }
  }

  /** Computes the page table entries of a region anew. */
  void refresh(RamRegion ram) {
    synchronized (topology) {
      view = view.refreshed(view.ranges().stream().filter(range -> range.region() == ram).toList());
    }
  }

  /** The page table entry of an address, 0 when it has none. */
  static long entry(FlatView view, long address) {
    long[][] leaves = view.low;
    int directory = (int) (address >>> ROOT_SHIFT);
    if (directory != 0) {
      long[][][] root = view.direct;
      if (Integer.compareUnsigned(directory, root.length) >= 0) {
        return 0;
      }
      leaves = root[directory];
    }
    int page = (int) (address >>> PAGE_BITS);
    return leaves[page >>> LEAF_BITS & DIRECTORY_MASK][page & LEAF_MASK];
  }

  /**
   * After a read, when the view has changed meanwhile: whether the page is where it was, so that
   * what was read is guest memory. Keeps the view that was read by reachable, lest the host address
   * be another region's by now.
   */
  private boolean isInPlace(FlatView read, long entry, long address) {
    boolean same = entry(view, address) == entry;
    Host.keep(read);
    return same;
  }

  @Override
  public int read8(long address) {
    FlatView now = view;
    long entry = entry(now, address);
    if (entry != 0) {
      int value = Host.MEMORY.get(ValueLayout.JAVA_BYTE, PageTable.host(entry, address)) & 0xff;
      VarHandle.acquireFence();
      if (now == view || isInPlace(now, entry, address)) {
        return value;
      }
    }
    return (int) transfer.load(address, 1);
  }

  @Override
  public int read16(long address) {
    FlatView now = view;
    long entry = entry(now, address);
    if (entry != 0 && (address & PAGE_MASK) <= PAGE_MASK + 1 - 2) {
      int value = Host.MEMORY.get(Host.SHORT, PageTable.host(entry, address)) & 0xffff;
      VarHandle.acquireFence();
      if (now == view || isInPlace(now, entry, address)) {
        return value;
      }
    }
    return (int) transfer.load(address, 2);
  }

  @Override
  public int read32(long address) {
    FlatView now = view;
    long entry = entry(now, address);
    if (entry != 0 && (address & PAGE_MASK) <= PAGE_MASK + 1 - 4) {
      int value = Host.MEMORY.get(Host.INT, PageTable.host(entry, address));
      VarHandle.acquireFence();
      if (now == view || isInPlace(now, entry, address)) {
        return value;
      }
    }
    return (int) transfer.load(address, 4);
  }

  @Override
  public long read64(long address) {
    FlatView now = view;
    long entry = entry(now, address);
    if (entry != 0 && (address & PAGE_MASK) <= PAGE_MASK + 1 - 8) {
      long value = Host.MEMORY.get(Host.LONG, PageTable.host(entry, address));
      VarHandle.acquireFence();
      if (now == view || isInPlace(now, entry, address)) {
        return value;
      }
    }
    return transfer.load(address, 8);
  }

  @Override
  public void write8(long address, int value) {
    FlatView now = view;
    long entry = entry(now, address);
    if ((entry & PageTable.WRITE) != 0) {
      Host.MEMORY.set(ValueLayout.JAVA_BYTE, PageTable.host(entry, address), (byte) value);
      written(now, entry, address);
    } else {
      transfer.store(address, 1, value);
    }
  }

  @Override
  public void write16(long address, int value) {
    FlatView now = view;
    long entry = entry(now, address);
    if ((entry & PageTable.WRITE) != 0 && (address & PAGE_MASK) <= PAGE_MASK + 1 - 2) {
      Host.MEMORY.set(Host.SHORT, PageTable.host(entry, address), (short) value);
      written(now, entry, address);
    } else {
      transfer.store(address, 2, value);
    }
  }

  @Override
  public void write32(long address, int value) {
    FlatView now = view;
    long entry = entry(now, address);
    if ((entry & PageTable.WRITE) != 0 && (address & PAGE_MASK) <= PAGE_MASK + 1 - 4) {
      Host.MEMORY.set(Host.INT, PageTable.host(entry, address), value);
      written(now, entry, address);
    } else {
      transfer.store(address, 4, value);
    }
  }

  @Override
  public void write64(long address, long value) {
    FlatView now = view;
    long entry = entry(now, address);
    if ((entry & PageTable.WRITE) != 0 && (address & PAGE_MASK) <= PAGE_MASK + 1 - 8) {
      Host.MEMORY.set(Host.LONG, PageTable.host(entry, address), value);
      written(now, entry, address);
    } else {
      transfer.store(address, 8, value);
    }
  }

  /**
   * Ends a write that was done by a direct entry: it is marked when the entry says so, and when the
   * view has changed meanwhile, which may be because marking has begun.
   */
  private void written(FlatView now, long entry, long address) {
    VarHandle.releaseFence();
    if ((entry & PageTable.LOGGED) != 0) {
      Transfer.writtenDirectly(now, address);
    }
    if (now != view) {
      Transfer.writtenDuringChange(now, address);
    }
  }

  @Override
  public void read(long address, byte[] target, int offset, int length) {
    bulk.read(address, target, offset, length);
  }

  @Override
  public void write(long address, byte[] source, int offset, int length) {
    bulk.write(address, source, offset, length);
  }

  @Override
  public void read(long address, MemorySegment target) {
    bulk.read(address, target);
  }

  @Override
  public void write(long address, MemorySegment source) {
    bulk.write(address, source);
  }

  @Override
  public void fill(long address, long length, byte value) {
    bulk.fill(address, length, value);
  }

  @Override
  public long mismatch(long address, MemorySegment other) {
    return bulk.mismatch(address, other);
  }

  /**
   * Searches memory for a byte pattern. Devices are not read and holes do not match.
   *
   * @param where addresses at which a match may begin
   * @param pattern the bytes, at least one
   * @param step looks at each {@code step}th address from the first, as the BIOS areas are scanned
   *     in steps of 16
   * @return the lowest address at which the pattern begins, empty when it is nowhere
   */
  public OptionalLong find(AddressRange where, byte[] pattern, long step) {
    return MemorySearch.find(this, where, pattern, step);
  }

  @Override
  public String toString() {
    return name + " " + bounds;
  }
}
