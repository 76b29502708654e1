package org.memslot.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.memslot.cli.console.Streams;
import org.memslot.cli.console.WrongWordsException;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code memslot help [COMMAND]}. */
final class HelpCommand implements Callable<Integer> {
  private final Streams streams;
  private final CommandLine memslot;

  private final PositionalParamSpec about =
      PositionalParamSpec.builder()
          .paramLabel("COMMAND")
          .arity("0..1")
          .type(String.class)
          .initialValue("")
          .description("The command to explain.")
          .build();

  HelpCommand(Streams streams, CommandLine memslot) {
    this.streams = streams;
    this.memslot = memslot;
  }

  CommandSpec spec() {
    CommandSpec command = Options.command("help", this).addPositional(about);
    command
        .usageMessage()
        .customSynopsis("memslot help [COMMAND]")
        .description("Show help for a command.");
    return command;
  }

  @Override
  public Integer call() {
    Map<String, CommandLine> commands = memslot.getSubcommands();
    String name = about.getValue();
    CommandLine subject = name.isEmpty() ? memslot : commands.get(name);
    if (subject == null) {
      throw new WrongWordsException(
          "no command \"%s\"; there are %s".formatted(name, String.join(", ", commands.keySet())));
    }
    subject.usage(streams.out());
    return Memslot.DONE;
  }
}
