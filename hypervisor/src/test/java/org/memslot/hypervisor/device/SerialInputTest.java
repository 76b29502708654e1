package org.memslot.hypervisor.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.memslot.machine.LevelInterruptLine;

class SerialInputTest {
  private static final int DATA = 0;
  private static final int FIFO_CONTROL = 2;
  private static final int MODEM_CONTROL = 4;
  private static final int LINE_STATUS = 5;

  private final LevelInterruptLine line = new LevelInterruptLine("COM1");
  private final Uart16550 port = new Uart16550(_ -> true, line);
  private final SerialInput input = new SerialInput(port);

  @Test
  void whatTheGuestHasNoRoomForWaits() {
    byte[] sent = new byte[3000];
    new Random(1).nextBytes(sent);
    assertThat(input.send(sent)).isEqualTo(sent.length);
    assertThat(received()).isEqualTo(sent);
    port.write(FIFO_CONTROL, 1, 1);
    assertThat(input.send(sent)).isEqualTo(sent.length);
    assertThat(received()).isEqualTo(sent);
  }

  @Test
  void aGuestThatReadsNothingCostsBoundedMemory() {
    int taken = 0;
    for (int i = 0; i < 100; i++) {
      taken += input.send(new byte[100]);
    }
    assertThat(taken).isLessThan(5000);
    assertThat(received()).hasSize(taken);
  }

  @Test
  void whatComesDuringALoopbackTestIsReadAfterIt() {
    port.write(MODEM_CONTROL, 1, 0x10);
    input.send((byte) 'a');
    assertThat(port.read(LINE_STATUS, 1) & 1).isZero();
    port.write(MODEM_CONTROL, 1, 0);
    assertThat(received()).containsExactly('a');
  }

  @Test
  void receivingInterruptsWhenTheGuestAsksForIt() {
    port.write(1, 1, 1);
    assertThat(line.isAsserted()).isFalse();
    input.send((byte) 'x');
    assertThat(line.isAsserted()).isTrue();
    assertThat(port.read(DATA, 1)).isEqualTo('x');
    assertThat(line.isAsserted()).isFalse();
  }

  private byte[] received() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    while ((port.read(LINE_STATUS, 1) & 1) != 0) {
      all.write((int) port.read(DATA, 1));
    }
    return all.toByteArray();
  }
}
