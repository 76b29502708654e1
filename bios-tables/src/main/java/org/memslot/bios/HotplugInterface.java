package org.memslot.bios;

import java.util.Arrays;
import java.util.Optional;
import org.memslot.aml.memory.MemoryHotplugRegisters;
import org.memslot.aml.memory.MemslotRegisters;

/** The registers, and so the AML, by which the guest learns of memory that comes and goes. */
public enum HotplugInterface {
  /** The status and eject bitmaps of the 2012 series, at ports 0xaf20 and 0xaf40. */
  MEMSLOT("memslot", MemslotRegisters.MAX_SLOTS),
  /** QEMU's selector block at port 0x0a00. */
  QEMU("qemu", MemoryHotplugRegisters.MAX_SLOTS);

  private final String word;
  private final int maxSlots;

  HotplugInterface(String word, int maxSlots) {
    this.word = word;
    this.maxSlots = maxSlots;
  }

  /** The word for it on the command line and in fw_cfg. */
  public String word() {
    return word;
  }

  /**
   * The most slots it serves. The 2012 bitmap has 256 bits, but the package that tells the slots
   * apart counts its elements in one byte.
   */
  public int maxSlots() {
    return maxSlots;
  }

  /** The interface of that word. */
  public static Optional<HotplugInterface> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
  }
}
