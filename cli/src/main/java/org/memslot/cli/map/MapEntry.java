package org.memslot.cli.map;

import org.memslot.machine.AddressRange;

/**
 * One stretch of the map.
 *
 * @param range its addresses
 * @param kind what it is
 * @param name its name
 * @param detail what else is to say, or nothing
 */
public record MapEntry(AddressRange range, Kind kind, String name, String detail) {
  /** What a stretch of the address space is. */
  public enum Kind {
    /** Boot memory. */
    RAM("RAM"),
    /** Boot memory that the firmware keeps for itself and its tables. */
    FIRMWARE("firmware"),
    /** Read-only memory. */
    ROM("ROM"),
    /** A device's registers. */
    DEVICE("device"),
    /** A memory window of the PCI root bridge, where an operating system may put devices. */
    PCI_WINDOW("PCI window"),
    /** Addresses below 4 GiB that neither RAM nor a PCI window has. */
    PCI_HOLE("PCI hole"),
    /** A slot with memory. */
    POPULATED_SLOT("slot"),
    /** A slot without memory. */
    EMPTY_SLOT("empty slot"),
    /** Nothing answers there. */
    UNASSIGNED("unassigned");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** The word for it. */
    public String word() {
      return word;
    }
  }
}
