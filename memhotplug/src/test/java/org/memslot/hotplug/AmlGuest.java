package org.memslot.hotplug;

import java.util.ArrayList;
import java.util.List;
import org.memslot.aml.memory.MemslotRegisters;
import org.memslot.machine.AddressSpace;

/**
 * What the 2012 series' AML does, in Java: method MESC with its record MEON, _OST and _EJ0, at the
 * ports alone. It keeps the record that a guest's AML would keep. The AML of the series knows
 * nothing of requests that are made again; ours does.
 */
final class AmlGuest implements SlotGuest {
  private AddressSpace ports;
  private final boolean[] meon;
  private final boolean[] ejected;
  private final boolean original;

  /** With our AML. */
  AmlGuest(AddressSpace ports, int slots) {
    this(ports, slots, false);
  }

  private AmlGuest(AddressSpace ports, int slots, boolean original) {
    this.ports = ports;
    this.meon = new boolean[slots];
    this.ejected = new boolean[slots];
    this.original = original;
  }

  /** With the AML of the series. */
  static AmlGuest ofTheSeries(AddressSpace ports, int slots) {
    return new AmlGuest(ports, slots, true);
  }

  @Override
  public void moveTo(AddressSpace otherPorts) {
    ports = otherPorts;
  }

  @Override
  public List<Notification> handleGpe() {
    ports.write8(TestMachine.GPE_PORT, 8);
    return scan();
  }

  /**
   * MESC: tells of every slot whose bit differs from the record, and brings the record up to date.
   * As in the AML the bitmap is read once, and what was read is what is acted on: a bit that was
   * read and not acted on would be one that the device takes for known.
   */
  @Override
  public List<Notification> scan() {
    List<Notification> notifications = new ArrayList<>();
    byte[] bitmap = new byte[MemslotRegisters.BITMAP_LENGTH];
    for (int i = 0; i < bitmap.length; i++) {
      bitmap[i] = (byte) ports.read8(TestMachine.STATUS + i);
    }
    if (!original) {
      askAgain(notifications);
    }
    for (int slot = 0; slot < meon.length; slot++) {
      boolean bit = (bitmap[slot / 8] >> slot % 8 & 1) != 0;
      if (bit != meon[slot]) {
        meon[slot] = bit;
        ejected[slot] = false;
        notifications.add(new Notification(slot, bit ? DEVICE_CHECK : EJECT_REQUEST));
      }
    }
    return notifications;
  }

  private void askAgain(List<Notification> notifications) {
    for (int next = ports.read16(TestMachine.ASK_AGAIN);
        next != 0;
        next = ports.read16(TestMachine.ASK_AGAIN)) {
      ports.write16(TestMachine.ASK_AGAIN, 0);
      if (!meon[next - 1]) {
        notifications.add(new Notification(next - 1, EJECT_REQUEST));
      }
    }
  }

  @Override
  public void addSucceeded(int slot) {
    ports.write8(TestMachine.ADD_SUCCEEDED, slot);
  }

  @Override
  public void addFailed(int slot, int code) {
    ports.write32(TestMachine.STATUS_CODE, code);
    ports.write8(TestMachine.ADD_FAILED, slot);
    meon[slot] = false;
  }

  @Override
  public void removalRefused(int slot, int code) {
    if (ejected[slot]) {
      return;
    }
    ports.write32(TestMachine.STATUS_CODE, code);
    ports.write8(TestMachine.REMOVE_FAILED, slot);
    meon[slot] = true;
  }

  @Override
  public void eject(int slot) {
    if (!original) {
      meon[slot] = false;
      ejected[slot] = true;
    }
    ports.write8(TestMachine.EJECT + slot / 8, 1 << slot % 8);
  }

  /** What the firmware leaves in MEON: the slots whose range e820 lists. */
  @Override
  public void boot(boolean[] populated) {
    System.arraycopy(populated, 0, meon, 0, meon.length);
  }

  @Override
  public boolean isEnabled(int slot) {
    return meon[slot];
  }

  boolean bit(int slot) {
    return (ports.read8(TestMachine.STATUS + slot / 8) >> slot % 8 & 1) != 0;
  }
}
