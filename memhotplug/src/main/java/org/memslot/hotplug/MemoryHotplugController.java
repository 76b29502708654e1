package org.memslot.hotplug;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.memslot.aml.memory.MemslotRegisters;
import org.memslot.machine.AddressRange;
import org.memslot.machine.AddressSpace;
import org.memslot.machine.RamRegion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The machine's memory slots: what the operator commands and the guest answers becomes memory on
 * the bus, register state, interrupts and events.
 *
 * <p>One lock orders all changes of slots. It is held for short work only: never while a listener
 * runs, a guest is interrupted, memory is given back to the host or somebody on the host is waited
 * for. Register reads do not take it.
 *
 * <p>Commands answer at once with what was started or why nothing was; outcomes are {@link
 * SlotEvent}s. {@link SlotTransitions} is the state machine.
 */
public final class MemoryHotplugController {
  private static final Logger LOG = LoggerFactory.getLogger(MemoryHotplugController.class);

  private final ReentrantLock lock = new ReentrantLock();
  private final List<SlotEntry> slots;
  private final Map<String, SlotEntry> byId = new HashMap<>();
  private final SlotLifecycle lifecycle;
  private final GpeBlock gpe;
  private final EventChannel events;
  private final GuestFaultCounters faults = new GuestFaultCounters();

  private final AtomicBoolean guestToBeTold = new AtomicBoolean();
  private final Queue<SlotEntry> drained = new ConcurrentLinkedQueue<>();

  /**
   * A controller of these slots, all empty.
   *
   * @param bus the memory bus
   * @param allocator where memory comes from, normally {@code RamRegion::create}
   * @param plans the slots in order of their numbers, as {@link SlotPlacement#place} made them
   * @param device the register interface, connected to no other controller
   * @param gpe the block whose bit 3 tells the guest of changes
   * @param settings how guests are treated
   * @param clock the time that events bear
   * @throws SlotOptionException when there are more slots than the interface has room for, or two
   *     of one name
   */
  public MemoryHotplugController(
      AddressSpace bus,
      RamAllocator allocator,
      List<? extends SlotPlan> plans,
      HotplugDevice device,
      GpeBlock gpe,
      HotplugSettings settings,
      InstantSource clock) {
    List<SlotEntry> entries = new ArrayList<>();
    List<SlotProblem> problems = new ArrayList<>();
    if (plans.size() > device.maximumSlots()) {
      problems.add(new SlotProblem.BeyondDeviceLimit(plans.size(), device.maximumSlots()));
    }
    for (SlotPlan plan : plans) {
      SlotEntry entry = new SlotEntry(entries.size(), plan);
      entries.add(entry);
      if (byId.put(plan.id(), entry) != null) {
        problems.add(new SlotProblem.DuplicateId(plan.id()));
      }
    }
    if (!problems.isEmpty()) {
      throw new SlotOptionException(problems);
    }
    this.slots = List.copyOf(entries);
    this.gpe = gpe;
    this.events = new EventChannel(clock, settings.eventLogLength());
    this.lifecycle =
        new SlotLifecycle(
            new SlotMemory(bus, allocator),
            device,
            events,
            faults,
            settings,
            () -> guestToBeTold.set(true),
            this::onDrained);
    device.connect(new GuestReports(this, slots, faults));
  }

  /** Has this listener told of every event from now on. */
  public void addListener(SlotListener listener) {
    events.add(listener);
  }

  /** Has this listener told of nothing more. */
  public void removeListener(SlotListener listener) {
    events.remove(listener);
  }

  /** The last events, oldest first; see {@link HotplugSettings#eventLogLength}. */
  public List<SlotEvent> recentEvents() {
    return events.recent();
  }

  /** How often the guest did what it should not have done. */
  public Map<GuestFault, Long> guestFaults() {
    return faults.snapshot();
  }

  /** All slots as they are at one moment, in order of their numbers. */
  public List<MemorySlot> slots() {
    return locked(() -> slots.stream().map(SlotEntry::snapshot).toList());
  }

  /** A slot as it is now. */
  public Optional<MemorySlot> slot(String id) {
    return locked(() -> Optional.ofNullable(byId.get(id)).map(SlotEntry::snapshot));
  }

  /**
   * The ranges that firmware is to list as RAM: slots with memory that nobody asked back. The guest
   * is taken to know of them from now on.
   */
  public List<AddressRange> populatedRanges() {
    return locked(
        () -> {
          List<SlotEntry> offered =
              slots.stream().filter(slot -> slot.state().isOffered()).toList();
          offered.forEach(slot -> slot.exposure().showKnown());
          return offered.stream().flatMap(slot -> slot.range().stream()).toList();
        });
  }

  /**
   * Gives the slots with {@code populated=on} their memory, before the guest starts: all of them or
   * none.
   *
   * @return the refusal, if a slot could not be populated
   */
  public Optional<SlotRefusal> populateAtStart() {
    return locked(this::populateInitial);
  }

  private Optional<SlotRefusal> populateInitial() {
    List<SlotEntry> done = new ArrayList<>();
    for (SlotEntry slot : slots) {
      if (!slot.isPopulatedAtStart() || slot.state() != SlotState.EMPTY) {
        continue;
      }
      Optional<SlotRefusal> refusal = lifecycle.populate(slot);
      if (refusal.isPresent()) {
        done.forEach(lifecycle::beginEjection);
        return refusal;
      }
      done.add(slot);
    }
    done.forEach(slot -> slot.exposure().showKnown());
    return Optional.empty();
  }

  /**
   * Gives an empty slot memory and tells the guest; a slot that the guest declined is offered
   * again.
   */
  public CommandResult add(String id) {
    return command(id, lifecycle::add);
  }

  /**
   * Asks the guest to give a slot's memory back. A request that is pending already is made again;
   * memory that the guest declined is taken back without it.
   */
  public CommandResult delete(String id) {
    return command(id, lifecycle::delete);
  }

  /** Takes back a request for a slot's memory that the guest has not yet answered. */
  public CommandResult cancel(String id) {
    return command(id, lifecycle::cancel);
  }

  /**
   * The machine is reset, before its firmware runs: the guest uses nothing any more. A removal that
   * was pending is completed. What else happens to slots with memory is up to the mode. The GPE
   * block is reset too.
   */
  public void reset(ResetMode mode) {
    gpe.reset();
    locked(
        () -> {
          guestToBeTold.set(false);
          lifecycle.reset(slots, mode);
          return true;
        });
  }

  /** A report of the guest about a slot that exists. */
  void guest(SlotEntry slot, SlotTrigger trigger, OstStatus status) {
    locked(
        () -> {
          lifecycle.guest(slot, trigger, status);
          return true;
        });
  }

  private CommandResult command(String id, Function<SlotEntry, CommandResult> command) {
    return locked(
        () -> {
          SlotEntry slot = byId.get(id);
          return slot == null
              ? new CommandResult.Refused(new SlotRefusal.UnknownSlot(id, ids()))
              : command.apply(slot);
        });
  }

  private List<String> ids() {
    return slots.stream().map(SlotEntry::id).toList();
  }

  private <T> T locked(Supplier<T> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
      afterwards();
    }
  }

  /** What changes under the lock have left to be done without it. */
  private void afterwards() {
    if (lock.isHeldByCurrentThread()) {
      // A bus listener called back in; the outermost change does it.
      return;
    }
    do {
      if (guestToBeTold.getAndSet(false)) {
        gpe.raise(MemslotRegisters.GPE_BIT);
      }
      takeAway();
    } while (guestToBeTold.get() || !drained.isEmpty());
    events.deliver();
  }

  /** Hears, on the thread that let go last, of memory that nobody holds. */
  private void onDrained(SlotEntry slot) {
    drained.add(slot);
    afterwards();
  }

  /**
   * Takes memory that nobody holds off the bus, gives it back to the host, and only then calls it
   * deleted.
   */
  private void takeAway() {
    List<SlotEntry> leaving = new ArrayList<>();
    for (SlotEntry slot = drained.poll(); slot != null; slot = drained.poll()) {
      leaving.add(slot);
    }
    if (leaving.isEmpty()) {
      return;
    }
    List<RamRegion> regions;
    lock.lock();
    try {
      regions = lifecycle.detach(leaving);
    } finally {
      lock.unlock();
    }
    if (regions.isEmpty()) {
      return;
    }
    regions.forEach(MemoryHotplugController::free);
    lock.lock();
    try {
      leaving.forEach(lifecycle::emptied);
    } finally {
      lock.unlock();
    }
  }

  private static void free(RamRegion region) {
    try {
      region.close();
    } catch (RuntimeException e) {
      // It is off the bus, so the guest is safe; the slot must not hang on what the host kept.
      LOG.error("memory of {} was not given back to the host", region.name(), e);
    }
  }
}
