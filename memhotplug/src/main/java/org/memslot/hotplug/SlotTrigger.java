package org.memslot.hotplug;

/** What can happen to a slot: the rows of {@link SlotTransitions}. */
public enum SlotTrigger {
  /** The operator adds memory. */
  ADD("operator: add"),
  /** The operator asks for the memory back. */
  DELETE("operator: delete"),
  /** The operator takes that request back. */
  CANCEL("operator: cancel"),
  /** The guest reports that it uses the memory: _OST(1, 0). */
  ADD_SUCCEEDED("guest: add succeeded"),
  /** The guest reports that it could not add the memory: _OST(1, not 0). */
  ADD_FAILED("guest: add failed"),
  /** The guest reports that removal has begun: _OST(3, 0x84). */
  REMOVAL_STARTED("guest: removal in progress"),
  /** The guest reports that it keeps the memory: _OST(3, other than 0 and 0x84). */
  REMOVAL_REFUSED("guest: removal refused"),
  /** The guest ejects the memory: _EJ0. */
  EJECT("guest: eject"),
  /** The host takes back memory that the guest declined or, having been reset, no longer uses. */
  WITHDRAW("host: withdraw"),
  /** The last holder has let go and the memory has left the bus. */
  DRAINED("host: drained"),
  /** The bus would not let the memory go. */
  RETAINED("host: retained"),
  /** The machine is reset; slots keep their memory. */
  RESET("machine: reset");

  private final String words;

  SlotTrigger(String words) {
    this.words = words;
  }

  /** Who does what, for tables. */
  public String words() {
    return words;
  }
}
