package org.memslot.ospm;

import org.memslot.machine.AddressRange;

/** Something the guest saw or did, in the order in which it happened. */
public sealed interface GuestEvent {

  /** The guest begins to boot; nothing of an earlier boot is left. */
  record BootStarted() implements GuestEvent {
    @Override
    public String toString() {
      return "boot started";
    }
  }

  /**
   * The guest has booted.
   *
   * @param memory the bytes of memory it uses
   */
  record BootFinished(long memory) implements GuestEvent {
    @Override
    public String toString() {
      return "boot finished, %d MiB of memory".formatted(memory >>> 20);
    }
  }

  /**
   * The guest cannot boot.
   *
   * @param reason what it looked for in vain
   */
  record BootFailed(String reason) implements GuestEvent {
    @Override
    public String toString() {
      return "boot failed: " + reason;
    }
  }

  /**
   * A table was read and is in order.
   *
   * @param signature four characters
   * @param address its guest-physical address
   * @param length its length in bytes
   */
  record TableFound(String signature, long address, long length) implements GuestEvent {
    @Override
    public String toString() {
      return "table %s at 0x%x, %d bytes".formatted(signature, address, length);
    }
  }

  /**
   * A table is damaged and is not used.
   *
   * @param signature four characters, or what stands in their place
   * @param address its guest-physical address
   * @param reason what is wrong
   */
  record TableRejected(String signature, long address, String reason) implements GuestEvent {
    @Override
    public String toString() {
      return "table %s at 0x%x rejected: %s".formatted(signature, address, reason);
    }
  }

  /**
   * A memory device (PNP0C80) was enumerated.
   *
   * @param path its path in the namespace
   * @param present whether its _STA says that it is there
   */
  record DeviceFound(String path, boolean present) implements GuestEvent {
    @Override
    public String toString() {
      return "memory device %s, %s".formatted(path, present ? "present" : "absent");
    }
  }

  /**
   * A general-purpose event was enabled because it has a method.
   *
   * @param number its number
   * @param method the path of its method
   */
  record GpeEnabled(int number, String method) implements GuestEvent {
    @Override
    public String toString() {
      return "GPE 0x%02X enabled for %s".formatted(number, method);
    }
  }

  /**
   * A general-purpose event was signalled and its method ran.
   *
   * @param number its number
   * @param method the path of its method
   */
  record GpeHandled(int number, String method) implements GuestEvent {
    @Override
    public String toString() {
      return "GPE 0x%02X handled by %s".formatted(number, method);
    }
  }

  /**
   * AML executed Notify.
   *
   * @param path the notified object
   * @param value the notification: 1 device check, 3 eject request
   */
  record Notified(String path, long value) implements GuestEvent {
    @Override
    public String toString() {
      return "notify %s 0x%02X".formatted(path, value);
    }
  }

  /**
   * Memory came into use.
   *
   * @param path its device
   * @param range its addresses
   * @param node its NUMA node: the proximity domain
   */
  record MemoryOnline(String path, AddressRange range, int node) implements GuestEvent {
    @Override
    public String toString() {
      return "memory %s of %s online in node %d".formatted(range, path, node);
    }
  }

  /**
   * Memory could not be brought into use.
   *
   * @param path its device
   * @param status the _OST status that reports it (ACPI 6.5, table 6.57)
   * @param reason what is wrong
   */
  record MemoryFailed(String path, int status, String reason) implements GuestEvent {
    @Override
    public String toString() {
      return "memory of %s not added (0x%02X): %s".formatted(path, status, reason);
    }
  }

  /**
   * Memory is out of use, and its device was ejected.
   *
   * @param path its device
   * @param range its addresses
   * @param node its NUMA node
   */
  record MemoryOffline(String path, AddressRange range, int node) implements GuestEvent {
    @Override
    public String toString() {
      return "memory %s of %s offline in node %d".formatted(range, path, node);
    }
  }

  /**
   * The guest did not give memory back.
   *
   * @param path its device
   * @param status the _OST status that reports it (ACPI 6.5, table 6.58)
   * @param reason why not
   */
  record RemovalRefused(String path, int status, String reason) implements GuestEvent {
    @Override
    public String toString() {
      return "removal of %s refused (0x%02X): %s".formatted(path, status, reason);
    }
  }

  /**
   * The guest reported to the firmware by _OST.
   *
   * @param path the device
   * @param source what it reports on: 1 device check, 3 eject request
   * @param status the status
   */
  record OstEvaluated(String path, int source, int status) implements GuestEvent {
    @Override
    public String toString() {
      return "%s._OST(0x%X, 0x%X)".formatted(path, source, status);
    }
  }

  /**
   * AML failed.
   *
   * @param what the method or table
   * @param error the failure in words
   */
  record AmlFailed(String what, String error) implements GuestEvent {
    @Override
    public String toString() {
      return "AML of %s failed: %s".formatted(what, error);
    }
  }

  /** The power button was pressed. */
  record PowerButton() implements GuestEvent {
    @Override
    public String toString() {
      return "power button";
    }
  }

  /** The guest switched the machine off. */
  record ShutDown() implements GuestEvent {
    @Override
    public String toString() {
      return "shut down";
    }
  }
}
