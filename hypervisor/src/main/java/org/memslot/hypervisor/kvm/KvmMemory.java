package org.memslot.hypervisor.kvm;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.memslot.machine.AddressRange;
import org.memslot.machine.AddressSpace;
import org.memslot.machine.FlatRange;
import org.memslot.machine.RamRegion;
import org.memslot.machine.TopologyDelta;
import org.memslot.machine.TopologyException;
import org.memslot.machine.TopologyListener;

/**
 * Keeps a machine's memory slots equal to the RAM on a bus.
 *
 * <p>A change of the bus reaches KVM before it is published: what leaves the bus is already out of
 * the guest's reach when its owner hears of it, and when KVM refuses something, the bus stays as it
 * was. In between, an access that KVM does not serve comes to the bus, which still does. Devices
 * and ROM are never KVM's: their accesses come to the bus.
 *
 * <p>It holds no pin on the memory: a region on a bus is not freed, and is off KVM before it is off
 * the bus. So its pins stay with those who would be in the way of an ejection.
 */
public final class KvmMemory implements AutoCloseable {
  private static final long PAGE = 4096;

  /** A piece of RAM as KVM has it. */
  private record Slot(int number, AddressRange range, long hostAddress) {}

  private final KvmVm vm;
  private final AddressSpace memory;
  private final Listener listener = new Listener();

  private final Map<FlatRange, Slot> slots = new HashMap<>();
  private final BitSet used = new BitSet();

  /** Guarded by slots, as they are. */
  private boolean logDirty;

  private KvmMemory(KvmVm vm, AddressSpace memory) {
    this.vm = vm;
    this.memory = memory;
  }

  /**
   * Gives a machine the RAM of a bus, and every change of it from now on.
   *
   * @throws TopologyException when KVM cannot take it
   */
  public static KvmMemory mirror(KvmVm vm, AddressSpace memory) {
    KvmMemory mirror = new KvmMemory(vm, memory);
    memory.addListener(mirror.listener);
    return mirror;
  }

  /** As {@link #mirror}, and the dirty log is on. */
  public static KvmMemory mirrorWithDirtyLog(KvmVm vm, AddressSpace memory) {
    KvmMemory mirror = mirror(vm, memory);
    try {
      mirror.startDirtyLog();
      return mirror;
    } catch (RuntimeException e) {
      mirror.close();
      throw e;
    }
  }

  /** From now on KVM logs which pages the guest writes. */
  public void startDirtyLog() {
    setDirtyLog(true);
  }

  /** KVM logs no more, and what it has logged and nobody has taken is forgotten. */
  public void stopDirtyLog() {
    setDirtyLog(false);
  }

  private void setDirtyLog(boolean on) {
    synchronized (slots) {
      // While some slots have a log and others none, nobody is to ask for one.
      logDirty = false;
      slots.values().forEach(slot -> vm.map(slot.number(), slot.range(), slot.hostAddress(), on));
      logDirty = on;
    }
  }

  /**
   * Joins what KVM has logged to the regions' own tracking: {@link RamRegion#harvestDirty} then has
   * what the guest wrote itself beside what came over the bus. What leaves the bus is joined just
   * before it leaves: what a running vCPU writes in that moment goes with the memory.
   */
  public void collectDirty() {
    takeDirty((_, _) -> {});
  }

  /**
   * As {@link #collectDirty}, and tells which memory the guest has written since the last call, or
   * since the log began. KVM counts a page as written, too, when the guest reads it for the first
   * time.
   *
   * @param dirty hears the guest-physical range of every run of written pages
   */
  public void takeDirty(BiConsumer<RamRegion, AddressRange> dirty) {
    List<Runnable> news = new ArrayList<>();
    synchronized (slots) {
      slots.forEach(
          (range, slot) ->
              collect(range, slot, (ram, run) -> news.add(() -> dirty.accept(ram, run))));
    }
    news.forEach(Runnable::run);
  }

  private void collect(FlatRange range, Slot slot, BiConsumer<RamRegion, AddressRange> dirty) {
    if (logDirty && range.region() instanceof RamRegion ram) {
      long shift = range.offsetInRegion() - range.range().first();
      runs(
          slot,
          run -> {
            ram.markDirty(run.first() + shift, run.length());
            dirty.accept(ram, run);
          });
    }
  }

  private void runs(Slot slot, Consumer<AddressRange> sink) {
    BitSet pages = vm.takeDirtyPages(slot.number(), slot.range().length() / PAGE);
    int from = pages.nextSetBit(0);
    while (from >= 0) {
      int to = pages.nextClearBit(from);
      sink.accept(AddressRange.of(slot.range().first() + from * PAGE, (to - from) * PAGE));
      from = pages.nextSetBit(to);
    }
  }

  /** How many of the machine's memory slots are in use. */
  public int slotsInUse() {
    synchronized (slots) {
      return slots.size();
    }
  }

  private void apply(List<FlatRange> removed, List<FlatRange> added) {
    List<Runnable> undo = new ArrayList<>();
    try {
      for (FlatRange range : removed) {
        unmap(range).ifPresent(slot -> undo.add(() -> restore(range, slot)));
      }
      for (FlatRange range : added) {
        if (map(range)) {
          undo.add(() -> unmap(range));
        }
      }
    } catch (KvmException e) {
      undo.reversed().forEach(Runnable::run);
      throw new TopologyException("KVM refuses the memory: " + e.getMessage(), e);
    }
  }

  private boolean map(FlatRange range) {
    if (!(range.region() instanceof RamRegion ram)) {
      return false;
    }
    Optional<AddressRange> pages = wholePages(range.range());
    if (pages.isEmpty()) {
      return false;
    }
    long offset = range.offsetInRegion() + pages.get().first() - range.range().first();
    long hostAddress = ram.addressOnBus() + offset;
    if (hostAddress % PAGE != 0) {
      return false;
    }
    int number = freeSlot(ram.name());
    restore(range, new Slot(number, pages.get(), hostAddress));
    return true;
  }

  private int freeSlot(String region) {
    int number = used.nextClearBit(0);
    if (number >= vm.memorySlots()) {
      throw new KvmException.MemorySlots(vm.memorySlots(), region);
    }
    return number;
  }

  private void restore(FlatRange range, Slot slot) {
    vm.map(slot.number(), slot.range(), slot.hostAddress(), logDirty);
    used.set(slot.number());
    slots.put(range, slot);
  }

  private Optional<Slot> unmap(FlatRange range) {
    Optional<Slot> slot = Optional.ofNullable(slots.get(range));
    slot.ifPresent(
        s -> {
          collect(range, s, (_, _) -> {});
          vm.unmap(s.number());
          used.clear(s.number());
          slots.remove(range);
        });
    return slot;
  }

  private static Optional<AddressRange> wholePages(AddressRange range) {
    long first = (range.first() + PAGE - 1) & -PAGE;
    long end = (range.last() + 1) & -PAGE;
    boolean none =
        Long.compareUnsigned(first, range.first()) < 0 || Long.compareUnsigned(first, end) >= 0;
    return none ? Optional.empty() : Optional.of(AddressRange.of(first, end - first));
  }

  /**
   * Follows the bus no longer. The machine keeps what it has, and must be closed before memory is
   * freed.
   */
  @Override
  public void close() {
    memory.removeListener(listener);
  }

  private final class Listener implements TopologyListener {
    @Override
    public void prepare(TopologyDelta delta) {
      synchronized (slots) {
        apply(delta.removed(), delta.added());
      }
    }

    @Override
    public void rollback(TopologyDelta delta) {
      synchronized (slots) {
        apply(/* removed= */ delta.added(), /* added= */ delta.removed());
      }
    }
  }
}
