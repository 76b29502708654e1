package org.memslot.hypervisor.device;

import org.memslot.machine.IoHandler;

/**
 * The reset control register of a PC's chipset at port 0xcf9: writing bit 2 resets the machine; bit
 * 1 chooses a hard reset and is read back.
 */
final class ResetPort implements IoHandler {
  private static final int HARD = 2;
  private static final int RESET = 4;

  private final Runnable reset;
  private volatile int value;

  ResetPort(Runnable reset) {
    this.reset = reset;
  }

  @Override
  public long read(long offset, int width) {
    return value;
  }

  @Override
  public void write(long offset, int width, long written) {
    value = (int) written & HARD;
    if ((written & RESET) != 0) {
      reset.run();
    }
  }
}
