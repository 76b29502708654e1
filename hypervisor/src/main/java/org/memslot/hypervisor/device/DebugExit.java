package org.memslot.hypervisor.device;

import java.util.List;
import java.util.function.IntConsumer;
import org.memslot.bios.device.Claim;
import org.memslot.bios.device.Device;
import org.memslot.machine.AccessWidths;
import org.memslot.machine.DeviceRegion;
import org.memslot.machine.IoHandler;

/**
 * The debug exit port 0xf4: what a guest writes ends the machine with the status {@code value * 2 +
 * 1}, as QEMU's isa-debug-exit does, so that a test program can say how it ended.
 *
 * @param exit takes the status; called on the guest's thread
 */
public record DebugExit(IntConsumer exit) implements Device, IoHandler {
  private static final int PORT = 0xf4;
  private static final int SIZE = 4;

  @Override
  public String name() {
    return "debug-exit";
  }

  @Override
  public List<Claim> claims() {
    return List.of(
        new Claim.Ports(
            PORT, new DeviceRegion("debug-exit", SIZE, this, AccessWidths.accepting(1, 4))));
  }

  @Override
  public long read(long offset, int width) {
    return 0;
  }

  @Override
  public void write(long offset, int width, long value) {
    exit.accept((int) (value << 1 | 1) & 0xff);
  }
}
