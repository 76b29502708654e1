package org.memslot.hotplug;

import java.util.List;
import org.memslot.hotplug.device.HotplugInterfaces;
import org.memslot.machine.AddressSpace;

/** What an interface's AML does for a guest, in Java and at the ports alone. */
interface SlotGuest {
  /**
   * A Notify.
   *
   * @param slot which
   * @param code {@link #DEVICE_CHECK} or {@link #EJECT_REQUEST}
   */
  record Notification(int slot, int code) {}

  int DEVICE_CHECK = 1;
  int EJECT_REQUEST = 3;

  /** The guest of that interface, with nothing in its record. */
  static SlotGuest of(HotplugInterface kind, AddressSpace ports, int slots) {
    return kind.equals(HotplugInterfaces.MEMSLOT)
        ? new AmlGuest(ports, slots)
        : new QemuGuest(ports, slots);
  }

  /** The machine was restored: the same guest goes on, at the ports of another process. */
  void moveTo(AddressSpace otherPorts);

  /** Clears the event, then looks for news. */
  List<Notification> handleGpe();

  /** Looks for news. */
  List<Notification> scan();

  /** _OST(1, 0). */
  void addSucceeded(int slot);

  /** _OST(1, code). */
  void addFailed(int slot, int code);

  /** _OST(3, code). */
  void removalRefused(int slot, int code);

  /** _EJ0. */
  void eject(int slot);

  /** The guest begins anew; these slots' ranges are in e820. */
  void boot(boolean[] populated);

  /** _STA: whether the slot's memory is there, as of the last look. */
  boolean isEnabled(int slot);
}
