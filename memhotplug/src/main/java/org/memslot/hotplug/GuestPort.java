package org.memslot.hotplug;

/**
 * What a guest can do through a register block: the controller as {@link HotplugDevice}s see it.
 * Slots are numbered from 0; any number may be given, one that does not exist is counted. Nothing
 * here throws.
 */
public interface GuestPort {
  /** What a device talks to before a controller has connected it: no slots, and nothing happens. */
  GuestPort UNCONNECTED = UnconnectedPort.INSTANCE;

  /** The number of slots. */
  int slotCount();

  /** A slot as it is now; for a number that does not exist, an empty slot without a range. */
  GuestSlot slot(int slot);

  /**
   * Whether the guest is shown the slot's memory; remembers that it looked. For interfaces whose
   * guests learn of changes by comparing: memory that was never looked at can be taken back without
   * the guest.
   */
  boolean look(int slot);

  /** The guest uses the slot's memory: {@code _OST(1, 0)}. */
  void addSucceeded(int slot);

  /** The guest could not add the slot's memory: {@code _OST(1, status)}. */
  void addFailed(int slot, OstStatus status);

  /** The guest has begun to free the slot's memory: {@code _OST(3, 0x84)}. */
  void removalStarted(int slot);

  /** The guest keeps the slot's memory: {@code _OST(3, status)}. */
  void removalRefused(int slot, OstStatus status);

  /** The guest ejects the slot: {@code _EJ0}. */
  void eject(int slot);

  /** The guest did something wrong at the registers themselves. */
  void fault(GuestFault fault, long slotOrOffset);
}
