package org.memslot.cli.monitor;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Completes commands, the slots' names and the words that a command takes. */
final class MonitorCompleter implements Completer {
  private final List<String> slots;

  MonitorCompleter(List<String> slots) {
    this.slots = List.copyOf(slots);
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    words(line.words(), line.wordIndex()).map(Candidate::new).forEach(candidates::add);
  }

  /** What may stand at a place in a line. */
  Stream<String> words(List<String> line, int place) {
    if (place == 0) {
      return verbs();
    }
    return MonitorVerb.ofWord(line.getFirst()).stream()
        .flatMap(
            verb ->
                switch (verb) {
                  case MEMSLOT ->
                      switch (place) {
                        case 1 -> slots.stream();
                        case 2 -> Stream.of("add", "delete", "cancel");
                        default -> Stream.empty();
                      };
                  case INFO ->
                      place == 1
                          ? Arrays.stream(MonitorCommand.Topic.values())
                              .map(MonitorCommand.Topic::word)
                          : Stream.empty();
                  case HELP -> place == 1 ? verbs() : Stream.empty();
                  case GUEST -> place == 1 ? Stream.of("use", "release") : Stream.empty();
                  case SYSTEM_RESET, SYSTEM_POWERDOWN, SAVEVM, QUIT -> Stream.empty();
                });
  }

  private static Stream<String> verbs() {
    return Arrays.stream(MonitorVerb.values()).map(MonitorVerb::word);
  }
}
