package org.memslot.hypervisor.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.Random;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.memslot.machine.LevelInterruptLine;

/** A guest that sends faster than anyone reads. */
@Timeout(60)
class SerialBackPressureTest {
  private static final int DATA = 0;
  private static final int INTERRUPT_ENABLE = 1;
  private static final int INTERRUPT_ID = 2;
  private static final int LINE_STATUS = 5;
  private static final int TRANSMITTER_EMPTY = 0x20;
  private static final int FIFO = 16;

  /** Passes a call of write on for each permit. */
  private static final class SlowReader extends OutputStream {
    private final Semaphore permits = new Semaphore(0);
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      permits.acquireUninterruptibly();
      received.write(bytes, offset, length);
    }
  }

  private final LevelInterruptLine line = new LevelInterruptLine("COM1");
  private final SlowReader reader = new SlowReader();
  private final byte[] bytes = new byte[200_000];

  SerialBackPressureTest() {
    new Random(1).nextBytes(bytes);
  }

  private static Uart16550 port(SerialOutput output, LevelInterruptLine line) {
    Uart16550 port = new Uart16550(output, line);
    output.onRoom(port::sinkReady);
    port.write(INTERRUPT_ID, 1, 1);
    return port;
  }

  private static boolean isEmpty(Uart16550 port) {
    return (port.read(LINE_STATUS, 1) & TRANSMITTER_EMPTY) != 0;
  }

  /** As Linux does: what the FIFO holds, after one look. Returns how many bytes went out. */
  private int sendUntilBusy(Uart16550 port, int from) {
    int at = from;
    while (at < bytes.length && isEmpty(port)) {
      for (int i = 0; i < FIFO && at < bytes.length; i++) {
        port.write(DATA, 1, bytes[at++]);
      }
    }
    return at;
  }

  @Test
  void theGuestWaitsForTheReaderAndNothingIsLost() {
    try (SerialOutput output = new SerialOutput(reader)) {
      Uart16550 port = port(output, line);
      int sent = sendUntilBusy(port, 0);
      assertThat(sent).as("a buffer filled, and one being written").isLessThan(40_000);
      assertThat(isEmpty(port)).isFalse();

      reader.permits.release(1_000_000);
      while (sent < bytes.length) {
        sent = sendUntilBusy(port, sent);
        Thread.onSpinWait();
      }
    }
    assertThat(reader.received.toByteArray()).isEqualTo(bytes);
  }

  @Test
  void theInterruptSaysWhenThereIsRoomAgain() throws Exception {
    try (SerialOutput output = new SerialOutput(reader)) {
      Uart16550 port = port(output, line);
      sendUntilBusy(port, 0);
      port.write(INTERRUPT_ENABLE, 1, 2);
      assertThat(line.isAsserted()).isFalse();
      reader.permits.release(1_000_000);
      while (!line.isAsserted()) {
        Thread.sleep(1);
      }
      assertThat(port.read(INTERRUPT_ID, 1) & 0xf).isEqualTo(2);
      assertThat(line.isAsserted()).isFalse();
    }
  }
}
