package org.memslot.aml.asl;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.memslot.aml.AmlContext;
import org.memslot.aml.AmlDecoder;
import org.memslot.aml.AmlDecoding;
import org.memslot.aml.AmlEncoder;
import org.memslot.aml.AmlTable;
import org.memslot.aml.Term;

/**
 * A program, not a test: prints the definition blocks of real machines, has iasl compile the text
 * with {@code -oa}, and compares what comes out with the table.
 *
 * <p>Arguments: the directory with one directory for each machine, whose definition blocks are
 * {@code DSDT*.dat} and {@code SSDT*.dat}; then {@code dsdt} or {@code ssdt}; optionally {@code
 * every=N} for each Nth machine, {@code keep=DIRECTORY} for the texts, {@code alone} or {@code
 * context} for one way only. Each table is read by itself and again with the machine's other
 * definition blocks as context. Standard output has a line for each table and way; standard error
 * ends with the sums.
 */
public final class AslCorpus {
  private static final Pattern ERROR = Pattern.compile("^Error +(\\d{4})", Pattern.MULTILINE);
  private static final Pattern PLACE =
      Pattern.compile("^\\S+\\s+(\\d+): (.*)\\RError +\\d{4} - *(.*)", Pattern.MULTILINE);
  private static final long TIMEOUT_SECONDS = 300;

  private final Map<String, Integer> sums = new TreeMap<>();
  private final String kind;
  private final List<String> ways;
  private final Path keep;

  private AslCorpus(String kind, List<String> ways, Path keep) {
    this.kind = kind;
    this.ways = ways;
    this.keep = keep;
  }

  /** Runs it. */
  public static void main(String[] args) throws IOException {
    Path corpus = Path.of(args[0]);
    int every = 1;
    List<String> ways = List.of("alone", "context");
    Path keep = Path.of("");
    for (String arg : Arrays.asList(args).subList(2, args.length)) {
      if (arg.startsWith("every=")) {
        every = Integer.parseInt(arg.substring("every=".length()));
      } else if (arg.startsWith("keep=")) {
        keep = Path.of(arg.substring("keep=".length()));
        Files.createDirectories(keep);
      } else {
        ways = List.of(arg);
      }
    }
    AslCorpus run = new AslCorpus(args[1], ways, keep);
    List<Path> machines;
    try (Stream<Path> paths = Files.list(corpus)) {
      machines = paths.filter(Files::isDirectory).sorted().toList();
    }
    int step = every;
    IntStream.range(0, machines.size())
        .filter(i -> i % step == 0)
        .mapToObj(machines::get)
        .parallel()
        .forEach(run::machine);
    run.sums.forEach((what, count) -> System.err.printf("%6d %s%n", count, what));
  }

  private void machine(Path directory) {
    try {
      Map<String, byte[]> tables = new TreeMap<>();
      try (Stream<Path> files = Files.list(directory)) {
        for (Path file : files.filter(AslCorpus::isDefinitionBlock).toList()) {
          tables.put(file.getFileName().toString(), Files.readAllBytes(file));
        }
      }
      for (String name : tables.keySet()) {
        if (name.toLowerCase(java.util.Locale.ROOT).startsWith(kind)) {
          table(directory.getFileName() + "/" + name, name, tables);
        }
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static boolean isDefinitionBlock(Path file) {
    return file.getFileName().toString().matches("[DS]SDT\\d*\\.dat");
  }

  private void table(String title, String name, Map<String, byte[]> tables) throws IOException {
    List<byte[]> others = new ArrayList<>();
    tables.forEach(
        (other, bytes) -> {
          if (!other.equals(name)) {
            others.add(bytes);
          }
        });
    String text = "";
    String result = "";
    for (String way : ways) {
      AmlContext context = way.equals("alone") ? AmlContext.EMPTY : contextOf(others);
      AmlDecoding decoding =
          AmlDecoder.decode(java.util.Objects.requireNonNull(tables.get(name)), context);
      String now = AslPrinter.print(decoding.table());
      if (!now.equals(text)) {
        text = now;
        result = compile(title + "." + way, text, decoding.table(), context);
      }
      report(title, way, result);
    }
  }

  private static AmlContext contextOf(List<byte[]> tables) {
    return AmlContext.of(tables);
  }

  private synchronized void report(String title, String way, String result) {
    System.out.println(title + " " + way + " " + result);
    String[] parts = result.split(" ", 3);
    sums.merge(way + " " + parts[0], 1, Integer::sum);
    sums.merge(way + " " + parts[0] + " " + parts[1], 1, Integer::sum);
  }

  private String compile(String title, String text, AmlTable table, AmlContext context)
      throws IOException {
    Path directory = Files.createTempDirectory("corpus");
    try {
      Path source = directory.resolve("t.dsl");
      Files.writeString(source, text, StandardCharsets.ISO_8859_1);
      if (!keep.toString().isEmpty()) {
        Files.writeString(
            keep.resolve(title.replace('/', '-') + ".dsl"), text, StandardCharsets.ISO_8859_1);
      }
      String said = run(directory);
      Path compiled = directory.resolve("t.aml");
      return Files.exists(compiled) && Files.size(compiled) > 0
          ? compare(table, Files.readAllBytes(compiled), context)
          : "refused " + errors(said);
    } finally {
      try (Stream<Path> files = Files.walk(directory)) {
        files.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
      }
    }
  }

  private static String errors(String said) {
    List<String> codes = ERROR.matcher(said).results().map(r -> r.group(1)).toList();
    if (codes.isEmpty()) {
      return "crash " + said.lines().skip(Math.max(0, said.lines().count() - 3)).toList();
    }
    Map<String, Long> counts =
        codes.stream().collect(Collectors.groupingBy(c -> c, TreeMap::new, Collectors.counting()));
    Matcher first = PLACE.matcher(said);
    return counts.keySet().stream().collect(Collectors.joining(","))
        + " "
        + counts
        + (first.find()
            ? " line " + first.group(1) + ": " + first.group(2).strip() + " :: " + first.group(3)
            : "");
  }

  private static String compare(AmlTable table, byte[] bytes, AmlContext context) {
    List<Term> compiled = AmlDecoder.decode(bytes, context).table().terms();
    CanonicalTree.Result expected = CanonicalTree.of(table.terms());
    CanonicalTree.Result actual = CanonicalTree.of(compiled);
    byte[] wanted = AmlEncoder.encodeTerms(expected.terms());
    byte[] got = AmlEncoder.encodeTerms(actual.terms());
    if (Arrays.equals(wanted, got)) {
      return expected.constants() == actual.constants()
          ? "compiled same"
          : "compiled same-but-constants " + (expected.constants() - actual.constants());
    }
    int at = Arrays.mismatch(wanted, got);
    String size =
        got.length < wanted.length ? "less" : got.length > wanted.length ? "more" : "other";
    return "compiled "
        + size
        + " "
        + (got.length - wanted.length)
        + " table "
        + hex(wanted, at)
        + " text "
        + hex(got, at);
  }

  private static String hex(byte[] bytes, int at) {
    int from = Math.max(0, at - 12);
    int to = Math.min(bytes.length, at + 12);
    return HexFormat.of().formatHex(bytes, from, at)
        + "|"
        + HexFormat.of().formatHex(bytes, at, to);
  }

  private static String run(Path directory) throws IOException {
    Path output = directory.resolve("output.txt");
    Process process =
        new ProcessBuilder("iasl", "-oa", "-p", "t", "t.dsl")
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Files.readString(output, StandardCharsets.ISO_8859_1);
  }
}
