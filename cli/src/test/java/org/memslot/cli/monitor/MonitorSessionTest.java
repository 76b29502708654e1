package org.memslot.cli.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.memslot.cli.monitor.command.MonitorCommand;
import org.memslot.cli.monitor.command.MonitorCommands;
import org.memslot.hotplug.MemorySlot;
import org.memslot.hotplug.slot.SlotOptions;
import org.memslot.hypervisor.Host;
import org.memslot.hypervisor.MachineConfig;
import org.memslot.hypervisor.PcBoard;
import org.memslot.machine.ByteSize;

/** A user at the monitor of a board that no guest runs on. */
class MonitorSessionTest {
  private final PcBoard board =
      new PcBoard(
          MachineConfig.of(
              ByteSize.parse("64M"),
              SlotOptions.parse("id=hot1,size=128M"),
              SlotOptions.parse("id=hot2,size=128M,populated=on")),
          Host.system());
  private final Monitor monitor = new Monitor(board, MonitorCommands.STANDARD);
  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

  @BeforeEach
  void powerOn() {
    board.powerOn();
  }

  @AfterEach
  void close() {
    board.close();
  }

  private MonitorSession.End type(String... lines) throws Exception {
    PlainOutput output = new PlainOutput(new PrintStream(shown, true, UTF_8));
    LineSource source =
        new LineSource(new ByteArrayInputStream(String.join("\n", lines).getBytes(UTF_8)));
    try (EventFeed feed = monitor.feed(output)) {
      MonitorSession.End end = new MonitorSession(monitor, source::next, output).run();
      feed.flush();
      return end;
    }
  }

  private List<String> lines() {
    return shown.toString(UTF_8).lines().toList();
  }

  private List<MemorySlot> slots() {
    return board.slots().slots();
  }

  @Test
  void ejectsThatNobodyAskedForAreEventsAndCounted() throws Exception {
    board.slots().add("hot1");
    for (int i = 0; i < 3; i++) {
      board.ports().write8(0xaf40, 1);
    }
    type("info memslots", "info memslots json", "info events", "quit");
    assertThat(lines())
        .containsSubsequence("slot  ejected unrequested", "hot1  3")
        .anyMatch(line -> line.contains("\"unrequestedEjects\": 3, "))
        .anyMatch(line -> line.contains(" memslot hot1 eject-unrequested: nobody had asked for"));
  }

  @Test
  void noColumnIsShownOfWhatHasNotHappened() throws Exception {
    board.slots().add("hot1");
    type("info memslots", "quit");
    assertThat(lines()).noneMatch(line -> line.contains("unrequested"));
  }

  @Test
  void aCommandIsFollowedByItsAnswerAndEventsHaveLinesOfTheirOwn() throws Exception {
    assertThat(type("memslot hot1 add", "quit")).isEqualTo(MonitorSession.End.QUIT);

    assertThat(lines().getFirst()).isEqualTo("(memslot) memslot hot1 add");
    assertThat(lines().get(1)).startsWith("memslot hot1").doesNotStartWith("*");
    assertThat(lines())
        .filteredOn(line -> line.startsWith("*"))
        .containsExactly("* memslot hot1 populated");
    assertThat(lines()).contains("(memslot) quit");
  }

  @Test
  void theEndOfTheLinesEndsTheSession() throws Exception {
    assertThat(type("", "  ")).isEqualTo(MonitorSession.End.END_OF_INPUT);
  }

  @Test
  void infoMemslotsShowsPlaceAndState() throws Exception {
    type("info memslots");

    assertThat(lines())
        .contains(
            "slot  id    size  range                    node  state",
            "0     hot1  128M  0x100000000-0x107ffffff  0     empty",
            "1     hot2  128M  0x108000000-0x10fffffff  0     populated");
  }

  @Test
  void infoMtreeShowsBothBuses() throws Exception {
    type("info mtree");

    assertThat(lines())
        .contains("memory", "ports")
        .anyMatch(line -> line.matches(" *0x0{16}-0x0000000003ffffff +ram +ram.below-4g"))
        .anyMatch(line -> line.matches(" *0xafe0-0xafe3 +device +gpe0"))
        .anyMatch(line -> line.matches(" *0x0600-0x0603 +device +pm1a-event"));
  }

  @Test
  void infoNumaCountsMemoryInSlots() throws Exception {
    type("info numa");

    assertThat(lines())
        .contains("node  cpus  boot memory  memory in slots", "0     0     64M          128M");
  }

  @Test
  void infoEventsListsWhatHappened() throws Exception {
    board.slots().add("hot1");

    type("info events");

    assertThat(lines()).anyMatch(line -> line.endsWith(" memslot hot1 populated"));
  }

  @Test
  void helpListsEveryCommandAndExplainsEach() throws Exception {
    type("help", "help guest");

    for (MonitorCommand command : MonitorCommands.STANDARD.list()) {
      assertThat(lines()).contains(command.usage());
    }
    assertThat(shown.toString(UTF_8)).contains("Of the embedded guest (--guest ospm) only.");
  }

  @Test
  void aPowerButtonThatNobodyListensToIsSaidToBeInVain() throws Exception {
    type("system_powerdown");

    assertThat(lines())
        .contains(
            "power button pressed, but the guest does not listen to it;"
                + " quit ends the machine all the same");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "frob",
        "memslot",
        "memslot hot1",
        "memslot hot1 eject",
        "memslot hot1 add now",
        "memslot hot9 add",
        "memslot hot9 delete",
        "memslot hot1 delete",
        "memslot hot2 add",
        "info",
        "info slots",
        "info numa now",
        "system_reset now",
        "system_powerdown now",
        "quit now",
        "help frob",
        "help help help",
        "guest use",
        "guest use here",
        "guest use 4G",
        "guest release 4G",
        "guest eat 4G",
      })
  void aLineThatIsRefusedSaysWhyAndChangesNothing(String line) throws Exception {
    List<MemorySlot> before = slots();

    assertThat(type(line)).isEqualTo(MonitorSession.End.END_OF_INPUT);

    assertThat(lines()).hasSize(3);
    assertThat(lines().getFirst()).isEqualTo("(memslot) " + line);
    assertThat(lines().get(1)).isNotBlank().doesNotStartWith("*");
    assertThat(slots()).isEqualTo(before);
    assertThat(board.slots().recentEvents()).hasSize(1);
    assertThat(board.off()).isNotDone();
  }

  @Test
  void anOverlongLineIsRefusedAndTheNextOneIsRead() throws Exception {
    type("x".repeat(1 << 20), "info numa");

    assertThat(lines()).anyMatch(line -> line.endsWith("the longest is 4096"));
    assertThat(lines()).contains("0     0     64M          128M");
  }

  @Test
  void bytesThatAreNoTextAreRefused() throws Exception {
    PlainOutput output = new PlainOutput(new PrintStream(shown, true, UTF_8));
    LineSource source =
        new LineSource(new ByteArrayInputStream(new byte[] {(byte) 0xff, 0, (byte) 0xc0, '\n'}));

    new MonitorSession(monitor, source::next, output).run();

    assertThat(lines().get(1)).startsWith("unknown command ").contains("\\u0000");
  }
}
