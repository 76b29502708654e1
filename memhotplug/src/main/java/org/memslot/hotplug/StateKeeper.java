package org.memslot.hotplug;

import com.google.common.collect.Maps;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.memslot.aml.ByteList;
import org.memslot.hotplug.slot.SlotState;
import org.memslot.hotplug.state.ContentLoading;
import org.memslot.hotplug.state.SavedContents;
import org.memslot.hotplug.state.SavedSlot;
import org.memslot.hotplug.state.SavedState;
import org.memslot.hotplug.state.StateFileException;
import org.memslot.hotplug.state.StateFileProblem;
import org.memslot.machine.Pin;
import org.memslot.machine.RamRegion;

/** Takes the slots' state apart for a file, and puts it together again. */
final class StateKeeper {
  private final List<SlotEntry> slots;
  private final SlotMemory memory;
  private final SavedSlotCheck check;
  private final HotplugDevice device;
  private final GpeBlock gpe;

  StateKeeper(
      List<SlotEntry> slots,
      SlotMemory memory,
      SavedSlotCheck check,
      HotplugDevice device,
      GpeBlock gpe) {
    this.slots = slots;
    this.memory = memory;
    this.check = check;
    this.device = device;
    this.gpe = gpe;
  }

  /** State and memory at one moment; the pins keep the memory until they are closed. */
  record Moment(SavedState state, Map<Integer, Pin> pins) implements AutoCloseable {
    Map<Integer, MemorySegment> memory() {
      return Maps.transformValues(pins, Pin::memory);
    }

    @Override
    public void close() {
      pins.values().forEach(Pin::close);
    }
  }

  /**
   * Called under the controller's lock. Memory that is leaving is not saved: the guest has let go
   * of it.
   */
  Moment capture(Map<String, ByteList> extras) {
    List<SavedSlot> saved = slots.stream().map(SlotEntry::save).toList();
    SavedState state =
        new SavedState(saved, device.saveRegisters(), gpe.status(), gpe.enabled(), extras);
    Moment moment = new Moment(state, new TreeMap<>());
    try {
      for (SlotEntry slot : slots) {
        if (slot.state() != SlotState.EJECTING) {
          slot.ram().ifPresent(ram -> moment.pins().put(slot.index, ram.pin("state file")));
        }
      }
      return moment;
    } catch (RuntimeException | Error e) {
      moment.close();
      throw e;
    }
  }

  /** Memory with its contents, not yet on the bus. */
  List<RamRegion> load(Path file, SavedContents contents, SavedState state, ContentLoading loading)
      throws IOException, StateFileException {
    Optional<StateFileProblem> problem = check.problem(state.slots());
    if (problem.isPresent()) {
      throw new StateFileException(file, problem.get());
    }
    contents.verify();
    List<RamRegion> regions =
        switch (memory.allocate(wanted(state))) {
          case SlotMemory.Outcome.Done(List<RamRegion> done) -> done;
          case SlotMemory.Outcome.Failed(SlotRefusal reason) ->
              throw new StateFileException(file, new StateFileProblem.NoMemory(reason.message()));
        };
    Map<Integer, RamRegion> bySlot = new HashMap<>();
    for (int slot = 0; slot < slots.size(); slot++) {
      if (state.slots().get(slot).state().hasMemory()) {
        bySlot.put(slot, regions.get(bySlot.size()));
      }
    }
    try {
      contents.load(bySlot, loading);
      return regions;
    } catch (IOException | RuntimeException | Error e) {
      regions.forEach(RamRegion::close);
      throw e;
    }
  }

  /** Called under the controller's lock: all slots at once, or none and the memory is closed. */
  Optional<StateFileProblem> install(SavedState state, List<RamRegion> regions, Instant now) {
    Optional<StateFileProblem> refusal = takeRegisters(state);
    if (refusal.isPresent()) {
      regions.forEach(RamRegion::close);
      return refusal;
    }
    if (memory.attach(wanted(state), regions)
        instanceof SlotMemory.Outcome.Failed(SlotRefusal reason)) {
      device.reset();
      return Optional.of(new StateFileProblem.NoMemory(reason.message()));
    }
    int next = 0;
    for (int slot = 0; slot < slots.size(); slot++) {
      SavedSlot saved = state.slots().get(slot);
      Optional<RamRegion> ram =
          saved.state().hasMemory() ? Optional.of(regions.get(next++)) : Optional.empty();
      slots.get(slot).restore(saved, ram, now);
    }
    return Optional.empty();
  }

  private Optional<StateFileProblem> takeRegisters(SavedState state) {
    if (slots.stream().anyMatch(slot -> slot.state() != SlotState.EMPTY)) {
      return Optional.of(
          new StateFileProblem.OtherMachine(
              "this one has slots in use; restore into a machine that has not started"));
    }
    return device.restoreRegisters(state.registers())
        ? Optional.empty()
        : Optional.of(
            new StateFileProblem.OtherMachine(
                "it was saved with another register interface; use the one that it was saved with"));
  }

  private static List<SlotMemory.Wanted> wanted(SavedState state) {
    return state.slots().stream()
        .filter(slot -> slot.state().hasMemory())
        .map(slot -> new SlotMemory.Wanted(slot.id(), slot.range().orElseThrow()))
        .toList();
  }
}
