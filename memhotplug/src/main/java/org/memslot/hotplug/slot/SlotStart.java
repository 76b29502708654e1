package org.memslot.hotplug.slot;

/** Where a slot is to lie: the value of the option {@code start=}. */
public sealed interface SlotStart {
  /** {@code start=auto}, or no start at all: {@link SlotPlacement} chooses. */
  record Auto() implements SlotStart {
    @Override
    public String toString() {
      return "auto";
    }
  }

  /**
   * {@code start=ADDR}: exactly there.
   *
   * @param address the first guest-physical address, unsigned
   */
  record At(long address) implements SlotStart {
    @Override
    public String toString() {
      return "0x" + Long.toHexString(address);
    }
  }

  /** {@code start=auto}. */
  static SlotStart auto() {
    return new Auto();
  }

  /** {@code start=address}. */
  static SlotStart at(long address) {
    return new At(address);
  }
}
