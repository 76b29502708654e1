package org.memslot.hotplug;

import org.memslot.aml.ByteList;
import org.memslot.bios.device.Device;

/**
 * The registers of a {@link HotplugInterface}: how the guest learns of slots and answers. It is a
 * device of the board: {@link Device#claims} says where its registers are, {@link Device#aml} and
 * {@link Device#tables} what drives them.
 *
 * <p>The controller saves its state with the slots, by {@link #saveRegisters}: {@link Device#save}
 * stays empty.
 *
 * <p>The controller calls the methods that announce changes while it holds its lock and before the
 * guest is interrupted, so a device must not call back into {@link GuestPort} from them, other than
 * to read slots.
 */
public interface HotplugDevice extends Device {
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
   * What the registers remember besides the slots, in a form that only this kind of device reads.
   */
  ByteList saveRegisters();

  /**
   * Takes back what {@link #saveRegisters} gave; called before the slots have their memory.
   *
   * @return false, with nothing changed, when the bytes are not of this kind of device
   */
  boolean restoreRegisters(ByteList saved);

  /** The machine is reset: nothing is announced any more. The controller calls it too. */
  @Override
  void reset();
}
