package org.memslot.hotplug;

import java.util.List;
import java.util.Optional;
import org.memslot.machine.AddressRange;
import org.memslot.machine.AddressSpace;
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

  /** What became of an attempt to put memory on the bus. */
  sealed interface Attached {
    /** It is there. */
    record Done(RamRegion ram) implements Attached {}

    /** It is not, and nothing is left of the attempt. */
    record Failed(SlotRefusal reason) implements Attached {}
  }

  Attached attach(String id, AddressRange range) {
    RamRegion ram;
    try {
      ram = allocator.allocate("memslot " + id, range.length());
    } catch (RuntimeException | OutOfMemoryError e) {
      // The JDK reports exhausted off-heap memory as OutOfMemoryError; the heap is not affected.
      LOG.warn("no host memory for slot {}", id, e);
      return new Attached.Failed(
          new SlotRefusal.NoHostMemory(id, ByteSize.of(range.length()), reason(e)));
    }
    try {
      bus.change(change -> change.add(range.first(), ram));
      return new Attached.Done(ram);
    } catch (RuntimeException e) {
      LOG.warn("the bus refused slot {}", id, e);
      ram.close();
      return new Attached.Failed(new SlotRefusal.BusRefused(id, reason(e)));
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
