package org.memslot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README's first command prints what stands below it, but for times that are measured. */
class ReadmeFirstRunTest {
  private static final Pattern COMMAND =
      Pattern.compile("^ {4}\\./memslot (run .*)\\n\\n```\\n((?s:.*?))```$", Pattern.MULTILINE);
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|([^ \"]+)");

  @Test
  void the_output_shown_is_the_output_of_the_command() {
    Matcher shown = COMMAND.matcher(ProjectPapers.paper("README.md"));
    assertThat(shown.find()).as("a command and its output in README.md").isTrue();

    CommandRun run = CommandRun.of(words(shown.group(1)).toArray(String[]::new));

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isEqualTo(Memslot.DONE);
    assertThat(withoutTimes(run.out())).isEqualTo(withoutTimes(shown.group(2)));
  }

  /** Columns are as wide as the times in them. */
  private static String withoutTimes(String output) {
    return output.replaceAll("[0-9]+\\.[0-9]+ ms", "TIME").replaceAll(" {2,}", "  ");
  }

  private static List<String> words(String command) {
    return WORD.matcher(command)
        .results()
        .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
        .toList();
  }
}
