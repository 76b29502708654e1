package org.memslot.hotplug;

import java.util.ArrayList;
import java.util.List;
import org.memslot.aml.memory.MemoryHotplugRegisters;
import org.memslot.machine.AddressSpace;

/** What QEMU's AML does, in Java: MSCN, MRST, MOST and MEJ0, at the ports alone. */
final class QemuGuest implements SlotGuest {
  private static final int BASE = MemoryHotplugRegisters.PORT;
  private static final int FLAGS = BASE + MemoryHotplugRegisters.FLAGS;

  private final int slots;
  private AddressSpace ports;

  QemuGuest(AddressSpace ports, int slots) {
    this.ports = ports;
    this.slots = slots;
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

  /** MSCN: one piece of news of each slot. */
  @Override
  public List<Notification> scan() {
    List<Notification> notifications = new ArrayList<>();
    for (int slot = 0; slot < slots; slot++) {
      int flags = flags(slot);
      if ((flags & MemoryHotplugRegisters.INSERTING) != 0) {
        ports.write8(FLAGS, MemoryHotplugRegisters.INSERTING);
        notifications.add(new Notification(slot, DEVICE_CHECK));
      } else if ((flags & MemoryHotplugRegisters.REMOVING) != 0) {
        ports.write8(FLAGS, MemoryHotplugRegisters.REMOVING);
        notifications.add(new Notification(slot, EJECT_REQUEST));
      }
    }
    return notifications;
  }

  @Override
  public void addSucceeded(int slot) {
    ost(slot, 1, 0);
  }

  @Override
  public void addFailed(int slot, int code) {
    ost(slot, 1, code);
  }

  @Override
  public void removalRefused(int slot, int code) {
    ost(slot, 3, code);
  }

  @Override
  public void eject(int slot) {
    ports.write32(BASE, slot);
    ports.write8(FLAGS, MemoryHotplugRegisters.EJECT);
  }

  /** The guest finds slots by their _STA. */
  @Override
  public void boot(boolean[] populated) {}

  @Override
  public boolean isEnabled(int slot) {
    return (flags(slot) & MemoryHotplugRegisters.ENABLED) != 0;
  }

  private int flags(int slot) {
    ports.write32(BASE, slot);
    return ports.read8(FLAGS);
  }

  private void ost(int slot, int source, int status) {
    ports.write32(BASE, slot);
    ports.write32(BASE + MemoryHotplugRegisters.OST_EVENT, source);
    ports.write32(BASE + MemoryHotplugRegisters.OST_STATUS, status);
  }
}
