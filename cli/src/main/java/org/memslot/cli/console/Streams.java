package org.memslot.cli.console;

import java.io.Console;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Optional;

/**
 * Where a command reads and writes.
 *
 * @param in standard input
 * @param out standard output: answers
 * @param err standard error: what went wrong
 * @param terminal true when a person types at {@code in}, so that the monitor offers line editing
 */
public record Streams(InputStream in, PrintStream out, PrintStream err, boolean terminal) {
  /** The process's own. */
  public static Streams ofProcess() {
    boolean terminal =
        Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    return new Streams(System.in, System.out, System.err, terminal);
  }
}
