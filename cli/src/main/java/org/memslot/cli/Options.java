package org.memslot.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Begins commands and options in the form that all have here.
 *
 * <p>They are built, not annotated: to read annotations the Java VM makes classes at each start,
 * which takes longer than to build a machine.
 */
final class Options {
  /** Columns of the help. */
  static final int WIDTH = 100;

  private Options() {}

  /** A command whose options are shown in the order in which they are added. */
  static CommandSpec command(String name, Callable<Integer> body) {
    CommandSpec command = CommandSpec.wrapWithoutInspection(body).name(name);
    command.usageMessage().width(WIDTH).sortOptions(false);
    return command;
  }

  /**
   * An option with one value, a String.
   *
   * @param name its name with the dashes that help shows
   * @param form the value, as help shows it
   */
  static OptionSpec.Builder value(String name, String form) {
    return OptionSpec.builder(spellings(name)).paramLabel(form).type(String.class);
  }

  /** An option with one value that may be absent, an Optional of the type. */
  static OptionSpec.Builder optional(String name, String form, Class<?> type) {
    return value(name, form)
        .type(Optional.class)
        .auxiliaryTypes(type)
        .initialValue(Optional.empty());
  }

  /** An option that may be repeated, a List of Strings. */
  static OptionSpec.Builder repeatable(String name, String form) {
    return value(name, form).type(List.class).auxiliaryTypes(String.class).initialValue(List.of());
  }

  /** An option without a value, a boolean. */
  static OptionSpec.Builder flag(String name, String... more) {
    String[] names =
        Stream.concat(Stream.of(spellings(name)), Stream.of(more)).toArray(String[]::new);
    return OptionSpec.builder(names).type(boolean.class).initialValue(false);
  }

  /** One dash and two mean the same. */
  private static String[] spellings(String name) {
    String other = name.startsWith("--") ? name.substring(1) : "-" + name;
    return new String[] {name, other};
  }
}
