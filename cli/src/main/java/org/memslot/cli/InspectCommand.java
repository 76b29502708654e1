package org.memslot.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.memslot.aml.AmlDecoding;
import org.memslot.aml.AmlDecodingException;
import org.memslot.aml.asl.AslPrinter;
import org.memslot.aml.diagnostic.Finding;
import org.memslot.aml.lint.AmlLint;
import org.memslot.aml.lint.LintTable;
import org.memslot.bios.Bytes;
import org.memslot.bios.FirmwareDataException;
import org.memslot.bios.acpi.AcpiStructure;
import org.memslot.bios.acpi.AcpiTables;
import org.memslot.bios.acpi.TableLint;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code memslot inspect}: shows what tables say and what is wrong with them. */
final class InspectCommand implements Callable<Integer> {
  /** The largest file that is taken for a table; the largest DSDTs known have some hundred KiB. */
  private static final int LARGEST = 16 << 20;

  private final Streams streams;
  private final Path hostTables;

  private final PositionalParamSpec files =
      PositionalParamSpec.builder()
          .paramLabel("FILE")
          .type(List.class)
          .auxiliaryTypes(Path.class)
          .initialValue(List.of())
          .description("A file that holds one table.")
          .build();

  private final OptionSpec host =
      Options.flag("--host").description("Take this machine's own tables.").build();

  /**
   * @param hostTables the folder in which Linux shows the machine's tables
   */
  InspectCommand(Streams streams, Path hostTables) {
    this.streams = streams;
    this.hostTables = hostTables;
  }

  CommandSpec spec() {
    CommandSpec command = Options.command("inspect", this).addPositional(files).addOption(host);
    command
        .usageMessage()
        .customSynopsis("memslot inspect FILE... | --host")
        .description("Decode ACPI tables and AML, print ASL or named fields, list what is wrong.")
        .footer(
            "",
            "Definition blocks named together are read as those of one machine. Tables go to"
                + " standard output,",
            "what is wrong with them to standard error. Exit status: 0 nothing is wrong; 1"
                + " something is; 2 a",
            "file cannot be read or the words are wrong.");
    return command;
  }

  @Override
  public Integer call() {
    List<Path> named = files.getValue();
    boolean ofHost = host.getValue();
    if (ofHost == !named.isEmpty()) {
      throw new WrongWordsException(
          ofHost
              ? "--host and files exclude each other; give one or the other"
              : "a file is missing; name files that hold ACPI tables, or give --host");
    }
    Map<Path, byte[]> tables = read(ofHost ? hostFiles() : named);
    List<byte[]> blocks = tables.values().stream().filter(AmlText::isAml).toList();
    List<LintTable> trees = new ArrayList<>();
    boolean wrong = false;
    for (Map.Entry<Path, byte[]> table : tables.entrySet()) {
      List<String> problems = inspect(table.getKey(), table.getValue(), blocks, trees);
      problems.forEach(
          problem ->
              streams
                  .err()
                  .println(
                      Quoted.line("memslot inspect: %s: %s".formatted(table.getKey(), problem))));
      wrong |= !problems.isEmpty();
    }
    // A DSDT is loaded before the others, wherever it stands among the files.
    trees.sort(Comparator.comparing(tree -> !tree.table().header().signature().equals("DSDT")));
    List<Finding> findings = AmlLint.check(trees);
    findings.forEach(
        finding -> streams.err().println(Quoted.line("memslot inspect: %s".formatted(finding))));
    return wrong || !findings.isEmpty() ? Memslot.FAILED : Memslot.DONE;
  }

  private List<Path> hostFiles() {
    String none = "--host: this machine shows no ACPI tables at %s".formatted(hostTables);
    if (!Files.isDirectory(hostTables)) {
      throw new WrongWordsException(none + "; name files instead");
    }
    try (Stream<Path> inside = Files.walk(hostTables, 2)) {
      // data/ holds what tables point at, not tables.
      List<Path> found =
          inside
              .filter(Files::isRegularFile)
              .filter(file -> !file.startsWith(hostTables.resolve("data")))
              .sorted()
              .toList();
      if (found.isEmpty()) {
        throw new WrongWordsException(none + "; name files instead");
      }
      return found;
    } catch (IOException e) {
      throw new WrongWordsException("%s: %s; name files instead".formatted(none, reason(e)));
    }
  }

  private static Map<Path, byte[]> read(List<Path> paths) {
    Map<Path, byte[]> tables = new LinkedHashMap<>();
    List<String> problems = new ArrayList<>();
    for (Path path : paths) {
      try (InputStream in = Files.newInputStream(path)) {
        byte[] content = in.readNBytes(LARGEST + 1);
        if (content.length > LARGEST) {
          problems.add("%s: more than %d MiB; that is no table".formatted(path, LARGEST >> 20));
        }
        tables.put(path, content);
      } catch (IOException e) {
        problems.add("%s: cannot be read: %s".formatted(path, reason(e)));
      }
    }
    if (!problems.isEmpty()) {
      throw new WrongWordsException(problems);
    }
    return tables;
  }

  private static String reason(IOException e) {
    return switch (e) {
      case NoSuchFileException _ -> "there is no such file";
      case AccessDeniedException _ -> "permission denied; it takes root";
      default -> String.valueOf(e.getMessage());
    };
  }

  /** Shows a table, adds its tree where it has one, and answers what is wrong with it. */
  private List<String> inspect(
      Path path, byte[] table, List<byte[]> blocks, List<LintTable> trees) {
    List<String> problems = new ArrayList<>();
    streams.out().println("// %s: %d bytes".formatted(path, table.length));
    if (AmlText.isAml(table)) {
      showAml(path, table, blocks, problems).ifPresent(trees::add);
    } else {
      showFields(table);
    }
    TableLint.check(Bytes.of(table)).stream()
        .map(problem -> problem.toString())
        .filter(problem -> !problems.contains(problem))
        .forEach(problems::add);
    streams.out().println();
    return problems;
  }

  private Optional<LintTable> showAml(
      Path path, byte[] table, List<byte[]> blocks, List<String> problems) {
    try {
      AmlDecoding decoding = AmlText.decode(table, blocks);
      streams.out().println(AslPrinter.print(decoding.table()).stripTrailing());
      decoding.problems().forEach(problem -> problems.add(problem.toString()));
      return Optional.of(new LintTable(path.toString(), decoding.table()));
    } catch (AmlDecodingException e) {
      problems.add(String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private void showFields(byte[] table) {
    try {
      AcpiStructure structure = AcpiTables.decode(Bytes.of(table));
      structure.fields().forEach(field -> streams.out().println(field));
    } catch (FirmwareDataException e) {
      // Said by the lint, too, with the offset.
      streams.out().println("// not a table that can be read");
    }
  }
}
