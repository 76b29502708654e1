package org.memslot.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code memslot help [COMMAND]}. */
@Command(
    name = "help",
    customSynopsis = "memslot help [COMMAND]",
    usageHelpWidth = 100,
    description = "Say what the command, or one of its commands, takes.")
final class HelpCommand implements Callable<Integer> {
  private final Streams streams;
  private final CommandLine memslot;

  @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "The command to explain.")
  private String about = "";

  HelpCommand(Streams streams, CommandLine memslot) {
    this.streams = streams;
    this.memslot = memslot;
  }

  @Override
  public Integer call() {
    Map<String, CommandLine> commands = memslot.getSubcommands();
    CommandLine subject = about.isEmpty() ? memslot : commands.get(about);
    if (subject == null) {
      throw new WrongWordsException(
          "no command \"%s\"; there are %s".formatted(about, String.join(", ", commands.keySet())));
    }
    subject.usage(streams.out());
    return Memslot.DONE;
  }
}
