package org.memslot.machine.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class Emulator8080Test {
  /** LXI H,text; loop: MOV A,M; ORA A; JZ end; OUT 1; INX H; JMP loop; end: HLT; text. */
  private static byte[] program(String text) {
    byte[] code = {
      0x21,
      0x0f,
      0,
      0x7e,
      (byte) 0xb7,
      (byte) 0xca,
      0x0e,
      0,
      (byte) 0xd3,
      1,
      0x23,
      (byte) 0xc3,
      3,
      0,
      0x76
    };
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(code);
    all.writeBytes((text + "\0").getBytes(StandardCharsets.US_ASCII));
    return all.toByteArray();
  }

  @Test
  void itSaysWhatItsProgramSays() {
    StringBuilder screen = new StringBuilder();
    new Emulator8080(program("HELLO"), c -> screen.append((char) c)).run();
    assertThat(screen).hasToString("HELLO");
  }

  @Test
  void itIsShorterThanSixtyLines() throws IOException {
    List<String> lines =
        Files.readAllLines(Path.of("src/test/java/org/memslot/machine/example/Emulator8080.java"));
    int from = lines.indexOf("// snippet");
    int to = lines.indexOf("// end snippet");
    assertThat(to - from - 1).isBetween(30, 60);
  }
}
