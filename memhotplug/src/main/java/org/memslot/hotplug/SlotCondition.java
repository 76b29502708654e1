package org.memslot.hotplug;

/** What a line of {@link SlotTransitions} asks of a slot besides its state. */
enum SlotCondition {
  /** Nothing. */
  ALWAYS(""),
  /** The guest has reported that it could not add the memory. */
  DECLINED("declined"),
  /**
   * The guest has declined the memory or has not looked at it, and the interface has no way to ask
   * for such memory. To find that it is so also hides the memory from the guest, in one step.
   */
  NEVER_TAKEN("never taken"),
  /** The interface has no way to ask for memory that the guest has not taken. */
  NOT_ASKABLE("not askable"),
  /** The guest may still answer a request that was taken back. */
  CANCELLED("cancelled"),
  /** The guest has refused a request that was made more than once, and may still grant it. */
  REFUSED_ONCE("refused once"),
  /** The guest has said that it uses the memory that it is asked for. */
  WAS_ONLINE("was online"),
  /** The guest has said that it has begun to remove the memory. */
  REMOVAL_STARTED("started"),
  /** A guest may eject what nobody asked for: {@link HotplugSettings#unrequestedEject}. */
  UNREQUESTED_ALLOWED("allowed");

  private final String words;

  SlotCondition(String words) {
    this.words = words;
  }

  /** The condition as the table shows it. */
  String words() {
    return words;
  }
}
