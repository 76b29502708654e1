package org.memslot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.memslot.testing.Checkout;

/** The runs and the picture in README.md and cli/README.md are what the commands make. */
class ReadmeFirstRunTest {
  private static final Pattern COMMAND =
      Pattern.compile("^ {4}\\./memslot (run .*)\\n\\n```\\n((?s:.*?))```$", Pattern.MULTILINE);
  private static final Pattern PICTURE =
      Pattern.compile("^ {4}\\./memslot (map .*) --svg (docs/\\S+\\.svg)$", Pattern.MULTILINE);
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|([^ \"]+)");

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "cli/README.md"})
  void theOutputShownIsTheOutputOfTheCommand(String document) {
    Matcher shown = COMMAND.matcher(Checkout.document(document));
    assertThat(shown.find()).as("a command and its output in %s", document).isTrue();

    CommandRun run = CommandRun.of(words(shown.group(1)).toArray(String[]::new));

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isEqualTo(Memslot.DONE);
    assertThat(withoutTimes(run.out())).isEqualTo(withoutTimes(shown.group(2)));
  }

  @Test
  void thePictureIsDrawnByItsCommand(@TempDir Path folder) throws Exception {
    Matcher shown = PICTURE.matcher(Checkout.document("README.md"));
    assertThat(shown.find()).as("a map and its command in README.md").isTrue();
    Path drawn = folder.resolve("map.svg");
    List<String> words = new ArrayList<>(words(shown.group(1)));
    words.addAll(List.of("--svg", drawn.toString()));

    CommandRun run = CommandRun.of(words.toArray(String[]::new));

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isEqualTo(Memslot.DONE);
    assertThat(Checkout.root().resolve(shown.group(2))).hasSameTextualContentAs(drawn);
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
