package org.memslot.hotplug;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.memslot.aml.ByteList;
import org.memslot.hotplug.SlotTrigger.Operator;
import org.memslot.hotplug.slot.AnonymousSpace;
import org.memslot.hotplug.slot.SlotOptionException;
import org.memslot.hotplug.slot.SlotPlan;
import org.memslot.hotplug.slot.SlotProblem;
import org.memslot.hotplug.slot.SlotRequest;
import org.memslot.hotplug.slot.SlotRules.Ranges;
import org.memslot.hotplug.slot.SlotState;
import org.memslot.hotplug.state.ContentLoading;
import org.memslot.hotplug.state.SavedState;
import org.memslot.hotplug.state.StateFileException;
import org.memslot.hotplug.state.StateFileProblem;
import org.memslot.hotplug.state.StateFileReader;
import org.memslot.hotplug.state.StateFileWriter;
import org.memslot.machine.AddressRange;
import org.memslot.machine.AddressSpace;
import org.memslot.machine.RamRegion;
import org.memslot.machine.TopologyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The machine's memory slots: what the operator commands and the guest answers becomes memory on
 * the bus, register state, interrupts and events.
 *
 * <p>One lock orders all changes of slots. It is held for short work only: never while a listener
 * runs, a guest is interrupted, memory is given back to the host or somebody on the host is waited
 * for. Register reads do not take it. Under it the memory bus is changed, so the order of locks is:
 * the one of {@link #save}, this one, the bus's control lock, a region's. A {@link
 * org.memslot.machine.TopologyListener} of the bus therefore must not call the controller: that is
 * refused with a {@link TopologyException}.
 *
 * <p>Commands answer at once with what was started or why nothing was; outcomes are {@link
 * SlotEvent}s. {@link SlotTransitions} is the state machine.
 */
public final class MemoryHotplugController {
  private static final Logger LOG = LoggerFactory.getLogger(MemoryHotplugController.class);

  private final ReentrantLock lock = new ReentrantLock();
  private final AddressSpace bus;
  private final List<SlotEntry> slots;
  private final HotplugInterface hotplug;
  private final HotplugDevice registers;
  private final Map<String, SlotEntry> byId = new HashMap<>();
  private final SlotLifecycle lifecycle;
  private final StateKeeper keeper;
  private final SlotFinder finder;
  private final InstantSource clock;
  private final GpeBlock gpe;
  private final EventChannel events;
  private final Duration answerLimit;
  private final GuestFaultCounters faults = new GuestFaultCounters();
  private final Saves saves = new Saves();

  private volatile Function<List<AddressRange>, Optional<String>> additionCheck =
      _ -> Optional.empty();

  private final AtomicBoolean guestToBeTold = new AtomicBoolean();
  private final Queue<SlotEntry> drained = new ConcurrentLinkedQueue<>();

  MemoryHotplugController(MemoryHotplugControllerBuilder parts) {
    List<? extends SlotPlan> plans = parts.plans;
    HotplugInterface hotplug = parts.hotplug;
    HotplugSettings settings = parts.settings;
    HotplugDevice device = hotplug.registers().get();
    List<SlotEntry> entries = new ArrayList<>();
    List<SlotProblem> problems = new ArrayList<>();
    if (plans.size() > hotplug.slots().maximum()) {
      problems.add(new SlotProblem.TooManySlots(plans.size(), hotplug.slots()));
    }
    for (SlotPlan plan : plans) {
      SlotEntry entry = new SlotEntry(entries.size(), plan);
      entries.add(entry);
      if (entry.isAnonymous() && hotplug.slots().ranges() == Ranges.FIXED) {
        problems.add(new SlotProblem.FixedRanges(plan.id()));
      }
      if (byId.put(plan.id(), entry) != null) {
        problems.add(new SlotProblem.DuplicateId(plan.id()));
      }
    }
    if (!problems.isEmpty()) {
      throw new SlotOptionException(problems);
    }
    this.bus = parts.bus;
    this.slots = List.copyOf(entries);
    this.hotplug = hotplug;
    this.registers = device;
    this.finder = new SlotFinder(slots, parts.space);
    this.clock = parts.clock;
    this.gpe = parts.gpe;
    this.events = new EventChannel(clock, settings.eventLogLength());
    this.answerLimit = settings.answerLimit();
    SlotMemory memory = new SlotMemory(bus, parts.allocator);
    this.keeper =
        new StateKeeper(slots, memory, new SavedSlotCheck(slots, parts.space), device, gpe);
    this.lifecycle =
        new SlotLifecycle(
            memory,
            device,
            new SlotFacts(hotplug.asksWithoutAcceptance(), settings.unrequestedEject()),
            events,
            new Owner());
    device.connect(new GuestReports(this, slots, faults));
  }

  /**
   * A builder of a controller.
   *
   * @param bus the memory bus
   * @param hotplug the register interface
   * @param gpe the block by which the guest is told of changes
   */
  public static MemoryHotplugControllerBuilder builder(
      AddressSpace bus, HotplugInterface hotplug, GpeBlock gpe) {
    return new MemoryHotplugControllerBuilder(bus, hotplug, gpe);
  }

  /** The device with the registers, for a board to plug. */
  public HotplugDevice registers() {
    return registers;
  }

  /**
   * Has this listener told of every event from now on, on the threads that cause them: one that
   * waits keeps such a thread, an operator's or a guest's, but no other.
   */
  public void addListener(SlotListener listener) {
    addListener(listener, Runnable::run);
  }

  /**
   * Has this listener told of every event from now on, in order and one at a time, by tasks that
   * this executor runs: for a listener that waits. An executor that refuses a task ends the
   * subscription; one that fails otherwise gets the events again with the next one. Of more than
   * 65,536 events that wait for a listener the oldest are lost, which shows in their numbers.
   */
  public void addListener(SlotListener listener, Executor executor) {
    events.add(listener, executor);
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

  /**
   * Has additions refused that this check objects to, such as memory that firmware could not list
   * at the next reset.
   *
   * @param check takes the ranges of all slots that would have memory, and answers what is wrong
   *     with that; it is called under the controller's lock and must not call the controller
   */
  public void setAdditionCheck(Function<List<AddressRange>, Optional<String>> check) {
    additionCheck = check;
  }

  /** Additional memory that the check objects to. */
  private Optional<SlotRefusal> objection(SlotEntry slot) {
    List<AddressRange> populated = new ArrayList<>();
    for (SlotEntry other : slots) {
      if (other == slot || other.state().isOffered()) {
        other.range().ifPresent(populated::add);
      }
    }
    return additionCheck
        .apply(populated)
        .map(reason -> new SlotRefusal.CannotBeListed(slot.id(), reason));
  }

  /** All slots as they are at one moment, in order of their numbers. */
  public List<MemorySlot> slots() {
    return locked(() -> slots.stream().map(SlotEntry::snapshot).toList());
  }

  /** A slot as it is now. */
  public Optional<MemorySlot> slot(String id) {
    return locked(() -> Optional.ofNullable(byId.get(id)).map(SlotEntry::snapshot));
  }

  /** The ranges that firmware is to list as RAM: slots with memory that nobody asked back. */
  public List<AddressRange> populatedRanges() {
    return locked(
        () ->
            slots.stream()
                .filter(slot -> slot.state().isOffered())
                .flatMap(slot -> slot.range().stream())
                .toList());
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
    List<SlotEntry> initial =
        slots.stream()
            .filter(slot -> slot.isPopulatedAtStart() && slot.state() == SlotState.EMPTY)
            .toList();
    Optional<SlotRefusal> refusal =
        initial.isEmpty() ? Optional.empty() : lifecycle.populate(initial);
    if (refusal.isEmpty()) {
      initial.forEach(slot -> slot.exposure().showKnown());
    }
    return refusal;
  }

  /**
   * Gives an empty slot memory and tells the guest; a slot that the guest declined is offered
   * again.
   */
  public CommandResult add(String id) {
    return command(id, slot -> lifecycle.command(slot, Operator.ADD));
  }

  /**
   * Adds memory to the first free anonymous slot: finds it a place, populates it and tells the
   * guest.
   *
   * @see AnonymousSpace
   */
  public CommandResult add(SlotRequest request) {
    return locked(() -> addTo(finder.find(request)));
  }

  private CommandResult addTo(SlotFinder.Found found) {
    return switch (found) {
      case SlotFinder.Found.None(SlotRefusal reason) -> new CommandResult.Refused(reason);
      case SlotFinder.Found.Slot(SlotEntry slot) -> {
        CommandResult result = lifecycle.command(slot, Operator.ADD);
        if (slot.state() == SlotState.EMPTY) {
          slot.unassign();
        }
        yield result;
      }
    };
  }

  /**
   * Tells of requests that the guest has not answered within {@link HotplugSettings#answerLimit},
   * each once. Whoever has a timer calls it now and then.
   */
  public void checkAnswers() {
    locked(
        () -> {
          slots.forEach(slot -> lifecycle.checkOverdue(slot, clock.instant(), answerLimit));
          return true;
        });
  }

  /**
   * Asks the guest to give a slot's memory back. A request that is pending already is made again;
   * memory that the guest declined is taken back without it.
   */
  public CommandResult delete(String id) {
    return command(id, slot -> lifecycle.command(slot, Operator.DELETE));
  }

  /** Takes back a request for a slot's memory that the guest has not yet answered. */
  public CommandResult cancel(String id) {
    return command(id, slot -> lifecycle.command(slot, Operator.CANCEL));
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

  /**
   * Writes slots, registers, events and the contents of memory to a file: the old file or the new
   * one is there at every moment. What a guest that runs meanwhile writes is saved or not. Memory
   * that is leaving is not saved; it counts as deleted when the file is restored. There is one save
   * at a time: a second one waits for the first.
   *
   * @param file the file, which is replaced, see {@link org.memslot.machine.FileReplacement}
   * @param extras state of other devices to keep with it, by name, each less than 16 MiB
   * @throws IOException when it cannot be written, or was given up; an old file is untouched then
   */
  public void save(Path file, Map<String, ByteList> extras) throws IOException {
    saves.run(
        () -> {
          try (StateKeeper.Moment moment = locked(() -> keeper.capture(extras))) {
            StateFileWriter.write(file, moment.state(), moment.memory(), saves::haveEnded);
          }
        });
  }

  /**
   * The machine ends: a save under way is given up and leaves nothing, and later ones are refused.
   * When this has returned no save holds memory any more.
   */
  public void endSaves() {
    saves.end();
  }

  /**
   * Takes back what {@link #save} wrote, before the guest runs, in place of {@link
   * #populateAtStart}: all of it or nothing. The file is read and checked whole.
   *
   * @param loading when the contents of memory are loaded
   * @return the extras
   * @throws IOException when the file cannot be read
   * @throws StateFileException when the file cannot be used, with the reason
   */
  public Map<String, ByteList> restore(Path file, ContentLoading loading)
      throws IOException, StateFileException {
    SavedState saved;
    SavedState state;
    List<RamRegion> regions;
    try (StateFileReader reader = StateFileReader.open(file)) {
      saved = reader.readState();
      state = saved.withoutLeaving();
      regions = keeper.load(file, reader.contents(), state, loading);
    }
    List<SlotEntry> left = slots.stream().filter(slot -> saved.isLeaving(slot.index)).toList();
    Optional<StateFileProblem> refusal = locked(() -> install(state, regions, left));
    if (refusal.isPresent()) {
      throw new StateFileException(file, refusal.get());
    }
    gpe.restore(state.gpeStatus(), state.gpeEnable());
    return state.extras();
  }

  /** Memory that was leaving when it was saved is gone now; its deletion ends here. */
  private Optional<StateFileProblem> install(
      SavedState state, List<RamRegion> regions, List<SlotEntry> left) {
    Optional<StateFileProblem> refusal = keeper.install(state, regions, clock.instant());
    if (refusal.isEmpty()) {
      events.record(SlotEvent.GuestRestored::new);
      left.forEach(lifecycle::leftWhileSaved);
    }
    return refusal;
  }

  /** A report of the guest about a slot that exists. */
  void guest(SlotEntry slot, SlotTrigger.Guest report, OstStatus status) {
    locked(
        () -> {
          lifecycle.guest(slot, report, status);
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

  /**
   * Refused within a change of the bus, whose control lock comes after this one: the one that has
   * both the other way round might wait for ever.
   */
  private <T> T locked(Supplier<T> action) {
    if (bus.isInChange()) {
      throw new TopologyException(
          "a topology listener of %s calls the slots' controller; call it when the change is over"
              .formatted(bus.name()));
    }
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
      // The last pin was closed by something that the lock's holder called; the holder does it.
      return;
    }
    do {
      if (guestToBeTold.getAndSet(false)) {
        gpe.raise(hotplug.gpe());
      }
      takeAway();
    } while (guestToBeTold.get() || !drained.isEmpty());
    events.deliver();
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

  private final class Owner implements SlotLifecycle.Owner {
    @Override
    public Optional<SlotRefusal> objection(SlotEntry slot) {
      return MemoryHotplugController.this.objection(slot);
    }

    @Override
    public void tellGuest() {
      guestToBeTold.set(true);
    }

    @Override
    public void drained(SlotEntry slot) {
      drained.add(slot);
      afterwards();
    }

    @Override
    public void count(GuestFault fault, SlotEntry slot) {
      faults.count(fault, slot.index);
    }
  }
}
