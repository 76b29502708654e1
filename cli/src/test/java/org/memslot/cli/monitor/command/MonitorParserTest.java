package org.memslot.cli.monitor.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.memslot.hotplug.slot.SlotRequest;
import org.memslot.testing.Seeds;

class MonitorParserTest {
  private static final MonitorParser PARSER = new MonitorParser(MonitorCommands.STANDARD);

  private static MonitorAction command(String line) {
    return ((MonitorLine.Command) PARSER.parse(line)).action();
  }

  private static String fault(String line) {
    return ((MonitorLine.Wrong) PARSER.parse(line)).message();
  }

  @Test
  void slotsAreAddedAndDeleted() {
    assertThat(command("memslot hot1 add")).isEqualTo(new MemslotCommand.Add("hot1"));
    assertThat(command("memslot hot1 delete")).isEqualTo(new MemslotCommand.Delete("hot1"));
    assertThat(command("memslot hot1 cancel")).isEqualTo(new MemslotCommand.Cancel("hot1"));
    assertThat(command("memslot add add")).isEqualTo(new MemslotCommand.Add("add"));
  }

  @Test
  void memoryOfAnySizeIsAddedToASlotWithoutAName() {
    assertThat(command("memslot add size=1G,node=1"))
        .isEqualTo(new MemslotCommand.AddMemory(SlotRequest.parse("size=1G,node=1")));
  }

  @Test
  void stateIsSavedToAFile() {
    assertThat(command("savevm /tmp/a")).isEqualTo(new SavevmCommand.Save("/tmp/a"));
  }

  @ParameterizedTest
  @EnumSource
  void infoKnowsItsTopics(MonitorInfo.Topic topic) {
    assertThat(command("info " + topic.word())).isEqualTo(new InfoCommand.Show(topic));
  }

  @Test
  void theMachineIsResetPoweredDownAndQuit() {
    assertThat(command("system_reset")).isEqualTo(new SystemResetCommand());
    assertThat(command("system_powerdown")).isEqualTo(new SystemPowerdownCommand());
    assertThat(command("quit")).isEqualTo(new QuitCommand());
  }

  @Test
  void helpExplainsOneCommandOrListsAll() {
    assertThat(command("help")).isEqualTo(new HelpCommand.ListAll(MonitorCommands.STANDARD));
    assertThat(command("help info")).isEqualTo(new HelpCommand.Explain(new InfoCommand()));
  }

  @Test
  void theEmbeddedGuestHoldsMemoryAtAnAddressSpelledAsSizesAre() {
    assertThat(command("guest use 4G")).isEqualTo(new GuestCommand.Use(1L << 32));
    assertThat(command("guest release 0xfffffffff0000000"))
        .isEqualTo(new GuestCommand.Release(0xffff_ffff_f000_0000L));
  }

  @Test
  void blanksBetweenWordsAndAroundThemDoNotMatter() {
    assertThat(PARSER.parse("  \t memslot   hot1\tadd  "))
        .isEqualTo(new MonitorLine.Command("memslot   hot1\tadd", new MemslotCommand.Add("hot1")));
    assertThat(PARSER.parse(" \t ")).isEqualTo(new MonitorLine.Blank());
    assertThat(PARSER.parse("")).isEqualTo(new MonitorLine.Blank());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "frob > unknown command \"frob\"; there are memslot, info, system_reset, system_powerdown,"
            + " savevm, quit, help, guest",
        "INFO numa > unknown command \"INFO\"; there are memslot, info, system_reset,"
            + " system_powerdown, savevm,"
            + " quit, help, guest",
        "memslot > memslot: a word is missing; write memslot ID add|delete|cancel,"
            + " memslot add size=SIZE[,start=ADDR|auto][,node=PXM]",
        "memslot hot1 > memslot: a word is missing; write memslot ID add|delete|cancel,"
            + " memslot add size=SIZE[,start=ADDR|auto][,node=PXM]",
        "memslot hot1 eject > memslot hot1 eject: \"eject\" is not add, delete or cancel;"
            + " write memslot ID add|delete|cancel,"
            + " memslot add size=SIZE[,start=ADDR|auto][,node=PXM]",
        "memslot hot1 delete now > memslot: unexpected argument \"now\"; write memslot ID"
            + " add|delete|cancel, memslot add size=SIZE[,start=ADDR|auto][,node=PXM]",
        "memslot hot1 delete --force > memslot hot1 delete --force: there is no such thing: the"
            + " guest may be using the memory, and pulling it away would corrupt it; ask again with"
            + " delete, or take it at a reset with --reboot forget",
        "memslot add size=1X > memslot add: size=1X: unknown unit X; the units are K, M, G, T and"
            + " P",
        "memslot add node=1 > memslot add node=1: size= is missing; write"
            + " size=SIZE[,start=ADDR|auto][,node=PXM]",
        "info memslots xml > info: unexpected argument \"xml\"; write info memslots"
            + " [json]|mtree|e820|numa|guest|events",
        "info > info: a word is missing; write info memslots [json]|mtree|e820|numa|guest|events",
        "info slots > info slots: nothing is known about \"slots\";"
            + " write info memslots [json]|mtree|e820|numa|guest|events",
        "info numa e820 > info: unexpected argument \"e820\";"
            + " write info memslots [json]|mtree|e820|numa|guest|events",
        "system_reset now > system_reset: unexpected argument \"now\"; write system_reset",
        "system_powerdown 1 > system_powerdown: unexpected argument \"1\"; write system_powerdown",
        "quit quit > quit: unexpected argument \"quit\"; write quit",
        "help frob > help frob: there is no command \"frob\"; help lists them",
        "help info numa > help: unexpected argument \"numa\"; write help [COMMAND]",
        "guest use > guest: a word is missing; write guest use|release ADDRESS",
        "guest eat 4G > guest eat: \"eat\" is neither use nor release;"
            + " write guest use|release ADDRESS",
        "guest use 4X > guest use 4X: not an address: unknown unit X;"
            + " the units are K, M, G, T and P",
        "guest use 4G 5G > guest: unexpected argument \"5G\"; write guest use|release ADDRESS",
      })
  void aWrongLineIsSaidToBeWrongInOneLine(String line, String message) {
    assertThat(fault(line)).isEqualTo(message);
  }

  @Test
  void aLineThatIsTooLongIsNotLookedAt() {
    assertThat(fault("memslot " + "a".repeat(5000) + " add"))
        .isEqualTo("a line of 5012 characters; the longest is 4096");
  }

  @Test
  void anyTextIsACommandBlankOrWrongWithOneLine() {
    Random random = Seeds.random("MonitorParserTest", 20261124);
    String[] words = {
      "memslot",
      "info",
      "system_reset",
      "quit",
      "help",
      "guest",
      "use",
      "add",
      "delete",
      "hot1",
      "numa",
      "4G",
      "0x",
      "\u0000",
      "\u001b[31m",
      "\ud800",
      "\u2028",
      "-1",
      "%s",
      "\t",
      "é"
    };
    for (int i = 0; i < 100_000; i++) {
      StringBuilder line = new StringBuilder();
      int length = random.nextInt(6);
      for (int word = 0; word < length; word++) {
        if (random.nextInt(4) == 0) {
          random.ints(random.nextInt(5), 0, 0x3000).forEach(line::appendCodePoint);
        } else {
          line.append(words[random.nextInt(words.length)]);
        }
        line.append(random.nextInt(8) == 0 ? "" : " ");
      }
      switch (PARSER.parse(line.toString())) {
        case MonitorLine.Blank() -> assertThat(line.toString()).isBlank();
        case MonitorLine.Command(String text, _) -> assertThat(line.toString()).contains(text);
        case MonitorLine.Wrong(String message) ->
            assertThat(message)
                .isNotEmpty()
                .hasSizeLessThan(3000)
                .matches(text -> text.codePoints().noneMatch(Character::isISOControl))
                .doesNotContain("\u2028");
      }
    }
  }
}
