package org.memslot.cli;

import java.util.stream.Collectors;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with the words of a command line, in words of ours. */
final class WrongUsage {
  private WrongUsage() {}

  static String of(ParameterException e) {
    return switch (e) {
      case UnmatchedArgumentException unmatched -> unmatched(unmatched);
      case MissingParameterException missing -> missing(missing);
      case OverwrittenOptionException twice ->
          name(twice.getOverwritten()) + " is given more than once; give it once";
      default -> String.valueOf(e.getMessage());
    };
  }

  private static String unmatched(UnmatchedArgumentException e) {
    String word = e.getUnmatched().getFirst();
    CommandSpec command = e.getCommandLine().getCommandSpec();
    if (word.startsWith("-")) {
      return "unknown option \"%s\"".formatted(word);
    }
    return command.parent() == null
        ? "no command \"%s\"; there are %s"
            .formatted(word, String.join(", ", command.subcommands().keySet()))
        : "unexpected argument \"%s\"".formatted(word);
  }

  private static String missing(MissingParameterException e) {
    return e.getMissing().stream()
        .map(
            argument ->
                argument.required() && argument.originalStringValues().isEmpty()
                    ? "%s %s is missing".formatted(name(argument), argument.paramLabel())
                    : "%s needs a value; write %s %s"
                        .formatted(name(argument), name(argument), argument.paramLabel()))
        .collect(Collectors.joining("; "));
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.names()[0] : argument.paramLabel();
  }
}
