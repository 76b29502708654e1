package org.memslot.hypervisor.device;

import java.util.List;
import org.memslot.bios.device.Claim;
import org.memslot.bios.device.Device;
import org.memslot.machine.AccessWidths;
import org.memslot.machine.DeviceRegion;
import org.memslot.machine.IoHandler;

/**
 * Port 0x92, system control port A: bit 0 resets when it goes from 0 to 1, bit 1 is the A20 gate,
 * which is always open and only stored.
 */
public final class SystemControlPort implements Device, IoHandler {
  private static final int PORT = 0x92;
  private static final int FAST_RESET = 1;
  private static final int STORED = 3;
  private static final int A20_OPEN = 2;

  private final Runnable reset;
  private int value = A20_OPEN;

  /**
   * A port in its state after reset, with the A20 gate open.
   *
   * @param reset what the reset bit does; called on the guest's thread
   */
  public SystemControlPort(Runnable reset) {
    this.reset = reset;
  }

  @Override
  public String name() {
    return "system-control";
  }

  @Override
  public List<Claim> claims() {
    return List.of(
        new Claim.Ports(
            PORT, new DeviceRegion("system-control", 1, this, AccessWidths.handling(1, 1))));
  }

  @Override
  public synchronized void reset() {
    value = A20_OPEN;
  }

  @Override
  public synchronized long read(long offset, int width) {
    return value;
  }

  @Override
  public void write(long offset, int width, long newValue) {
    boolean rises;
    synchronized (this) {
      rises = (newValue & FAST_RESET) != 0 && (value & FAST_RESET) == 0;
      value = (int) newValue & STORED;
    }
    if (rises) {
      reset.run();
    }
  }
}
