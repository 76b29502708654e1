package org.memslot.cli.inspect;

import org.memslot.aml.ByteList;
import org.memslot.aml.diagnostic.Finding;
import org.memslot.aml.diagnostic.Severity;
import org.memslot.bios.acpi.AcpiTables;
import org.memslot.bios.acpi.layout.TableText;
import org.memslot.cli.console.Quoted;
import org.memslot.cli.console.Streams;

/** Prints tables and findings, and counts the findings. */
final class Report {
  private final Streams streams;
  private final Inspection.Choice choice;
  private final Tally total = new Tally();
  private int shown;

  Report(Streams streams, Inspection.Choice choice) {
    this.streams = streams;
    this.choice = choice;
  }

  /** How many findings there are of each level. */
  private static final class Tally {
    private int errors;
    private int warnings;
    private int remarks;

    void count(Severity severity) {
      switch (severity) {
        case ERROR -> errors++;
        case WARNING -> warnings++;
        case REMARK -> remarks++;
      }
    }

    boolean isEmpty() {
      return errors + warnings + remarks == 0;
    }

    String text() {
      StringBuilder text = new StringBuilder();
      append(text, errors, "error");
      append(text, warnings, "warning");
      append(text, remarks, "remark");
      return text.isEmpty() ? "no findings" : text.toString();
    }

    private static void append(StringBuilder text, int number, String level) {
      if (number > 0) {
        text.append(text.isEmpty() ? "" : ", ").append(Report.count(number, level));
      }
    }
  }

  /** The name of a level. */
  static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case REMARK -> "remark";
    };
  }

  /** Prints what cannot be read. */
  void unreadable(Unreadable input) {
    error(input.name(), input.reason());
  }

  /** Prints which of several machines the next tables are of. */
  void machine(int number, int count, String folder) {
    streams
        .out()
        .println("// machine " + number + " of " + count + ": " + Quoted.line(folder) + "\n");
  }

  /** Prints a table and its findings, if the user wants to see it. */
  void table(InspectedTable table) {
    byte[] content = table.source().content();
    if (!choice.shows(Signatures.of(content))) {
      return;
    }
    shown++;
    Tally tally = new Tally();
    for (Finding finding : table.findings()) {
      if (!choice.off().contains(finding.rule().id())) {
        tally.count(finding.rule().severity());
        total.count(finding.rule().severity());
      }
    }
    streams.out().println("// " + summary(table) + ": " + tally.text());
    if (!choice.quiet()) {
      show(table);
      streams.out().println();
    }
    streams.out().flush();
    for (Finding finding : table.findings()) {
      if (!choice.off().contains(finding.rule().id())) {
        finding(label(content), finding);
      }
    }
  }

  /** Prints the last line. */
  void end(int machines, int unreadable) {
    streams
        .out()
        .println(
            "// "
                + count(shown, "table")
                + (machines > 1 ? " of " + machines + " machines: " : ": ")
                + total.text()
                + (unreadable == 0 ? "" : "; " + count(unreadable, "input") + " not read"));
  }

  /** True when there are findings that make the command fail. */
  boolean isFailed() {
    return choice.strict() ? !total.isEmpty() : total.errors > 0;
  }

  private static String summary(InspectedTable table) {
    byte[] content = table.source().content();
    int revision = Signatures.revision(content);
    return Quoted.line(table.source().name())
        + ": "
        + count(content.length, "byte")
        + ", "
        + label(content)
        + (revision < 0 ? "" : ", revision " + revision);
  }

  private static String label(byte[] content) {
    String id = Signatures.oemTableId(content);
    return id.isEmpty() ? Signatures.of(content) : Signatures.of(content) + " " + id;
  }

  private void show(InspectedTable table) {
    if (table.asl().isPresent()) {
      streams.out().println(table.asl().get());
      return;
    }
    FoundTable source = table.source();
    streams
        .out()
        .print(TableText.print(AcpiTables.view(source.name(), ByteList.of(source.content()))));
  }

  private void finding(String label, Finding finding) {
    error(
        finding.table(),
        label
            + ": "
            + finding.place()
            + ": "
            + level(finding.rule().severity())
            + ": "
            + finding.message()
            + " ["
            + finding.rule().id()
            + "]");
  }

  private void error(String name, String text) {
    streams.err().println("memslot inspect: " + Quoted.line(name) + ": " + Quoted.line(text));
  }

  private static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
