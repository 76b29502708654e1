package org.memslot.cli.monitor.command;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.memslot.cli.monitor.command.MonitorInfo.Topic;
import org.memslot.hypervisor.PcBoard;

/** {@code info}: answers questions about the machine. */
record InfoCommand() implements MonitorCommand {
  @Override
  public String usage() {
    return "info memslots [json]|mtree|e820|numa|guest|events";
  }

  @Override
  public String explanation() {
    return """
    memslots: each slot, its place and state, and what it has been through; mtree: what is on the memory and port buses;
    e820: the memory map that the firmware gave the guest; numa: the nodes; guest: what the
    guest says of itself; events: the last events.\
    """;
  }

  @Override
  public MonitorAction parse(CommandArguments arguments) throws InvalidLineException {
    String words = String.join(" ", arguments.words());
    for (Topic topic : Topic.values()) {
      if (topic.word().equals(words)) {
        return new Show(topic);
      }
    }
    String word = arguments.exactly(1).getFirst();
    throw arguments.invalid("info %s: nothing is known about \"%s\"".formatted(word, word));
  }

  @Override
  public Stream<String> completions(int place, List<String> slots, MonitorCommands commands) {
    return place == 1 ? Arrays.stream(Topic.values()).map(Topic::word) : Stream.empty();
  }

  /** Shows what is known about a topic. */
  record Show(Topic topic) implements MonitorAction {
    @Override
    public Answer execute(PcBoard board) {
      return Answer.of(topic.about(board));
    }
  }
}
