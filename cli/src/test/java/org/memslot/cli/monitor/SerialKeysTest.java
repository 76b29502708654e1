package org.memslot.cli.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.memslot.hypervisor.device.SerialInput;
import org.memslot.hypervisor.device.Uart16550;
import org.memslot.machine.LevelInterruptLine;

class SerialKeysTest {
  private final Uart16550 port = new Uart16550(_ -> true, new LevelInterruptLine("COM1"));
  private final SerialInput guest = new SerialInput(port);
  private final StringBuilder screen = new StringBuilder();

  private List<String> type(String keys) throws IOException {
    SerialKeys typed =
        new SerialKeys(
            new ByteArrayInputStream(keys.getBytes(StandardCharsets.UTF_8)), guest, screen::append);
    List<String> lines = new ArrayList<>();
    for (Optional<String> line = typed.next(); line.isPresent(); line = typed.next()) {
      lines.add(line.get());
    }
    return lines;
  }

  private String received() {
    StringBuilder all = new StringBuilder();
    while ((port.read(5, 1) & 1) != 0) {
      all.append((char) port.read(0, 1));
    }
    return all.toString();
  }

  @Test
  void keysGoToTheGuest() throws IOException {
    assertThat(type("ls -l\r\u0003\u001b[A")).isEmpty();
    assertThat(received()).isEqualTo("ls -l\r\u0003\u001b[A");
    assertThat(screen).isEmpty();
  }

  @Test
  void aLineForTheMonitorDoesNotReachTheGuest() throws IOException {
    assertThat(type("ab\u0001cinfx\u007fo memslots\rcd")).containsExactly("info memslots");
    assertThat(received()).isEqualTo("abcd");
    assertThat(screen.toString()).isEqualTo("\n(memslot) infx\b \bo memslots\n");
  }

  @Test
  void aLineCanBeGivenUp() throws IOException {
    assertThat(type("\u0001cquit\u0003x\u0001cquit\u0001y")).isEmpty();
    assertThat(received()).isEqualTo("xy");
  }

  @Test
  void theOtherSequences() throws IOException {
    assertThat(type("\u0001a\u0001\u0001")).isEmpty();
    assertThat(received()).isEqualTo("\u0001\u0001");
    assertThat(type("\u0001x")).containsExactly("quit");
    assertThat(type("\u0001?")).isEmpty();
    assertThat(screen).contains(SerialKeys.HELP);
    assertThat(received()).isEmpty();
  }

  @Test
  void aLineWithoutEndIsNotKeptWhole() throws IOException {
    List<String> lines = type("\u0001c" + "x".repeat(1 << 20) + "\r");
    assertThat(lines).hasSize(1);
    assertThat(lines.getFirst().length()).isLessThan(1 << 16);
  }
}
