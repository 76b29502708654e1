package org.memslot.hotplug.state;

import org.memslot.hotplug.slot.SlotProblem;
import org.memslot.hotplug.slot.SlotState;

/** What is wrong with a state file. {@link #message} is one line, without the file's name. */
public sealed interface StateFileProblem {
  /** One line for the operator. */
  String message();

  /** The file does not begin as a state file does. */
  record NotAStateFile() implements StateFileProblem {
    @Override
    public String message() {
      return "it is no memslot state file";
    }
  }

  /**
   * The file is of another version.
   *
   * @param found its version
   * @param known the version that can be read
   */
  record OtherVersion(int found, int known) implements StateFileProblem {
    @Override
    public String message() {
      return "it is of version %d; this program reads version %d"
          .formatted(Integer.toUnsignedLong(found), known);
    }
  }

  /**
   * The file ends too early.
   *
   * @param offset where something is missing
   */
  record Truncated(long offset) implements StateFileProblem {
    @Override
    public String message() {
      return "it is truncated: something is missing at offset 0x%x".formatted(offset);
    }
  }

  /**
   * A section's checksum is not that of its bytes.
   *
   * @param offset where the section begins
   */
  record Altered(long offset) implements StateFileProblem {
    @Override
    public String message() {
      return "it was altered: the checksum of the section at offset 0x%x is wrong"
          .formatted(offset);
    }
  }

  /**
   * A section whose checksum is right says what cannot be.
   *
   * @param offset where the section begins
   * @param what what it says
   */
  record Malformed(long offset, String what) implements StateFileProblem {
    @Override
    public String message() {
      return "the section at offset 0x%x makes no sense: %s".formatted(offset, what);
    }
  }

  /**
   * The file is of a machine that was started otherwise.
   *
   * @param what the difference, and the way out
   */
  record OtherMachine(String what) implements StateFileProblem {
    @Override
    public String message() {
      return "it is of another machine: " + what;
    }
  }

  /**
   * A slot's memory is saved as asked for, though the slot had none to give.
   *
   * @param slot the slot's name
   * @param before the state in which it was asked for
   */
  record ImpossibleRequest(String slot, SlotState before) implements StateFileProblem {
    @Override
    public String message() {
      return "no machine has saved it: memslot %s: its memory was asked for while the slot was %s"
          .formatted(slot, before.word());
    }
  }

  /**
   * A slot's memory is saved where no slot of this machine can have it.
   *
   * @param problem the slot, the value and the limit
   */
  record ImpossiblePlace(SlotProblem problem) implements StateFileProblem {
    @Override
    public String message() {
      return "no machine has saved it: "
          + (problem instanceof SlotProblem.BeyondMaximum beyond
              ? beyond.fault()
              : problem.message());
    }
  }

  /**
   * The host has no memory for what the file holds, or the bus has no room.
   *
   * @param reason why, in one line
   */
  record NoMemory(String reason) implements StateFileProblem {
    @Override
    public String message() {
      return reason;
    }
  }
}
