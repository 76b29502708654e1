package org.memslot.hotplug;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.memslot.machine.AddressRange;
import org.memslot.machine.AddressSpace;
import org.memslot.machine.ByteSize;
import org.memslot.machine.RamRegion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gets memory for slots from the host and moves it on and off the bus; used under the controller's
 * lock.
 */
final class SlotMemory {
  private static final Logger LOG = LoggerFactory.getLogger(SlotMemory.class);

  private final AddressSpace bus;
  private final RamAllocator allocator;

  SlotMemory(AddressSpace bus, RamAllocator allocator) {
    this.bus = bus;
    this.allocator = allocator;
  }

  /** Memory that is wanted: for which slot, and where. */
  record Wanted(String id, AddressRange range) {}

  /** What became of an attempt to get memory. */
  sealed interface Outcome {
    /** It is there, in the order it was wanted. */
    record Done(List<RamRegion> regions) implements Outcome {}

    /** It is not, and nothing is left of the attempt. */
    record Failed(SlotRefusal reason) implements Outcome {}
  }

  /** Gets memory from the host, all of it or none. */
  Outcome allocate(List<Wanted> wanted) {
    List<RamRegion> regions = new ArrayList<>();
    for (Wanted slot : wanted) {
      long size = slot.range().length();
      try {
        regions.add(allocator.allocate("memslot " + slot.id(), size));
      } catch (RuntimeException | OutOfMemoryError e) {
        // The JDK reports exhausted off-heap memory as OutOfMemoryError; the heap is not affected.
        LOG.warn("no host memory for slot {}", slot.id(), e);
        regions.forEach(RamRegion::close);
        return new Outcome.Failed(
            new SlotRefusal.NoHostMemory(slot.id(), ByteSize.of(size), reason(e)));
      }
    }
    return new Outcome.Done(regions);
  }

  /** Puts memory on the bus, all at once or none; closes it if the bus refuses. */
  Outcome attach(List<Wanted> wanted, List<RamRegion> regions) {
    try {
      bus.change(
          change -> {
            for (int i = 0; i < regions.size(); i++) {
              change.add(wanted.get(i).range().first(), regions.get(i));
            }
          });
      return new Outcome.Done(regions);
    } catch (RuntimeException e) {
      LOG.warn("the bus refused {}", wanted, e);
      regions.forEach(RamRegion::close);
      return new Outcome.Failed(new SlotRefusal.BusRefused(wanted.getFirst().id(), reason(e)));
    }
  }

  /** Takes regions off the bus, all at once or none; answers what the bus said against it. */
  Optional<String> detach(List<RamRegion> regions) {
    try {
      bus.change(change -> regions.forEach(change::remove));
      return Optional.empty();
    } catch (RuntimeException e) {
      LOG.warn("the bus kept {}", regions, e);
      return Optional.of(reason(e));
    }
  }

  private static String reason(Throwable e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }
}
