package org.memslot.cli.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.memslot.cli.console.Streams;
import org.memslot.cli.console.WrongWordsException;
import org.memslot.cli.monitor.command.Answer;
import org.memslot.cli.monitor.command.CommandArguments;
import org.memslot.cli.monitor.command.InvalidLineException;
import org.memslot.cli.monitor.command.MonitorAction;
import org.memslot.cli.monitor.command.MonitorCommand;
import org.memslot.cli.monitor.command.MonitorCommands;
import org.memslot.cli.monitor.command.MonitorLine;
import org.memslot.cli.monitor.command.MonitorParser;
import org.memslot.hotplug.SlotEvent;
import org.memslot.hotplug.slot.SlotOptions;
import org.memslot.hypervisor.BoardEvent;
import org.memslot.hypervisor.Host;
import org.memslot.hypervisor.MachineConfig;
import org.memslot.hypervisor.PcBoard;
import org.memslot.machine.ByteSize;

/** One class and one registration add a command to every part of the monitor. */
@Timeout(60)
class AddedCommandTest {
  /** {@code fill ID}: puts the slot's memory on the bus, on a thread of its own. */
  private record FillCommand() implements MonitorCommand {
    @Override
    public String usage() {
      return "fill ID";
    }

    @Override
    public String explanation() {
      return "Puts the slot's memory on the bus when the monitor waits for it.";
    }

    @Override
    public MonitorAction parse(CommandArguments arguments) throws InvalidLineException {
      return new Fill(arguments.exactly(1).getFirst());
    }

    @Override
    public Stream<String> completions(int place, List<String> slots, MonitorCommands commands) {
      return place == 1 ? slots.stream() : Stream.empty();
    }

    record Fill(String id) implements MonitorAction {
      @Override
      public Answer execute(PcBoard board) {
        Thread caller = Thread.currentThread();
        Thread.ofPlatform()
            .daemon()
            .start(
                () -> {
                  while (caller.getState() != Thread.State.TIMED_WAITING) {
                    Thread.onSpinWait();
                  }
                  board.slots().add(id);
                });
        return Answer.of("filling " + id);
      }

      @Override
      public Optional<Predicate<BoardEvent>> end() {
        return Optional.of(
            event ->
                event instanceof BoardEvent.OfSlots(SlotEvent.Populated populated)
                    && populated.id().equals(id));
      }

      @Override
      public Optional<String> requiredSlot() {
        return Optional.of(id);
      }
    }
  }

  private static final MonitorCommands COMMANDS = MonitorCommands.STANDARD.with(new FillCommand());

  private final PcBoard board =
      new PcBoard(
          MachineConfig.of(ByteSize.parse("64M"), SlotOptions.parse("id=hot1,size=128M")),
          Host.system());
  private final Monitor monitor = new Monitor(board, COMMANDS);
  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(shown, true, UTF_8);

  @BeforeEach
  void powerOn() {
    board.powerOn();
  }

  @AfterEach
  void close() {
    board.close();
  }

  @Test
  void itsLinesAreParsed() {
    MonitorParser parser = new MonitorParser(COMMANDS);

    assertThat(parser.parse("fill hot1"))
        .isEqualTo(new MonitorLine.Command("fill hot1", new FillCommand.Fill("hot1")));
    assertThat(parser.parse("fill"))
        .isEqualTo(new MonitorLine.Wrong("fill: a word is missing; write fill ID"));
    assertThat(parser.parse("frob").toString()).contains("there are memslot, ", ", guest, fill");
  }

  @Test
  void itsNameAndItsArgumentsAreCompleted() {
    MonitorCompleter completer = new MonitorCompleter(COMMANDS, List.of("hot1", "hot2"));

    assertThat(completer.words(List.of("f"), 0)).contains("fill");
    assertThat(completer.words(List.of("fill", ""), 1)).containsExactly("hot1", "hot2");
    assertThat(completer.words(List.of("help", ""), 1)).contains("fill");
  }

  @Test
  void helpListsAndExplainsIt() throws Exception {
    LineSource lines =
        new LineSource(new ByteArrayInputStream("help\nhelp fill\n".getBytes(UTF_8)));

    new MonitorSession(monitor, lines::next, new PlainOutput(out)).run();

    assertThat(shown.toString(UTF_8).lines())
        .containsOnlyOnce("  Puts the slot's memory on the bus when the monitor waits for it.")
        .filteredOn("fill ID"::equals)
        .hasSize(2);
  }

  @Test
  void execCarriesItOutAndWaitsForItsEnd() throws Exception {
    ExecScript script = ExecScript.parse("fill hot1; info numa", COMMANDS, Set.of("hot1"));
    Streams streams = new Streams(new ByteArrayInputStream(new byte[0]), out, out, false);

    try (MonitorConsole console =
        new MonitorConsole(board, monitor, streams, false, Optional.empty())) {
      assertThat(console.execute(script)).isEqualTo(new MonitorConsole.ExecResult(false, false));
    }

    assertThat(shown.toString(UTF_8).lines())
        .containsSubsequence(
            "(memslot) fill hot1",
            "filling hot1",
            "* memslot hot1 populated",
            "(memslot) info numa",
            "0     0     64M          128M");
  }

  @Test
  void execRefusesASlotThatTheMachineDoesNotHave() {
    assertThatExceptionOfType(WrongWordsException.class)
        .isThrownBy(() -> ExecScript.parse("fill hot9", COMMANDS, Set.of("hot1")))
        .withMessage("--exec: there is no slot \"hot9\"; the slots are hot1");
  }

  @Test
  void aNameThatIsTakenIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> COMMANDS.with(new FillCommand()))
        .withMessageStartingWith("two monitor commands have the same name: [memslot, info, ");
  }
}
