package org.memslot.hotplug.example;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.memslot.aml.ByteList;
import org.memslot.bios.device.Claim;
import org.memslot.hotplug.GuestPort;
import org.memslot.hotplug.HotplugDevice;
import org.memslot.hotplug.HotplugInterface;
import org.memslot.hotplug.OstStatus;
import org.memslot.hotplug.slot.SlotRules;
import org.memslot.hotplug.slot.SlotRules.Ranges;
import org.memslot.machine.AccessWidths;
import org.memslot.machine.DeviceRegion;
import org.memslot.machine.IoHandler;

// snippet
/**
 * A custom register interface for up to 32 slots: a mailbox of 8 bytes at port 0x900. A read of the
 * low half returns and clears a bitmap of the slots with pending events. A write to the high half
 * answers for the slot in its lowest byte; the top byte is 0 for eject, 1 for online, 2 for
 * refused.
 */
public final class MailboxDevice implements HotplugDevice, IoHandler {
  /** Its descriptor: event 5 of the GPE block interrupts the guest. */
  public static final HotplugInterface INTERFACE =
      new HotplugInterface(
          new SlotRules("mailbox", 32, "the bits of its bitmap", Ranges.FIXED, false),
          5,
          true,
          MailboxDevice::new);

  private final AtomicLong pending = new AtomicLong();
  private volatile Optional<GuestPort> guest = Optional.empty();

  @Override
  public String name() {
    return "mailbox";
  }

  @Override
  public List<Claim> claims() {
    return List.of(
        new Claim.Ports(0x900, new DeviceRegion("mailbox", 8, this, AccessWidths.handling(4, 4))));
  }

  @Override
  public void connect(GuestPort port) {
    guest = Optional.of(port);
  }

  @Override
  public void announceInsertion(int slot) {
    pending.updateAndGet(bits -> bits | (1L << slot));
  }

  @Override
  public void announceRemoval(int slot) {
    pending.updateAndGet(bits -> bits | (1L << slot));
  }

  @Override
  public void withdrawRemoval(int slot) {}

  @Override
  public void announceEmpty(int slot) {}

  @Override
  public ByteList saveRegisters() {
    return ByteList.of(ByteBuffer.allocate(8).putLong(pending.get()).array());
  }

  @Override
  public boolean restoreRegisters(ByteList saved) {
    if (saved.length() != 8) {
      return false;
    }
    pending.set(ByteBuffer.wrap(saved.toArray()).getLong());
    return true;
  }

  @Override
  public void reset() {
    pending.set(0);
  }

  @Override
  public long read(long offset, int width) {
    return offset == 0 ? pending.getAndSet(0) : 0;
  }

  @Override
  public void write(long offset, int width, long value) {
    guest.ifPresent(port -> answer(port, (int) value & 0xff, (int) (value >>> 24)));
  }

  private static void answer(GuestPort port, int slot, int answer) {
    switch (answer) {
      case 0 -> port.eject(slot);
      case 1 -> port.addSucceeded(slot);
      default -> port.removalRefused(slot, OstStatus.UNSPECIFIED);
    }
  }
}
// end snippet
