package org.memslot.machine;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Guest RAM.
 *
 * <p>Whoever needs its host address takes a {@link #pin}. Memory that is pinned, or that a view of
 * an address space shows, is not freed: {@link #close} refuses. Memory that is closed is given back
 * to the host at once, and whatever threads still do, none reads or writes it any more.
 */
public final class RamRegion extends MemoryRegion implements AutoCloseable {
  /**
   * What is pinned stays reachable even when its owner forgets it: a hypervisor knows only the
   * address.
   */
  private static final Set<RamRegion> PINNED = ConcurrentHashMap.newKeySet();

  private static final Duration FARTHEST_DEADLINE = Duration.ofDays(36_500);

  private final HostMapping mapping;
  private final boolean overlayable;
  private final Clock clock;
  private final Set<Pin> pins = new LinkedHashSet<>();
  private final IdentityHashMap<AddressSpace, Integer> spaces = new IdentityHashMap<>();
  private @Nullable Arena pinArena;
  private @Nullable MemorySegment pinned;
  private final List<CompletableFuture<Void>> drains = new ArrayList<>();
  private boolean draining;
  private volatile boolean closed;
  private volatile @Nullable DirtyLog log;

  private RamRegion(String name, long size, Backing backing, Clock clock) {
    this(name, size, HostMapping.map(name, size, backing), backing, clock);
  }

  private RamRegion(String name, long size, HostMapping mapping, Backing backing, Clock clock) {
    super(name, size, mapping.address());
    this.mapping = mapping;
    // Huge pages cannot be made of a file's, and committed ones would be given away.
    this.overlayable = Host.LINUX && backing.equals(Backing.ANONYMOUS);
    this.clock = clock;
  }

  /**
   * Anonymous RAM, zero, committed lazily.
   *
   * @param name name for messages
   * @param size bytes, not 0
   * @return the region
   * @throws HostMemoryException when the host refuses
   */
  public static RamRegion create(String name, long size) {
    return create(name, size, Backing.ANONYMOUS);
  }

  /**
   * RAM with a backing of one's choice.
   *
   * @param name name for messages
   * @param size bytes, not 0
   * @param backing where the bytes come from
   * @return the region
   * @throws HostMemoryException when the host refuses
   */
  public static RamRegion create(String name, long size, Backing backing) {
    return create(name, size, backing, Clock.systemUTC());
  }

  /**
   * RAM with a backing and a clock of one's choice.
   *
   * @param name name for messages
   * @param size bytes, not 0
   * @param backing where the bytes come from
   * @param clock tells when pins are taken
   * @return the region
   * @throws HostMemoryException when the host refuses
   */
  public static RamRegion create(String name, long size, Backing backing, Clock clock) {
    return new RamRegion(name, positive(size, name), backing, clock);
  }

  boolean isClosed() {
    return closed;
  }

  /**
   * The file descriptor of the memory, for another process to map. It is the region's: valid until
   * {@link #close}.
   *
   * @return the descriptor of a {@link Backing#MEMFD} region, empty for others and when closed
   */
  public OptionalInt fileDescriptor() {
    return closed || mapping.fd() < 0 ? OptionalInt.empty() : OptionalInt.of(mapping.fd());
  }

  /**
   * Has a file's bytes stand in part of the memory, whatever was there. They are private to the
   * region: a page is read when it is first touched and copied when it is first written, and the
   * file does not change. When the region is closed they are gone with it.
   *
   * <p>Until a page is copied it is the file's. Another program that writes the file, or makes it
   * shorter, waits until all of it is copied, and a warning is logged; where the host cannot make
   * it wait (a lease on the file, fcntl(2)), memory is not made of the file. Who gives pages back
   * to the host with MADV_DONTNEED, by the address of a pin, finds the file's bytes there again and
   * not zeros. To give the file's name to another file is safe.
   *
   * @param offset bytes into the region, a multiple of 4096
   * @param file the file, which may be closed afterwards
   * @param position bytes into the file, a multiple of 4096
   * @param length bytes, a multiple of 4096, not 0, that the file has
   * @return false, and nothing is changed, where memory cannot be like that: with any backing but
   *     {@link Backing#ANONYMOUS} as it is, without a lease on the file, with a file that is too
   *     short, and on hosts other than Linux
   * @throws IndexOutOfBoundsException when offset and length are not in the region
   * @throws IllegalArgumentException when something is not a multiple of 4096, or length is 0
   * @throws HostMemoryException when the host refuses, as it does beyond some 65,000 parts
   * @throws RegionUnavailableException when the region is closed
   */
  public synchronized boolean overlay(long offset, HostFile file, long position, long length) {
    Objects.checkFromIndexSize(offset, length, size());
    if (((offset | position | length) & 0xfff) != 0 || position < 0 || length == 0) {
      throw new IllegalArgumentException(
          "%s: overlay of 0x%x bytes at 0x%x from 0x%x: want multiples of 4096"
              .formatted(name(), length, offset, position));
    }
    if (closed) {
      throw new RegionUnavailableException(name() + " is closed and cannot be overlaid");
    }
    if (!overlayable || file.fd() < 0) {
      return false;
    }
    return mapping.overlay(name(), offset, file, position, length);
  }

  /**
   * Holds the memory so that its host address stays valid.
   *
   * @param holder who asks, for reports
   * @return the pin, to be closed
   * @throws RegionUnavailableException when the region drains or is closed
   */
  public synchronized Pin pin(String holder) {
    if (draining || closed) {
      throw new RegionUnavailableException(
          "%s cannot be pinned by %s: it is %s"
              .formatted(name(), holder, closed ? "closed" : "draining"));
    }
    PinInfo info = new PinInfo(holder, clock.instant(), Thread.currentThread().getName());
    Pin pin = new Pin(this, pinnedMemory(), info);
    pins.add(pin);
    PINNED.add(this);
    return pin;
  }

  /**
   * The one segment of all pins: an arena keeps something for each that it has given out. It ends
   * with the arena, when the region is closed.
   */
  @SuppressWarnings("MustBeClosedChecker") // the region owns the arena and closes it
  private MemorySegment pinnedMemory() {
    MemorySegment memory = pinned;
    if (memory == null) {
      Arena arena = Arena.ofShared();
      memory = mapping.segment(arena, this);
      pinArena = arena;
      pinned = memory;
    }
    return memory;
  }

  /**
   * The host address of the first byte, for whoever follows a bus as a {@link TopologyListener}:
   * valid from the change that shows the region until the one that has taken it out, even while the
   * region drains and gives no pin. Everyone else takes a {@link #pin}.
   *
   * @return a host virtual address
   * @throws RegionUnavailableException when no address space shows the region
   */
  public synchronized long addressOnBus() {
    if (spaces.isEmpty()) {
      throw new RegionUnavailableException(name() + " is in no address space");
    }
    return hostAddress();
  }

  /**
   * Who holds the memory now.
   *
   * @return the open pins, oldest first
   */
  public synchronized List<PinInfo> pins() {
    return pins.stream().map(Pin::info).toList();
  }

  /**
   * Refuses new pins from now on.
   *
   * @return the caller's own future: completes when the last pin is closed, at once when there is
   *     none; cancelled by {@link #cancelDrain}. It completes on the thread that closes the pin,
   *     after the change of a topology in which that thread may be
   */
  public synchronized CompletableFuture<Void> drain() {
    draining = true;
    if (pins.isEmpty()) {
      return CompletableFuture.completedFuture(null);
    }
    drains.removeIf(CompletableFuture::isDone);
    CompletableFuture<Void> future = new CompletableFuture<>();
    drains.add(future);
    return future;
  }

  /**
   * Refuses new pins from now on, and waits for the last one until a deadline. The region goes on
   * draining after it: {@link #cancelDrain} takes that back.
   *
   * @param deadline from now
   * @return as {@link #drain()}; completes with {@link RegionUnavailableException}, which names
   *     those who still hold the memory, when the deadline has passed
   */
  public CompletableFuture<Void> drain(Duration deadline) {
    boolean far = deadline.compareTo(FARTHEST_DEADLINE) > 0;
    long nanos = (far ? FARTHEST_DEADLINE : deadline).toNanos();
    CompletableFuture<Void> future = drain();
    CompletableFuture.delayedExecutor(nanos, TimeUnit.NANOSECONDS, Runnable::run)
        .execute(() -> expire(future, deadline));
    return future;
  }

  private void expire(CompletableFuture<Void> future, Duration deadline) {
    List<PinInfo> holders = pins();
    if (!holders.isEmpty()) {
      future.completeExceptionally(
          new RegionUnavailableException(
              "%s is held still after %s: %s".formatted(name(), deadline, holders)));
    }
  }

  /** Takes {@link #drain} back: pins are given again. */
  public void cancelDrain() {
    List<CompletableFuture<Void>> cancelled;
    synchronized (this) {
      draining = false;
      cancelled = takeDrains();
    }
    cancelled.forEach(future -> future.cancel(false));
  }

  private List<CompletableFuture<Void>> takeDrains() {
    List<CompletableFuture<Void>> taken = List.copyOf(drains);
    drains.clear();
    return taken;
  }

  void release(Pin pin) {
    List<CompletableFuture<Void>> done;
    synchronized (this) {
      if (!pins.remove(pin) || !pins.isEmpty()) {
        return;
      }
      PINNED.remove(this);
      done = takeDrains();
    }
    // Who waits for the last pin may want a lock of its own, under which it changes the space.
    ControlSection.runOutside(() -> done.forEach(future -> future.complete(null)));
  }

  /** A range of the region is about to be shown by a view of a space. */
  synchronized void shown(AddressSpace space) {
    if (closed) {
      throw new RegionUnavailableException(name() + " is closed and cannot be placed");
    }
    spaces.merge(space, 1, Integer::sum);
  }

  /** A range of the region is no longer shown. */
  synchronized void hidden(AddressSpace space) {
    spaces.computeIfPresent(space, (_, count) -> count == 1 ? null : count - 1);
  }

  /**
   * Gives the memory back to the host. Does nothing when already closed. When this has returned, no
   * thread reads or writes the memory.
   *
   * @throws RegionUnavailableException when the region is pinned, a view of an address space shows
   *     it, or a native function still works on the segment of a pin
   */
  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      if (!pins.isEmpty()) {
        throw new RegionUnavailableException(name() + " is pinned: " + pins());
      }
      if (!spaces.isEmpty()) {
        throw new RegionUnavailableException(name() + " is still in " + spaces.keySet());
      }
      endSegments();
      closed = true;
    }
    mapping.release();
  }

  private void endSegments() {
    Arena arena = pinArena;
    if (arena == null) {
      return;
    }
    try {
      arena.close();
      pinArena = null;
      pinned = null;
    } catch (IllegalStateException e) {
      throw new RegionUnavailableException(
          name() + " is in use by a native function: " + e.getMessage());
    }
  }

  /**
   * Begins to note which pages are written through address spaces. When this has returned every
   * write is noted. A write through a pinned host address is not seen: its maker calls {@link
   * #markDirty}. Does nothing when already on.
   */
  public void startDirtyTracking() {
    synchronized (this) {
      if (log == null) {
        log = new DirtyLog(size());
      }
    }
    refresh();
  }

  /** Notes no more and forgets what was noted. */
  public void stopDirtyTracking() {
    log = null;
    refresh();
  }

  private void refresh() {
    List<AddressSpace> showing;
    synchronized (this) {
      showing = List.copyOf(spaces.keySet());
    }
    showing.forEach(space -> space.refresh(this));
    Host.barrier();
  }

  /** Whether writes must be marked. */
  boolean isLogged() {
    return log != null;
  }

  @Nullable DirtyLog log() {
    return log;
  }

  /**
   * Notes a write that did not come through an address space. Does nothing while tracking is off.
   *
   * @param offset bytes into the region
   * @param length bytes, at least 1
   * @throws IndexOutOfBoundsException when it is not in the region
   */
  public void markDirty(long offset, long length) {
    Objects.checkFromIndexSize(offset, length, size());
    DirtyLog current = log;
    if (current != null && length > 0) {
      current.mark(offset, length);
    }
  }

  /**
   * The pages written since tracking began or since the last harvest; a write is in this harvest or
   * in a later one, never in none, and what is in this one can be read from the region now.
   *
   * @return the pages; none when tracking is off
   */
  public DirtyPages harvestDirty() {
    DirtyLog current = log;
    if (current == null) {
      return new DirtyLog(size()).harvest();
    }
    DirtyPages pages = current.harvest();
    Host.barrier();
    return pages;
  }
}
