package org.memslot.hotplug;

import java.util.Arrays;
import java.util.Optional;
import org.memslot.aml.memory.MemoryHotplugRegisters;
import org.memslot.aml.memory.MemslotRegisters;
import org.memslot.hotplug.device.MemslotDevice;
import org.memslot.hotplug.device.QemuHotplugDevice;

/** The register interfaces that a guest can be given: the values of {@code --hotplug}. */
public enum HotplugKind {
  /** The ports of the 2012 memslot series: see {@link MemslotDevice}. */
  MEMSLOT(
      "memslot",
      MemslotRegisters.MAX_SLOTS,
      "because its AML keeps one element for each slot in a package whose count is a byte;"
          + " --hotplug qemu takes more"),

  /** QEMU's selector block: see {@link QemuHotplugDevice}. */
  QEMU(
      "qemu",
      MemoryHotplugRegisters.MAX_SLOTS,
      "the most for which its devices, MP00 to MFFF, have names of four characters");

  private final String word;
  private final int maximumSlots;
  private final String limitReason;

  HotplugKind(String word, int maximumSlots, String limitReason) {
    this.word = word;
    this.maximumSlots = maximumSlots;
    this.limitReason = limitReason;
  }

  /** The word for it on the command line. */
  public String word() {
    return word;
  }

  /** The most slots that a machine with this interface can have. */
  public int maximumSlots() {
    return maximumSlots;
  }

  /** Why there can be no more. */
  public String limitReason() {
    return limitReason;
  }

  /** The interface of that word, if there is one. */
  public static Optional<HotplugKind> ofWord(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
  }
}
