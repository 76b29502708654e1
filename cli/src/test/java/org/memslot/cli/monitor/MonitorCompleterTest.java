package org.memslot.cli.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.memslot.cli.monitor.command.MonitorCommands;

class MonitorCompleterTest {
  private final MonitorCompleter completer =
      new MonitorCompleter(MonitorCommands.STANDARD, List.of("hot1", "hot2"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "m > memslot info system_reset system_powerdown savevm quit help guest",
        "memslot ? > hot1 hot2",
        "memslot hot1 ? > add delete cancel",
        "memslot hot1 add ? > ''",
        "info ? > memslots memslots json mtree e820 numa guest events",
        "info numa ? > ''",
        "help ? > memslot info system_reset system_powerdown savevm quit help guest",
        "guest ? > use release",
        "guest use ? > ''",
        "savevm ? > ''",
        "quit ? > ''",
        "frob ? > ''",
      })
  void offersTheWordsThatMayStandAtTheLastPlace(String line, String words) {
    List<String> typed = List.of(line.split(" "));
    assertThat(completer.words(typed, typed.size() - 1).collect(Collectors.joining(" ")))
        .isEqualTo(words);
  }
}
