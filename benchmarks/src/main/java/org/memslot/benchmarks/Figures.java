package org.memslot.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the benchmarks of the bus once and prints their ratios beside the bars. A figure is the mean
 * of all iterations in all forks. Its spread is half of what lies between the means of the lowest
 * and the highest fork, in percent of the mean; a row shows the largest of its figures.
 */
public final class Figures {
  private static final List<String> REGIONS = List.of("1", "8", "64", "256", "1024", "4096");
  private static final List<String> DEVICES = List.of("1", "8", "32", "128", "1024");

  /** A heap whose pages the host has given before anything is measured. */
  private static final String[] HEAP = {"-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch"};

  private static final String READERS = "ReadersDuringChanges";

  /** What all forks gave, and the spread of their means. */
  private record Figure(double mean, double spread) {
    static final Figure NONE = new Figure(Double.NaN, 0);
  }

  private final Map<String, Figure> times = new TreeMap<>();

  /** The largest spread among the figures that the next row is made of. */
  private double spread;

  private final Map<String, Double> allocated = new TreeMap<>();
  private final StringBuilder table = new StringBuilder();

  private Figures() {}

  /**
   * Runs them.
   *
   * @param arguments a file for the table, and which classes to run; all when none is named
   * @throws RunnerException when JMH fails
   * @throws IOException when the table cannot be written
   */
  public static void main(String[] arguments) throws RunnerException, IOException {
    Figures figures = new Figures();
    List<String> classes =
        arguments.length > 1
            ? List.of(arguments).subList(1, arguments.length)
            : List.of("RamAccess", "Devices", "BulkCopy", "DirtyTracking", "Topology", READERS);
    figures.run(classes);
    figures.print();
    System.out.print(figures.table);
    if (arguments.length > 0) {
      Files.writeString(Path.of(arguments[0]), figures.table);
    }
  }

  private void run(List<String> classes) throws RunnerException {
    List<String> singly = classes.stream().filter(c -> !c.equals(READERS)).toList();
    OptionsBuilder options = options();
    including(options, singly);
    // The loops are for reading by eye, and a segment does not know how many regions there are.
    run(options.exclude("RamAccess\\.loop").exclude("RamAccess\\..*Segment"));
    if (classes.contains("RamAccess")) {
      run(options().include("RamAccess\\.(read|write)(Segment|Bus)").param("regions", "1"));
    }
    if (classes.contains(READERS)) {
      run(including(steadily(), List.of(READERS)));
    }
    run(
        including(steadily(), singly)
            .exclude("RamAccess\\.loop")
            .exclude("Topology")
            .param("regions", "64")
            .param("addresses", "1024")
            .param("devices", "32")
            .forks(1)
            .measurementIterations(2)
            .addProfiler(GCProfiler.class));
  }

  private static ChainedOptionsBuilder including(
      ChainedOptionsBuilder options, List<String> classes) {
    classes.forEach(c -> options.include("org\\.memslot\\.benchmarks\\." + c + "\\..*"));
    return options;
  }

  private static OptionsBuilder options() {
    OptionsBuilder options = new OptionsBuilder();
    options
        .forks(Integer.getInteger("forks", 3))
        .jvmArgsAppend(HEAP)
        .warmupIterations(6)
        .warmupTime(TimeValue.milliseconds(100))
        .measurementIterations(70)
        .measurementTime(TimeValue.milliseconds(4));
    return options;
  }

  /**
   * For what two threads do to each other, of which no moment may be left out, and for bytes
   * allocated, of which an iteration of JMH has some thousands of its own.
   */
  private static OptionsBuilder steadily() {
    OptionsBuilder options = options();
    options
        .warmupIterations(2)
        .warmupTime(TimeValue.milliseconds(500))
        .measurementIterations(5)
        .measurementTime(TimeValue.seconds(1));
    return options;
  }

  private void run(ChainedOptionsBuilder options) throws RunnerException {
    for (RunResult result : new Runner(options.build()).run()) {
      for (Result<?> part : results(result)) {
        String name = name(result, part.getLabel());
        if (part.getLabel().endsWith("gc.alloc.rate.norm")) {
          allocated.put(name(result, ""), part.getScore());
        } else if (!part.getLabel().contains("gc.")) {
          times.putIfAbsent(name, figure(result, part));
        }
      }
    }
  }

  /** The mean of all iterations and how far the forks' means are apart. */
  private static Figure figure(RunResult result, Result<?> part) {
    DoubleSummaryStatistics forks =
        result.getBenchmarkResults().stream()
            .mapToDouble(fork -> score(fork, part.getLabel()))
            .summaryStatistics();
    double mean = part.getScore();
    return new Figure(mean, (forks.getMax() - forks.getMin()) / 2 / mean);
  }

  private static double score(BenchmarkResult fork, String label) {
    Result<?> secondary = fork.getSecondaryResults().get(label);
    return (secondary == null ? fork.getPrimaryResult() : secondary).getScore();
  }

  private static List<Result<?>> results(RunResult result) {
    List<Result<?>> all = new ArrayList<>();
    for (Result<?> secondary : result.getSecondaryResults().values()) {
      all.add(secondary);
    }
    all.add(result.getPrimaryResult());
    return all;
  }

  /**
   * Class.method, or class.label of one side of a group, with the parameters in order of their
   * names.
   */
  private static String name(RunResult result, String label) {
    String[] parts = result.getParams().getBenchmark().split("\\.", -1);
    String method =
        label.endsWith("Reader") || label.endsWith("Writer") ? label : parts[parts.length - 1];
    String parameters =
        new TreeMap<>(
                result.getParams().getParamsKeys().stream()
                    .collect(Collectors.toMap(k -> k, result.getParams()::getParam)))
            .values().stream().collect(Collectors.joining(","));
    return parts[parts.length - 2] + "." + method + "(" + parameters + ")";
  }

  private double time(String name) {
    Figure figure = times.getOrDefault(name, Figure.NONE);
    spread = Math.max(spread, figure.spread());
    return figure.mean();
  }

  private void row(String measure, String bar, String figures) {
    if (!figures.contains("NaN")) {
      table.append("| %s | %s | %s | %.0f %% |%n".formatted(measure, bar, figures, 100 * spread));
    }
    spread = 0;
  }

  private void print() {
    table.append("| measure | bar | measured | spread |%n|---|---|---|---|%n".formatted());
    for (String count : List.of("1024", "16384")) {
      ram(count, "read", "Segment", "Bus");
      ram(count, "write", "Segment", "Bus");
    }
    devices("memoryBus");
    devices("portBus");
    bulk();
    double on = time("DirtyTracking.write(1,on)") / time("DirtyTracking.write(1,off)");
    double onMany = time("DirtyTracking.write(64,on)") / time("DirtyTracking.write(64,off)");
    row(
        "write with dirty tracking on, against off (1, 64 regions)",
        "2x",
        "%.2fx, %.2fx".formatted(on, onMany));
    topology();
    allocation();
  }

  private void ram(String count, String verb, String raw, String ours) {
    double one = time("RamAccess.%s%s(%s,1)".formatted(verb, ours, count));
    double base = time("RamAccess.%s%s(%s,1)".formatted(verb, raw, count));
    row(
        "%s%s against %s%s, 1 region, %s addresses".formatted(verb, ours, verb, raw, count),
        "2.0x",
        "%.2fx (%.2f / %.2f ns)".formatted(one / base, one, base));
    row(
        "%s%s at %s regions against 1, %s addresses"
            .formatted(verb, ours, String.join(", ", REGIONS), count),
        "1.5x",
        ratios(REGIONS, r -> time("RamAccess.%s%s(%s,%s)".formatted(verb, ours, count, r)) / one));
  }

  private static String ratios(List<String> keys, ToDoubleFunction<String> ratio) {
    return keys.stream()
        .map(k -> "%.2f".formatted(ratio.applyAsDouble(k)))
        .collect(Collectors.joining(" / "));
  }

  private void devices(String bus) {
    row(
        "%s at %s devices against a bare call of unpredictable target"
            .formatted(bus, String.join(", ", DEVICES)),
        "2.5x",
        ratios(
            DEVICES,
            d ->
                time("Devices.%s(%s)".formatted(bus, d))
                    / time("Devices.bareUnpredictable(%s)".formatted(d))));
    row(
        "the same against a bare call of the same devices",
        "-",
        ratios(
            DEVICES,
            d ->
                time("Devices.%s(%s)".formatted(bus, d))
                    / time("Devices.bareSameDevices(%s)".formatted(d))));
    row(
        "%s against itself at 8 devices".formatted(bus),
        "1.5x",
        ratios(
            DEVICES,
            d -> time("Devices.%s(%s)".formatted(bus, d)) / time("Devices.%s(8)".formatted(bus))));
  }

  private void bulk() {
    for (String size : List.of("64", "4096", "1048576")) {
      for (String by : List.of("Bus", "Cursor")) {
        double read = slower("BulkCopy.read", by, size);
        double write = slower("BulkCopy.write", by, size);
        boolean small = size.equals("64");
        row(
            "copy of %s bytes out / in by %s, against MemorySegment.copy"
                .formatted(size, by.equals("Bus") ? "the bus" : "a cursor"),
            small ? "2x the time" : "0.95x the throughput",
            small
                ? "%.2fx / %.2fx".formatted(read, write)
                : "%.2fx / %.2fx".formatted(1 / read, 1 / write));
      }
    }
  }

  private double slower(String verb, String by, String size) {
    return time("%s%s(%s)".formatted(verb, by, size)) / time("%sSegment(%s)".formatted(verb, size));
  }

  private void topology() {
    double few = time("Topology.plugAndUnplug(8)");
    row(
        "plug and unplug with 64, 512, 4096 regions present, against 8",
        "20x",
        "%s (%.1f us with 8)"
            .formatted(
                ratios(
                    List.of("64", "512", "4096"),
                    r -> time("Topology.plugAndUnplug(%s)".formatted(r)) / few),
                few));
    row(
        "the same for a terabyte, against 16 KiB (8 regions)",
        "-",
        "%.2fx".formatted(time("Topology.plugAndUnplugTerabyte(8)") / few));
    row(
        "with the memory made and given back, against without (8 regions)",
        "-",
        "%.2fx".formatted(time("Topology.createPlugUnplugAndClose(8)") / few));
    for (String regions : List.of("8", "4096")) {
      double lost =
          1
              - time("ReadersDuringChanges.changingReader(%s)".formatted(regions))
                  / time("ReadersDuringChanges.quietReader(%s)".formatted(regions));
      double changes = 2 * time("ReadersDuringChanges.changingWriter(%s)".formatted(regions));
      row(
          "throughput readers lose to changes without pause, %s regions".formatted(regions),
          "5 %",
          "%.1f %% at %.0f 000 changes a second".formatted(lost * 100, changes * 1000));
    }
  }

  private void allocation() {
    double most =
        allocated.entrySet().stream().mapToDouble(Map.Entry::getValue).max().orElse(Double.NaN);
    row("heap allocated by any access, at most", "0 bytes", "%.3f bytes".formatted(most));
  }
}
