package org.memslot.cli.monitor.command;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.memslot.hypervisor.PcBoard;

/** {@code savevm}: writes the slots and their contents to a file. */
record SavevmCommand() implements MonitorCommand {
  @Override
  public String usage() {
    return "savevm FILE";
  }

  @Override
  public String explanation() {
    return """
    Writes the slots, their registers and the contents of their memory to FILE; an old FILE is
    whole until the new one is. memslot run --loadvm FILE starts a machine with them.\
    """;
  }

  @Override
  public MonitorAction parse(CommandArguments arguments) throws InvalidLineException {
    return new Save(arguments.exactly(1).getFirst());
  }

  /** Writes the slots to a file. */
  record Save(String file) implements MonitorAction {
    @Override
    public Answer execute(PcBoard board) {
      try {
        board.save(Path.of(file));
        return Answer.of("slots saved to " + file);
      } catch (IOException | InvalidPathException e) {
        return Answer.refused("savevm %s: %s; an old file is as it was".formatted(file, e));
      }
    }
  }
}
