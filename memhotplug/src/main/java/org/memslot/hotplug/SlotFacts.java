package org.memslot.hotplug;

/**
 * Finds out what the lines of {@link SlotTransitions} ask of a slot.
 *
 * @param asksWithoutAcceptance {@link HotplugInterface#asksWithoutAcceptance}
 * @param unrequestedEject {@link HotplugSettings#unrequestedEject}
 */
record SlotFacts(boolean asksWithoutAcceptance, boolean unrequestedEject) {
  boolean hold(SlotCondition condition, SlotEntry slot) {
    return switch (condition) {
      case ALWAYS -> true;
      case DECLINED -> slot.isDeclined();
      case NEVER_TAKEN ->
          !asksWithoutAcceptance && (slot.isDeclined() || slot.exposure().hideUnseen());
      case NOT_ASKABLE -> !asksWithoutAcceptance;
      case CANCELLED -> slot.isCancelled();
      case REFUSED_ONCE -> slot.isRefusedOnce();
      case WAS_ONLINE -> slot.wasOnline();
      case REMOVAL_STARTED -> slot.isRemovalStarted();
      case UNREQUESTED_ALLOWED -> unrequestedEject;
    };
  }
}
