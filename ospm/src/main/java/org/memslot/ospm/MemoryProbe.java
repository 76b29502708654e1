package org.memslot.ospm;

import java.util.function.BooleanSupplier;
import org.memslot.machine.AddressRange;
import org.memslot.machine.AddressSpace;
import org.memslot.ospm.MemoryDevice.UnusableException;

/** Finds out whether memory that a device says is there can be written and read. */
record MemoryProbe(AddressSpace memory, MemoryTouch touch, BooleanSupplier stopped) {
  private static final long PATTERN = 0x5AA5_C33C_F00F_9669L;

  /**
   * Writes a word in each {@link MemoryTouch#step} and reads all of them back: memory that is not
   * there is found here, not later.
   */
  void test(AddressRange range) throws UnusableException {
    long step = touch.step();
    long words = Long.divideUnsigned(range.length() - 1, step) + 1;
    for (long word = 0; word < words; word++) {
      requireRunning();
      write(range.first() + word * step);
    }
    for (long word = 0; word < words; word++) {
      requireRunning();
      readBack(range.first() + word * step);
    }
  }

  /** Whether the guest has been stopped: then nothing is touched any more. */
  boolean isStopped() {
    return stopped.getAsBoolean();
  }

  private void write(long address) {
    memory.write64(address, address ^ PATTERN);
  }

  private void readBack(long address) throws UnusableException {
    long found = memory.read64(address);
    if (found != (address ^ PATTERN)) {
      throw new UnusableException(
          "0x%x was written at 0x%x and 0x%x read back"
              .formatted(address ^ PATTERN, address, found));
    }
  }

  private void requireRunning() throws UnusableException {
    if (isStopped()) {
      throw new UnusableException("the guest was stopped");
    }
  }
}
