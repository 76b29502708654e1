package org.memslot.bios.device;

import org.memslot.machine.AddressRange;
import org.memslot.machine.DeviceRegion;
import org.memslot.machine.LevelInterruptLine;

/** What a device occupies; no two devices of a board may claim the same. */
public sealed interface Claim {
  /**
   * I/O ports.
   *
   * @param base the first port
   * @param region what answers there; its name is the line of {@code info mtree}
   * @param deferrable how many of the ports, from the first on, take their writes late: in order,
   *     and before the guest's next access to any other device. Nothing else may see earlier what
   *     such a write does; a hypervisor may then collect them
   */
  record Ports(int base, DeviceRegion region, int deferrable) implements Claim {
    /** Ports whose writes reach the device before the guest goes on. */
    public Ports(int base, DeviceRegion region) {
      this(base, region, 0);
    }

    /** The ports. */
    public AddressRange range() {
      return AddressRange.of(base, region.size());
    }
  }

  /**
   * Guest-physical addresses.
   *
   * @param base the first address
   * @param region what answers there; its name is the line of {@code info mtree}
   */
  record Memory(long base, DeviceRegion region) implements Claim {
    /** The addresses. */
    public AddressRange range() {
      return AddressRange.of(base, region.size());
    }
  }

  /**
   * An input of the interrupt controller.
   *
   * @param input the global system interrupt (ACPI 6.5, section 5.2.13); 0 to 15 are the ISA's
   * @param line the wire, which only this device drives
   */
  record Interrupt(int input, LevelInterruptLine line) implements Claim {}
}
