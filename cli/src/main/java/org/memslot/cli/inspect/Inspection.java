package org.memslot.cli.inspect;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.memslot.cli.console.Streams;

/** One run of {@code memslot inspect} whose options are right. */
public final class Inspection {
  /** The input that is standard input. */
  private static final String STANDARD_INPUT = "-";

  private final Streams streams;
  private final Choice choice;
  private final InputReader reader;

  /** How an inspection went. */
  public enum Outcome {
    /** Everything was read, and no finding is a failure. */
    CLEAN,
    /** Everything was read, and at least one finding is a failure. */
    FINDINGS,
    /** Something that was named could not be read or was not there. */
    INCOMPLETE
  }

  /**
   * What is shown.
   *
   * @param only the signatures of the tables that are shown, or none for all
   * @param quiet true when their text is not
   * @param off the names of the rules whose findings are not
   * @param strict true when a finding of any level is a failure
   */
  public record Choice(Set<String> only, boolean quiet, Set<String> off, boolean strict) {
    /** Copies the sets. */
    public Choice {
      only = Set.copyOf(only);
      off = Set.copyOf(off);
    }

    boolean shows(String signature) {
      return only.isEmpty() || only.contains(signature.strip());
    }

    /** Whether the text of a table is shown. */
    boolean prints(FoundTable table) {
      return !quiet && shows(Signatures.of(table.content()));
    }
  }

  /**
   * @param hostTables the folder in which Linux shows the machine's tables
   */
  public Inspection(Streams streams, Path hostTables, Choice choice) {
    this.streams = streams;
    this.choice = choice;
    this.reader = new InputReader(InspectLimits.DEFAULT, hostTables);
  }

  /**
   * Reads and shows files, folders and, for {@code -}, standard input.
   *
   * @return how it went
   */
  public Outcome run(Set<String> inputs) {
    for (String input : inputs) {
      if (input.equals(STANDARD_INPUT)) {
        reader.standardInput(streams.in());
      } else {
        path(input);
      }
    }
    List<FoundTable> tables = reader.found().tables();
    Report report = new Report(streams, choice);
    int unread = tellUnreadable(report, tables);
    if (!tables.isEmpty()) {
      show(report, tables, unread);
    }
    if (unread > 0) {
      return Outcome.INCOMPLETE;
    }
    return report.isFailed() ? Outcome.FINDINGS : Outcome.CLEAN;
  }

  private void path(String input) {
    try {
      reader.path(Path.of(input));
    } catch (InvalidPathException e) {
      reader.found().note(input, "no file can have this name: " + e.getReason());
    }
  }

  private int tellUnreadable(Report report, List<FoundTable> tables) {
    List<Unreadable> unreadable = reader.found().unreadable();
    unreadable.forEach(report::unreadable);
    Set<String> signatures = new TreeSet<>();
    for (FoundTable table : tables) {
      signatures.add(Signatures.of(table.content()).strip());
    }
    int absent = 0;
    for (String signature : new TreeSet<>(choice.only())) {
      if (!tables.isEmpty() && !signatures.contains(signature)) {
        String there = String.join(", ", signatures);
        report.unreadable(
            new Unreadable("--only " + signature, "no such table; there are " + there));
        absent++;
      }
    }
    return unreadable.size() + absent;
  }

  private void show(Report report, List<FoundTable> tables, int unread) {
    List<List<FoundTable>> machines = Machines.of(tables);
    int number = 0;
    for (List<FoundTable> machine : machines) {
      number++;
      if (machines.size() > 1) {
        report.machine(number, machines.size(), machine.getFirst().folder());
      }
      MachineInspection.of(machine, choice::prints).forEach(report::table);
    }
    report.end(machines.size(), unread);
  }
}
