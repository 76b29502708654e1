package org.memslot.cli.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A terminal whose keyboard and screen are streams. */
class TerminalConsoleTest {
  private static final String PASTE_BEGINS = "\033[200~";
  private static final String PASTE_ENDS = "\033[201~";

  private final PipedOutputStream keyboard = new PipedOutputStream();
  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
  private TerminalConsole console;

  @BeforeEach
  void sitDown() throws IOException {
    Terminal terminal =
        TerminalBuilder.builder()
            .streams(new PipedInputStream(keyboard, 4096), screen)
            .type("xterm")
            .system(false)
            .build();
    console = new TerminalConsole(terminal, List.of("hot1"));
  }

  @AfterEach
  void leave() throws IOException {
    keyboard.close();
    console.close();
  }

  private void type(String keys) throws IOException {
    keyboard.write(keys.getBytes(StandardCharsets.UTF_8));
    keyboard.flush();
  }

  @Test
  void eachLineOfAPasteIsACommand() throws IOException {
    type(PASTE_BEGINS + "info numa\rinfo e820\r" + PASTE_ENDS + "\r");

    assertThat(console.next()).hasValue("info numa");
    assertThat(console.next()).hasValue("info e820");
    assertThat(screen.toString(StandardCharsets.UTF_8)).contains("(memslot) info e820");
  }

  @Test
  void aLineTypedAfterAPasteIsTheNextCommand() throws IOException {
    type(PASTE_BEGINS + "info numa" + PASTE_ENDS + "\rquit\r");

    assertThat(console.next()).hasValue("info numa");
    assertThat(console.next()).hasValue("quit");
  }

  @Test
  void controlCEndsALineAndNotTheMonitor() throws IOException {
    type("info\003quit\r");

    assertThat(console.next()).hasValue("");
    assertThat(console.next()).hasValue("quit");
  }

  @Test
  void controlDOnAnEmptyLineIsTheEnd() throws IOException {
    type("\004");

    assertThat(console.next()).isEmpty();
  }

  @Test
  void closingTheTerminalUnderAReaderIsTheEndOfTheInput()
      throws IOException, InterruptedException, ExecutionException, TimeoutException {
    for (int turn = 0; turn < 20; turn++) {
      CompletableFuture<Optional<String>> line = new CompletableFuture<>();
      Thread reader =
          Thread.ofPlatform()
              .start(
                  () -> {
                    try {
                      line.complete(console.next());
                    } catch (Throwable e) {
                      line.completeExceptionally(e);
                    }
                  });
      if (turn % 2 == 0) {
        Thread.sleep(turn * 2L); // within the read, or before it
      }
      console.close();

      assertThat(line.get(20, TimeUnit.SECONDS)).isEmpty();
      reader.join();
      sitDownAnew();
    }
  }

  private void sitDownAnew() throws IOException {
    Terminal terminal =
        TerminalBuilder.builder()
            .streams(new PipedInputStream(4096), screen)
            .type("xterm")
            .system(false)
            .build();
    console = new TerminalConsole(terminal, List.of());
  }
}
