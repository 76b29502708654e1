package org.memslot.cli.monitor;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.memslot.hotplug.SlotRequest;

/** A command of the monitor: what a line means. */
public sealed interface MonitorCommand {
  /**
   * {@code memslot ID add}: give the guest the slot's memory.
   *
   * @param id the slot's name
   */
  record AddSlot(String id) implements MonitorCommand {}

  /**
   * {@code memslot ID delete}: ask the guest for the slot's memory back.
   *
   * @param id the slot's name
   */
  record DeleteSlot(String id) implements MonitorCommand {}

  /**
   * {@code memslot ID cancel}: take back the request for the slot's memory.
   *
   * @param id the slot's name
   */
  record CancelSlot(String id) implements MonitorCommand {}

  /**
   * {@code memslot add size=SIZE[,start=ADDR|auto][,node=PXM]}: give the guest memory in a free
   * slot.
   *
   * @param request how much, and where
   */
  record AddMemory(SlotRequest request) implements MonitorCommand {}

  /**
   * {@code savevm FILE}: write the slots and their contents to a file.
   *
   * @param file its name
   */
  record SaveSlots(String file) implements MonitorCommand {}

  /**
   * {@code info TOPIC}.
   *
   * @param topic about what
   */
  record ShowInfo(Topic topic) implements MonitorCommand {}

  /** {@code system_reset}. */
  record SystemReset() implements MonitorCommand {}

  /** {@code system_powerdown}: press the power button. */
  record SystemPowerdown() implements MonitorCommand {}

  /** {@code quit}: end the machine and the process, whatever the guest does. */
  record Quit() implements MonitorCommand {}

  /**
   * {@code help [COMMAND]}.
   *
   * @param about the command to explain, if one was named
   */
  record Help(Optional<MonitorVerb> about) implements MonitorCommand {}

  /**
   * {@code guest use ADDRESS}: the embedded guest holds the memory there and refuses to give it
   * back.
   *
   * @param address guest-physical
   */
  record UseMemory(long address) implements MonitorCommand {}

  /**
   * {@code guest release ADDRESS}: the embedded guest holds the memory there no longer.
   *
   * @param address guest-physical
   */
  record ReleaseMemory(long address) implements MonitorCommand {}

  /** What {@code info} can tell about. */
  enum Topic {
    /** The slots, their places and states, and what each has been through. */
    MEMSLOTS,
    /** The same as JSON. */
    MEMSLOTS_JSON,
    /** Both buses with all that is on them. */
    MTREE,
    /** The memory map that the firmware gave the guest. */
    E820,
    /** The NUMA nodes. */
    NUMA,
    /** What the guest says about itself. */
    GUEST,
    /** The last events. */
    EVENTS;

    /** The words for it at the monitor. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static Optional<Topic> ofWord(String word) {
      return Arrays.stream(values()).filter(topic -> topic.word().equals(word)).findFirst();
    }
  }
}
