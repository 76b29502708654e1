package org.memslot.hotplug;

/** The answer to a command: what was started, or why nothing was. The outcome is an event. */
public sealed interface CommandResult {
  /** One line for the operator. */
  String message();

  /**
   * The command was started.
   *
   * @param slot the slot as the command left it
   * @param message what was started
   */
  record Started(MemorySlot slot, String message) implements CommandResult {}

  /**
   * The command was refused and nothing was changed.
   *
   * @param reason why
   */
  record Refused(SlotRefusal reason) implements CommandResult {
    @Override
    public String message() {
      return reason.message();
    }
  }
}
