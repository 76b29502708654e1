package org.memslot.hypervisor.device;

import java.util.List;
import java.util.function.Consumer;
import org.memslot.bios.device.Claim;
import org.memslot.bios.device.Device;
import org.memslot.machine.AccessWidths;
import org.memslot.machine.DeviceRegion;
import org.memslot.machine.IoHandler;

/**
 * The debug port 0x402, on which SeaBIOS and others write their log, a character a byte. It reads
 * as 0xe9, by which firmware finds it.
 */
public final class DebugPort implements Device, IoHandler {
  private static final int PORT = 0x402;
  private static final int PRESENT = 0xe9;

  private volatile LineLog log;

  /**
   * A port whose lines go there.
   *
   * @param lines called on the guest's thread; it must not wait
   */
  public DebugPort(Consumer<String> lines) {
    log = new LineLog(lines);
  }

  /** Lines go there from now on. */
  public void connect(Consumer<String> lines) {
    log = new LineLog(lines);
  }

  @Override
  public String name() {
    return "debug";
  }

  /** What a write does is seen in the log only. */
  @Override
  public List<Claim> claims() {
    return List.of(
        new Claim.Ports(PORT, new DeviceRegion("debug", 1, this, AccessWidths.handling(1, 1)), 1));
  }

  @Override
  public long read(long offset, int width) {
    return PRESENT;
  }

  @Override
  public void write(long offset, int width, long value) {
    log.accept((int) value & 0xff);
  }
}
