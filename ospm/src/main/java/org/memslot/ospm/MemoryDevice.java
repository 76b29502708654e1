package org.memslot.ospm;

import java.util.ArrayList;
import java.util.List;
import org.memslot.aml.resource.AddressWindow;
import org.memslot.aml.resource.ExtendedAddressSpace;
import org.memslot.aml.resource.Memory32;
import org.memslot.aml.resource.Memory32Fixed;
import org.memslot.aml.resource.ResourceDescriptor;
import org.memslot.aml.resource.ResourceFormatException;
import org.memslot.aml.resource.ResourceTemplate;
import org.memslot.aml.resource.WindowKind;
import org.memslot.machine.AddressRange;
import org.memslot.ospm.interpreter.value.AmlBuffer;
import org.memslot.ospm.interpreter.value.NamespaceNode;

/** A memory device (PNP0C80; ACPI 6.5, 9.11) and what the guest knows of it. */
final class MemoryDevice {
  /**
   * What is known at one moment.
   *
   * @param present whether _STA said that it is there
   * @param online whether its memory is in use
   * @param ranges its addresses, once read
   * @param node its NUMA node
   */
  record State(boolean present, boolean online, List<AddressRange> ranges, int node) {
    static final State UNKNOWN = new State(false, false, List.of(), 0);

    State {
      ranges = List.copyOf(ranges);
    }
  }

  private final NamespaceNode device;
  private volatile State state = State.UNKNOWN;

  MemoryDevice(NamespaceNode device) {
    this.device = device;
  }

  NamespaceNode device() {
    return device;
  }

  String path() {
    return device.path();
  }

  State state() {
    return state;
  }

  void setState(State next) {
    state = next;
  }

  /** The device cannot be used; the message says why. */
  static final class UnusableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    UnusableException(String reason) {
      super(reason);
      this.reason = reason;
    }

    String reason() {
      return reason;
    }
  }

  /**
   * Reads the memory ranges of the device's current resources.
   *
   * @throws UnusableException if there are none, or _CRS is not what it should be
   */
  List<AddressRange> readRanges(DeviceMethods methods) throws UnusableException {
    if (!(methods.evaluate(device, "_CRS").orElse(null) instanceof AmlBuffer buffer)) {
      throw new UnusableException("_CRS gives no resource template");
    }
    List<AddressRange> ranges = new ArrayList<>();
    try {
      for (ResourceDescriptor descriptor :
          ResourceTemplate.decode(buffer.toByteArray()).descriptors()) {
        addMemory(descriptor, ranges);
      }
    } catch (ResourceFormatException e) {
      throw new UnusableException("_CRS: " + e.getMessage());
    }
    if (ranges.isEmpty()) {
      throw new UnusableException("_CRS has no memory");
    }
    return ranges;
  }

  private static void addMemory(ResourceDescriptor descriptor, List<AddressRange> ranges) {
    if (descriptor instanceof org.memslot.aml.resource.AddressSpace space
        && space.kind() instanceof WindowKind.Memory) {
      add(space.window(), ranges);
    } else if (descriptor instanceof ExtendedAddressSpace space
        && space.kind() instanceof WindowKind.Memory) {
      add(space.window(), ranges);
    } else if (descriptor instanceof Memory32Fixed fixed && fixed.length() != 0) {
      ranges.add(AddressRange.of(fixed.base(), fixed.length()));
    } else if (descriptor instanceof Memory32 memory && memory.length() != 0) {
      ranges.add(AddressRange.of(memory.minimum(), memory.length()));
    }
  }

  private static void add(AddressWindow window, List<AddressRange> ranges) {
    if (window.length() != 0) {
      ranges.add(AddressRange.of(window.minimum(), window.length()));
    }
  }
}
