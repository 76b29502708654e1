package org.memslot.cli.monitor;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The first words of monitor commands, with their help. */
public enum MonitorVerb {
  /** Slots. */
  MEMSLOT(
      "memslot ID add|delete|cancel, memslot add size=SIZE[,start=ADDR|auto][,node=PXM]",
      """
      add gives the guest the slot's memory; delete asks the guest to give it back; cancel takes
      the request back. Each answers at once with what was started; the outcome is an event:
      online, eject-refused with its reason, or deleted. After a refusal delete can be given again.
      add size=SIZE puts that much memory into a free slot of -m SIZE,slots=N,maxmem=SIZE.\
      """),
  /** Questions. */
  INFO(
      "info memslots [json]|mtree|e820|numa|guest|events",
      """
      memslots: each slot, its place and state, and what it has been through; mtree: what is on the memory and port buses;
      e820: the memory map that the firmware gave the guest; numa: the nodes; guest: what the
      guest says of itself; events: the last events.\
      """),
  /** The reset button. */
  SYSTEM_RESET(
      "system_reset",
      """
      Resets the machine as its reset button does. Populated slots stay or go as --reboot says.\
      """),
  /** The power button. */
  SYSTEM_POWERDOWN(
      "system_powerdown",
      """
      Presses the power button; a guest that listens shuts down, and then the command ends.\
      """),
  /** The state of slots. */
  SAVEVM(
      "savevm FILE",
      """
      Writes the slots, their registers and the contents of their memory to FILE; an old FILE is
      whole until the new one is. memslot run --loadvm FILE starts a machine with them.\
      """),
  /** The end. */
  QUIT(
      "quit",
      """
      Ends the machine and the command at once, whatever the guest is doing.\
      """),
  /** Help. */
  HELP(
      "help [COMMAND]",
      """
      Lists the commands, or explains one.\
      """),
  /** The embedded guest's own. */
  GUEST(
      "guest use|release ADDRESS",
      """
      Of the embedded guest (--guest ospm) only. use makes it hold the memory at ADDRESS, so that
      it refuses to give the slot there back; release makes it let go.\
      """);

  private final String usage;
  private final String explanation;

  MonitorVerb(String usage, String explanation) {
    this.usage = usage;
    this.explanation = explanation;
  }

  /** The word. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The command's form. */
  public String usage() {
    return usage;
  }

  /** What it does: lines without a last line end. */
  public String explanation() {
    return explanation;
  }

  static Optional<MonitorVerb> ofWord(String word) {
    return Arrays.stream(values()).filter(verb -> verb.word().equals(word)).findFirst();
  }
}
