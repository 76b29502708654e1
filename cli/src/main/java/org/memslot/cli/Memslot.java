package org.memslot.cli;

import java.io.PrintWriter;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.memslot.cli.console.Quoted;
import org.memslot.cli.console.Streams;
import org.memslot.cli.console.WrongWordsException;
import org.memslot.hypervisor.Host;
import org.tinylog.configuration.Configuration;
import picocli.CommandLine;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/**
 * The {@code memslot} command.
 *
 * <p>Exit status: {@value #DONE} done; {@value #FAILED} the run failed; {@value #WRONG_WORDS} the
 * words are wrong, said on standard error, and nothing was started.
 */
public final class Memslot {
  /** Exit status: done. */
  public static final int DONE = 0;

  /** Exit status: the run failed. */
  public static final int FAILED = 1;

  /** Exit status: the words are wrong and nothing was started. */
  public static final int WRONG_WORDS = 2;

  private static final String VERBOSE = "--verbose";

  private Memslot() {}

  /** Runs the command on the process's own streams and ends the process with its exit status. */
  public static void main(String[] args) {
    Streams streams = Streams.ofProcess();
    int status = run(streams, args);
    if (streams.out().checkError() && status == DONE) {
      streams
          .err()
          .println("memslot: standard output cannot be written; the output is not complete");
      status = FAILED;
    }
    // Before it exits the JDK sets up its logging, which takes longer than to decode a table.
    // Only a machine leaves threads that would keep the process alive.
    if (status != DONE || List.of(args).contains("run")) {
      System.exit(status);
    }
  }

  /** Runs the command on this computer and returns its exit status. */
  public static int run(Streams streams, String... args) {
    return run(streams, Host.system(), args);
  }

  /** Runs the command with machines on a host and returns its exit status. */
  static int run(Streams streams, Host host, String... args) {
    return commandLine(streams, host, args).execute(args);
  }

  private static CommandSpec spec() {
    CommandSpec memslot =
        CommandSpec.create()
            .name("memslot")
            .versionProvider(new Version())
            .addOption(
                OptionSpec.builder(VERBOSE, "-verbose")
                    .type(boolean[].class)
                    .arity("0")
                    .initialValue(new boolean[0])
                    .scopeType(ScopeType.INHERIT)
                    .description("Log to standard error; repeat for more detail.")
                    .build())
            .addOption(
                Options.flag("--help", "-h")
                    .usageHelp(true)
                    .scopeType(ScopeType.INHERIT)
                    .description("Show this help.")
                    .build())
            .addOption(
                Options.flag("--version")
                    .versionHelp(true)
                    .description("Show the version.")
                    .build());
    memslot
        .usageMessage()
        .width(Options.WIDTH)
        .customSynopsis("memslot COMMAND OPTION...")
        .synopsisSubcommandLabel("COMMAND")
        .description("Run a PC and add or remove memory while its guest runs.")
        .footer(
            "",
            "Long options may start with one dash or two. Sizes and addresses are decimal or hexadecimal (0x),",
            "with an optional suffix K, M, G, T or P (powers of 1024). Exit status: 0 success; 1 the run",
            "failed; 2 invalid arguments, nothing was started. See also \"memslot help COMMAND\".");
    return memslot;
  }

  private static CommandLine commandLine(Streams streams, Host host, String... words) {
    CommandLine memslot = new CommandLine(spec());
    Map<String, Supplier<CommandSpec>> commands = new LinkedHashMap<>();
    commands.put("tables", () -> new TablesCommand(streams, host).spec());
    commands.put("run", () -> new RunCommand(streams, host).spec());
    commands.put(
        "inspect", () -> new InspectCommand(streams, Path.of("/sys/firmware/acpi/tables")).spec());
    commands.put("map", () -> new MapCommand(streams, host).spec());
    commands.put("help", () -> new HelpCommand(streams, memslot).spec());
    // To learn the options of all commands takes longer than to start a machine.
    if (words.length > 0 && commands.containsKey(words[0]) && !words[0].equals("help")) {
      commands.keySet().retainAll(Set.of(words[0]));
    }
    commands.forEach((name, command) -> memslot.addSubcommand(name, command.get()));
    return memslot
        .setPosixClusteredShortOptionsAllowed(false)
        // "@name" is a file called that, not a file of more options.
        .setExpandAtFiles(false)
        .setHelpFactory(new OneNameHelpFactory())
        .setOut(new PrintWriter(streams.out(), true, streams.out().charset()))
        .setErr(new PrintWriter(streams.err(), true, streams.err().charset()))
        .setExecutionStrategy(Memslot::execute)
        .setParameterExceptionHandler((e, args) -> wrongWords(streams, e))
        .setExecutionExceptionHandler((e, command, result) -> failed(streams, command, e));
  }

  private static int execute(ParseResult words) {
    boolean[] verbose = words.commandSpec().findOption(VERBOSE).getValue();
    if (verbose.length > 0) {
      Configuration.set("level", verbose.length > 1 ? "debug" : "info");
    }
    Integer helped = CommandLine.executeHelpRequest(words);
    if (helped != null) {
      return helped;
    }
    if (!words.hasSubcommand()) {
      throw new ParameterException(words.commandSpec().commandLine(), "a command is missing");
    }
    return new CommandLine.RunLast().execute(words);
  }

  private static int wrongWords(Streams streams, ParameterException e) {
    CommandSpec command = e.getCommandLine().getCommandSpec();
    String help = command.parent() == null ? "memslot help" : "memslot help " + command.name();
    say(
        streams,
        command.qualifiedName(),
        "%s; \"%s\" says what there is".formatted(WrongUsage.of(e), help));
    return WRONG_WORDS;
  }

  private static int failed(Streams streams, CommandLine command, Exception e) throws Exception {
    String name = command.getCommandSpec().qualifiedName();
    return switch (e) {
      case WrongWordsException words -> {
        words.problems().stream().distinct().forEach(problem -> say(streams, name, problem));
        yield WRONG_WORDS;
      }
      case RunFailedException run -> {
        say(streams, name, String.valueOf(run.getMessage()));
        yield FAILED;
      }
      default -> throw e;
    };
  }

  private static void say(Streams streams, String name, String problem) {
    streams.err().println(name + ": " + Quoted.line(problem));
  }

  /** The version of the module, as the build recorded it. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version =
          Optional.ofNullable(Memslot.class.getModule().getDescriptor())
              .flatMap(ModuleDescriptor::rawVersion)
              .orElse("(unpackaged)");
      return List.of("memslot " + version).toArray(String[]::new);
    }
  }
}
