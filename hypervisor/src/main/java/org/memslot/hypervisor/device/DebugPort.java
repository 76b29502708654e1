package org.memslot.hypervisor.device;

import java.util.function.IntConsumer;
import org.memslot.machine.IoHandler;

/**
 * The debug port 0x402, on which SeaBIOS and others write their log, a character a byte. It reads
 * as 0xe9, by which firmware finds it.
 *
 * @param sink takes the characters, 0 to 255
 */
public record DebugPort(IntConsumer sink) implements IoHandler {
  private static final int PRESENT = 0xe9;

  @Override
  public long read(long offset, int width) {
    return PRESENT;
  }

  @Override
  public void write(long offset, int width, long value) {
    sink.accept((int) value & 0xff);
  }
}
