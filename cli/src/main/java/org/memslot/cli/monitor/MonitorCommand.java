package org.memslot.cli.monitor;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

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
    /** The slots, their places and states. */
    MEMSLOTS,
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

    /** The word for it at the monitor. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Topic> ofWord(String word) {
      return Arrays.stream(values()).filter(topic -> topic.word().equals(word)).findFirst();
    }
  }
}
