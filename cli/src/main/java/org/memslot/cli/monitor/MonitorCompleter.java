package org.memslot.cli.monitor;

import java.util.List;
import java.util.stream.Stream;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.memslot.cli.monitor.command.MonitorCommands;

/** Completes the names of commands and what each command takes. */
record MonitorCompleter(MonitorCommands commands, List<String> slots) implements Completer {
  MonitorCompleter {
    slots = List.copyOf(slots);
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    words(line.words(), line.wordIndex()).map(Candidate::new).forEach(candidates::add);
  }

  /** What may stand at a place in a line. */
  Stream<String> words(List<String> line, int place) {
    return place == 0
        ? commands.names().stream()
        : commands.find(line.getFirst()).stream()
            .flatMap(command -> command.completions(place, slots, commands));
  }
}
