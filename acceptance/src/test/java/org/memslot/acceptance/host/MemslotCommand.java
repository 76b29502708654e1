package org.memslot.acceptance.host;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.memslot.testing.Checkout;

/** The command as its user starts it from a checkout. */
public final class MemslotCommand {
  private MemslotCommand() {}

  /** Runs the command to its end and returns what it printed; its status must be 0. */
  public static String run(String... arguments) {
    return run(List.of(arguments));
  }

  /** Runs the command to its end and returns what it printed; its status must be 0. */
  public static String run(List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(Checkout.root().resolve("memslot").toString()));
    command.addAll(arguments);
    return HostProgram.run(command);
  }

  /** Writes the tables of a machine to a folder. */
  public static void tables(List<String> machine, Path folder) {
    List<String> arguments = new ArrayList<>(List.of("tables"));
    arguments.addAll(machine);
    arguments.addAll(List.of("-o", folder.toString()));
    run(arguments);
  }
}
