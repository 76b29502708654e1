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
import java.util.concurrent.TimeUnit;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.memslot.cli.monitor.command.MonitorCommands;

/** A terminal whose keyboard and screen are streams. */
@Timeout(120)
class TerminalConsoleTest {
  private static final String PASTE_BEGINS = "\033[200~";
  private static final String PASTE_ENDS = "\033[201~";
  private static final String ENTER = "\r";
  private static final String CONTROL_C = "\003";
  private static final String CONTROL_D = "\004";

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
    terminal.setSize(Size.of(80, 25));
    console =
        new TerminalConsole(
            terminal, new MonitorCompleter(MonitorCommands.STANDARD, List.of("hot1")));
  }

  @AfterEach
  void leave() throws IOException {
    keyboard.close();
    console.close();
  }

  private String shown() {
    return screen.toString(StandardCharsets.UTF_8);
  }

  /** What is written reaches the screen some time later. */
  private void awaitShown(String text) throws InterruptedException {
    while (!shown().contains(text)) {
      Thread.sleep(5);
    }
  }

  /** Waits for a line on a thread of its own, as the monitor does. */
  private CompletableFuture<Optional<String>> nextLine() {
    CompletableFuture<Optional<String>> line = new CompletableFuture<>();
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              try {
                line.complete(console.next());
              } catch (IOException | RuntimeException | Error e) {
                line.completeExceptionally(e);
              }
            });
    return line;
  }

  /** Types when the prompt is there: before it, the terminal would take control characters. */
  private Optional<String> typed(String keys) throws Exception {
    screen.reset();
    CompletableFuture<Optional<String>> line = nextLine();
    awaitShown("(memslot) ");
    keyboard.write(keys.getBytes(StandardCharsets.UTF_8));
    keyboard.flush();
    return line.get(60, TimeUnit.SECONDS);
  }

  @Test
  void eachLineOfAPasteIsACommand() throws Exception {
    assertThat(typed(PASTE_BEGINS + "info numa\rinfo e820\r" + PASTE_ENDS + ENTER))
        .hasValue("info numa");
    assertThat(console.next()).hasValue("info e820");
    awaitShown("(memslot) info e820");
    assertThat(typed("quit" + ENTER)).hasValue("quit");
  }

  @Test
  void controlCDropsALineAndNotTheMonitor() throws Exception {
    assertThat(typed("info" + CONTROL_C)).hasValue("");
    assertThat(typed("quit" + ENTER)).hasValue("quit");
  }

  @Test
  void controlDOnAnEmptyLineIsTheEnd() throws Exception {
    assertThat(typed(CONTROL_D)).isEmpty();
  }

  @Test
  void closingTheTerminalUnderAReaderIsTheEndOfTheInput() throws Exception {
    CompletableFuture<Optional<String>> line = nextLine();
    awaitShown("(memslot) ");
    console.close();

    assertThat(line.get(60, TimeUnit.SECONDS)).isEmpty();
  }

  @Test
  void aTerminalThatIsClosedBeforeItIsReadGivesNoLine() throws Exception {
    console.close();

    assertThat(nextLine().get(60, TimeUnit.SECONDS)).isEmpty();
  }
}
