package org.memslot.hotplug;

import java.util.function.Supplier;
import org.memslot.hotplug.slot.SlotRules;

/**
 * A kind of registers by which a guest learns of memory that comes and goes: all that a machine has
 * to know of it. {@link org.memslot.hotplug.device.HotplugInterfaces} lists those of this project;
 * any other is an instance of this too.
 *
 * @param slots its name, and what it allows of slots
 * @param gpe the general-purpose event (ACPI 6.5, section 5.6.4) by which it asks for the guest's
 *     attention; its AML has the method {@code \_GPE._Exx} or {@code _Lxx} for that event
 * @param asksWithoutAcceptance whether a guest can be asked to eject memory that it declined or
 *     never looked at. Where the interface has then no way to ask, the memory is taken back at once
 * @param registers makes the device for one machine
 */
public record HotplugInterface(
    SlotRules slots,
    int gpe,
    boolean asksWithoutAcceptance,
    Supplier<? extends HotplugDevice> registers) {
  /** Its name, as options spell it. */
  public String name() {
    return slots.interfaceName();
  }

  /** This interface with other devices, such as one that also records what the guest does. */
  public HotplugInterface withRegisters(Supplier<? extends HotplugDevice> others) {
    return new HotplugInterface(slots, gpe, asksWithoutAcceptance, others);
  }

  @Override
  public String toString() {
    return name();
  }
}
