package org.memslot.machine;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Guest RAM. Whoever needs its host address takes a pin; memory that is pinned or placed in an
 * address space is not freed.
 */
public final class RamRegion extends MemoryRegion implements AutoCloseable {
  private final Arena arena;
  private final MemorySegment memory;
  private final Set<Pin> pins = new LinkedHashSet<>();
  private CompletableFuture<Void> drained = new CompletableFuture<>();
  private boolean draining;
  private boolean closed;

  private RamRegion(String name, Arena arena, MemorySegment memory) {
    super(name, memory.byteSize());
    this.arena = arena;
    this.memory = memory;
  }

  /**
   * Anonymous RAM, zeroed.
   *
   * @param name name for messages
   * @param size bytes, not 0, below 2<sup>63</sup>
   * @return the region
   */
  @SuppressWarnings("MustBeClosedChecker") // the region owns the arena and closes it
  public static RamRegion create(String name, long size) {
    positive(size, name);
    Arena arena = Arena.ofShared();
    return new RamRegion(name, arena, arena.allocate(size, 4096));
  }

  MemorySegment memory() {
    return memory;
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
    Pin pin =
        new Pin(this, memory, new PinInfo(holder, Instant.now(), Thread.currentThread().getName()));
    pins.add(pin);
    return pin;
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
   * @return completes when the last pin is closed, at once when there is none; cancelled by {@link
   *     #cancelDrain}
   */
  public synchronized CompletableFuture<Void> drain() {
    draining = true;
    if (pins.isEmpty()) {
      drained.complete(null);
    }
    return drained;
  }

  /** Takes {@link #drain} back: pins are given again. */
  public synchronized void cancelDrain() {
    draining = false;
    drained.cancel(false);
    drained = new CompletableFuture<>();
  }

  void release(Pin pin) {
    CompletableFuture<Void> done;
    synchronized (this) {
      if (!pins.remove(pin) || !draining || !pins.isEmpty()) {
        return;
      }
      done = drained;
    }
    done.complete(null);
  }

  /**
   * Frees the memory, after every access under way has ended. Does nothing when already closed.
   *
   * @throws RegionUnavailableException when the region is pinned or still placed in an address
   *     space
   */
  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      if (!pins.isEmpty()) {
        throw new RegionUnavailableException(name() + " is pinned by " + pins());
      }
      closed = true;
    }
    arena.close();
  }
}
