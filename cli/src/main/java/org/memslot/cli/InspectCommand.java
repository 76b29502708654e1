package org.memslot.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.memslot.cli.console.Streams;
import org.memslot.cli.console.WrongWordsException;
import org.memslot.cli.inspect.Inspection;
import org.memslot.cli.inspect.RuleCatalog;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code memslot inspect}: shows what tables say and what is wrong with them. */
final class InspectCommand implements Callable<Integer> {
  private final Streams streams;
  private final Path hostTables;

  private final PositionalParamSpec files =
      PositionalParamSpec.builder()
          .paramLabel("FILE")
          .type(List.class)
          .auxiliaryTypes(String.class)
          .initialValue(List.of())
          .description(
              "A table, the text of acpidump, a folder, a tar or zip archive, a gzip file; - is standard",
              "input. What a file is, its content says, not its name.")
          .build();

  private final OptionSpec host =
      Options.flag("--host").description("Take this machine's own tables.").build();

  private final OptionSpec only =
      Options.repeatable("--only", "SIGNATURE[,SIGNATURE...]")
          .splitRegex(",")
          .description(
              "Show these tables and their findings only; the others still count as context.")
          .build();

  private final OptionSpec quiet =
      Options.flag("--quiet", "-q")
          .description("Show one line per table and the findings, without ASL and fields.")
          .build();

  private final OptionSpec warnings =
      Options.repeatable("-w", "NAME=off|on")
          .description("Disable or enable a rule; may be repeated.")
          .build();

  private final OptionSpec rules =
      Options.flag("--rules")
          .description("List the rules: name, level, requirement and source.")
          .build();

  private final OptionSpec strict =
      Options.flag("--strict")
          .description("Fail on warnings and remarks, not only on errors.")
          .build();

  /**
   * @param hostTables the folder in which Linux shows the machine's tables
   */
  InspectCommand(Streams streams, Path hostTables) {
    this.streams = streams;
    this.hostTables = hostTables;
  }

  CommandSpec spec() {
    CommandSpec command =
        Options.command("inspect", this)
            .addPositional(files)
            .addOption(host)
            .addOption(only)
            .addOption(quiet)
            .addOption(strict)
            .addOption(warnings)
            .addOption(rules);
    command
        .usageMessage()
        .customSynopsis("memslot inspect FILE... | --host", "       memslot inspect --rules")
        .description("Decode ACPI tables, print them as ASL or named fields, and report defects.")
        .footer(
            "",
            "Files given together belong to one machine: its definition blocks are decoded and checked with",
            "each other, the DSDT first. If there are several DSDTs, each folder, archive or dump with a DSDT",
            "is a machine of its own, and so is a second DSDT in one folder. Files in folders and archives that",
            "hold no table are skipped, and links in folders are not followed. FILE!MEMBER names a member of an",
            "archive, FILE!SSDT1 the second SSDT of a dump. Nothing is written.",
            "",
            "Tables go to standard output, each after a line with its size, signature and number of findings.",
            "Findings go to standard error as FILE: TABLE: PLACE: LEVEL: message [RULE]. Levels: error, which",
            "misleads an operating system; warning, which violates the specification; remark, which is unusual.",
            "",
            "Exit status: 0 no errors; 1 errors, or with --strict any finding; 2 a file could not be read (the",
            "others are still shown) or invalid arguments (nothing is shown).",
            "",
            "  memslot inspect DSDT.aml SSDT*.aml >machine.txt",
            "  sudo memslot inspect --host --only SRAT,SLIT",
            "  ssh host acpidump | memslot inspect -q -",
            "  memslot inspect --strict -w misplaced-name=off acpi.tar.gz");
    return command;
  }

  @Override
  public Integer call() {
    List<String> named = files.getValue();
    boolean ofHost = host.getValue();
    boolean listed = rules.getValue();
    if (listed) {
      if (ofHost || !named.isEmpty()) {
        throw new WrongWordsException("--rules lists the rules and takes no files and no --host");
      }
      RuleCatalog.print(streams.out());
      return Memslot.DONE;
    }
    if (ofHost == !named.isEmpty()) {
      throw new WrongWordsException(
          ofHost
              ? "--host and files exclude each other; give one or the other"
              : "a file is missing; name files that hold ACPI tables, or give --host");
    }
    if (named.contains("")) {
      throw new WrongWordsException("a file name is empty; name a file or folder, or - for input");
    }
    Inspection inspection = new Inspection(streams, hostTables, choice());
    if (!ofHost) {
      return status(inspection.run(new LinkedHashSet<>(named)));
    }
    if (!Files.isDirectory(hostTables)) {
      throw new WrongWordsException(
          "--host: this machine shows no ACPI tables at " + hostTables + "; name files instead");
    }
    return status(inspection.run(Set.of(hostTables.toString())));
  }

  private static int status(Inspection.Outcome outcome) {
    return switch (outcome) {
      case CLEAN -> Memslot.DONE;
      case FINDINGS -> Memslot.FAILED;
      case INCOMPLETE -> Memslot.WRONG_WORDS;
    };
  }

  private Inspection.Choice choice() {
    Set<String> signatures = new LinkedHashSet<>();
    List<String> wanted = only.getValue();
    for (String signature : wanted) {
      signatures.add(signature.strip().toUpperCase(Locale.ROOT));
    }
    Set<String> off = RuleCatalog.off(warnings.getValue());
    return new Inspection.Choice(signatures, quiet.getValue(), off, strict.getValue());
  }
}
