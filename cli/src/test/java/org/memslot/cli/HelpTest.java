package org.memslot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HelpTest {
  static Stream<Arguments> commands() {
    return Stream.of(
        Arguments.of("tables", "memslot tables MACHINE -o DIR", "  -o DIR"),
        Arguments.of("run", "memslot run MACHINE OPTION...", "  --reboot keep|forget"),
        Arguments.of("inspect", "memslot inspect FILE... | --host", "  FILE"),
        Arguments.of("map", "memslot map MACHINE [--svg FILE]", "  --svg FILE"),
        Arguments.of("help", "memslot help [COMMAND]", "  COMMAND"));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void eachCommandShowsItsFormAndEachWordItTakes(String command, String form, String word) {
    CommandRun help = CommandRun.of("help", command);

    assertThat(help.status()).isEqualTo(Memslot.DONE);
    assertThat(help.err()).isEmpty();
    assertThat(help.outLines()).startsWith("Usage: " + form).contains(word);
    assertThat(CommandRun.of(command, "--help").out()).isEqualTo(help.out());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void linesOfADescriptionBeginInOneColumn(String command) {
    List<String> options =
        CommandRun.of("help", command).outLines().stream()
            .dropWhile(line -> !line.matches(" {2}\\S.*"))
            .takeWhile(line -> line.startsWith("  "))
            .toList();

    assertThat(options).isNotEmpty();
    assertThat(options).allMatch(line -> line.matches("( {2}| {6})\\S.*"));
  }
}
