package org.memslot.hotplug;

import org.memslot.aml.ByteList;
import org.memslot.hotplug.device.MemslotDevice;
import org.memslot.hotplug.device.QemuHotplugDevice;
import org.memslot.machine.AddressSpace;

/**
 * A register interface: how the guest learns of slots and answers.
 *
 * <p>There are two, chosen by {@code --hotplug}; implement the interface for others. The controller
 * calls the methods that announce changes while it holds its lock and before the guest is
 * interrupted, so a device must not call back into {@link GuestPort} from them, other than to read
 * slots.
 */
public interface HotplugDevice {
  /** A new device of that kind, not yet on any bus. */
  static HotplugDevice of(HotplugKind kind) {
    return switch (kind) {
      case MEMSLOT -> new MemslotDevice();
      case QEMU -> new QemuHotplugDevice();
    };
  }

  /** The most slots it can tell a guest of. */
  int maximumSlots();

  /** Puts its registers on the bus of I/O ports. */
  void mapOn(AddressSpace ports);

  /** Ties it to the controller whose slots it shows; called once, by that controller. */
  void connect(GuestPort port);

  /** A slot has new memory, or the guest is to be told of it again. */
  void announceInsertion(int slot);

  /** The guest is to be asked for a slot's memory. */
  void announceRemoval(int slot);

  /**
   * The operator asks for a slot's memory a second time: the guest has not answered, or the request
   * before was taken back, and its registers may look to the guest as they did then.
   */
  default void announceRemovalAgain(int slot) {
    announceRemoval(slot);
  }

  /** The operator has taken back the request for a slot's memory. */
  void withdrawRemoval(int slot);

  /** A slot has no memory any more. */
  void announceEmpty(int slot);

  /**
   * True when a guest can be asked to eject memory that it declined or never looked at. Where the
   * interface has then no way to ask, the memory is taken back at once.
   */
  boolean asksWithoutAcceptance();

  /**
   * True when the guest reads a slot's range and node from the registers, so that they can be other
   * ones each time the slot is populated.
   */
  boolean showsRanges();

  /**
   * What the registers remember besides the slots, in a form that only this kind of device reads.
   */
  ByteList saveRegisters();

  /**
   * Takes back what {@link #saveRegisters} gave; called before the slots have their memory.
   *
   * @return false, with nothing changed, when the bytes are not of this kind of device
   */
  boolean restoreRegisters(ByteList saved);

  /** The machine is reset: nothing is announced any more. */
  void reset();
}
