package org.memslot.machine;

import java.lang.foreign.Arena;
import java.time.Clock;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
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

  private final HostMapping mapping;
  private final long hostAddress;
  private final Clock clock;
  private final Set<Pin> pins = new LinkedHashSet<>();
  private final IdentityHashMap<AddressSpace, Integer> spaces = new IdentityHashMap<>();
  private @Nullable Arena pinArena;
  private CompletableFuture<Void> drained = new CompletableFuture<>();
  private boolean draining;
  private volatile boolean closed;
  private volatile @Nullable DirtyLog log;

  private RamRegion(String name, long size, HostMapping mapping, Clock clock) {
    super(name, size);
    this.mapping = mapping;
    this.hostAddress = mapping.address();
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
    return new RamRegion(name, positive(size, name), HostMapping.map(name, size, backing), clock);
  }

  /**
   * Where the first byte is in the host; valid for accesses that keep a view which shows the region
   * reachable.
   */
  long hostAddress() {
    return hostAddress;
  }

  boolean isClosed() {
    return closed;
  }

  /**
   * The file descriptor of the memory, for another process to map. It is the region's: valid until
   * {@link #close}.
   *
   * @return the descriptor of a {@link Backing#MEMFD} region, empty for others
   */
  public OptionalInt fileDescriptor() {
    return mapping.fd() < 0 ? OptionalInt.empty() : OptionalInt.of(mapping.fd());
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
    Pin pin = new Pin(this, mapping.segment(pinArena(), this), info);
    pins.add(pin);
    PINNED.add(this);
    return pin;
  }

  /** The life of all segments that pins give out, which ends when the region is closed. */
  @SuppressWarnings("MustBeClosedChecker") // the region owns the arena and closes it
  private Arena pinArena() {
    Arena arena = pinArena;
    if (arena == null) {
      arena = Arena.ofShared();
      pinArena = arena;
    }
    return arena;
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
   * Refuses new pins from now on. For a deadline use {@link CompletableFuture#orTimeout} on a copy
   * and then {@link #pins} to see who holds on.
   *
   * @return completes when the last pin is closed, at once when there is none; cancelled by {@link
   *     #cancelDrain}
   */
  public CompletableFuture<Void> drain() {
    CompletableFuture<Void> future;
    synchronized (this) {
      draining = true;
      future = drained;
      if (!pins.isEmpty()) {
        return future;
      }
    }
    future.complete(null);
    return future;
  }

  /** Takes {@link #drain} back: pins are given again. */
  public void cancelDrain() {
    CompletableFuture<Void> cancelled;
    synchronized (this) {
      draining = false;
      cancelled = drained;
      drained = new CompletableFuture<>();
    }
    cancelled.cancel(false);
  }

  void release(Pin pin) {
    CompletableFuture<Void> done;
    synchronized (this) {
      if (!pins.remove(pin) || !pins.isEmpty()) {
        return;
      }
      PINNED.remove(this);
      if (!draining) {
        return;
      }
      done = drained;
    }
    done.complete(null);
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
   * @throws RegionUnavailableException when the region is pinned, or a view of an address space
   *     shows it
   */
  @Override
  public void close() {
    @Nullable Arena segments;
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
      segments = pinArena;
      closed = true;
    }
    if (segments != null) {
      segments.close();
    }
    mapping.release();
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
