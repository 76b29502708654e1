package org.memslot.hypervisor;

import java.time.Duration;
import java.util.List;

/**
 * Whoever runs on the board: something that executes from the moment the firmware has done its
 * work. The board knows no more about it; what the guest knows about the board it finds in memory
 * and at ports.
 */
public interface Guest extends AutoCloseable {
  /**
   * Runs from power-on. The tables are in memory, or in fw_cfg when it {@link #bringsFirmware
   * brings firmware}; nothing of an earlier run is left but what memory holds. It returns at once;
   * the guest has threads of its own.
   */
  void start();

  /**
   * Whether the guest begins with firmware of its own. Where it does, the board leaves tables and
   * linker script in fw_cfg for it, and the built-in firmware does not run.
   */
  default boolean bringsFirmware() {
    return false;
  }

  /**
   * How much of a memory map the guest's firmware and loader can take: a slot that would be too
   * much for them at the next reset is refused when memory is to be added.
   */
  default MemoryMapLimit memoryMapLimit() {
    return MemoryMapLimit.BUILT_IN;
  }

  /**
   * Stops wherever it is, as a reset or loss of power does. When this returns, the guest no longer
   * touches memory or ports. Stopping a guest that does not run does nothing.
   */
  void stop();

  /**
   * Waits until the guest has dealt with all that was asked of it so far: it has come up, and no
   * interrupt is waiting.
   *
   * @param limit how long to wait
   * @return false when it is still busy at the end of that time
   * @throws InterruptedException when the waiting thread is interrupted
   */
  boolean awaitIdle(Duration limit) throws InterruptedException;

  /** What the guest says of itself, a line each: its memory above all. */
  List<String> describe();

  /** Stops it for good and gives back what it held. */
  @Override
  void close();
}
