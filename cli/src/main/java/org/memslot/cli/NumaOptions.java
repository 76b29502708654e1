package org.memslot.cli;

import com.google.common.collect.Table;
import com.google.common.collect.TreeBasedTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.memslot.bios.NodePerformance;
import org.memslot.bios.NumaDistances;
import org.memslot.cli.console.WrongWordsException;
import org.memslot.hypervisor.NumaLocality;
import org.memslot.hypervisor.NumaNode;
import org.memslot.hypervisor.NumaNode.CpuRange;
import org.memslot.machine.ByteSize;

/**
 * All {@code -numa} options of a machine, in QEMU's words: nodes, distances, and how fast memory
 * is.
 *
 * @param nodes in the order they are given
 * @param locality how they stand to each other
 */
record NumaOptions(List<NumaNode> nodes, NumaLocality locality) {
  /** The form of a node. */
  static final String NODE_FORM = "node,nodeid=N,mem=SIZE[,cpus=A-B]";

  /** No option given. */
  static final NumaOptions NONE = new NumaOptions(List.of(), NumaLocality.UNSPECIFIED);

  private static final String DISTANCE_FORM = "dist,src=N,dst=N,val=N";
  private static final String PERFORMANCE_FORM =
      "hmat-lb,initiator=N,target=N,hierarchy=memory,"
          + "data-type=access-latency|access-bandwidth,latency=NS|bandwidth=SIZE";

  private static final Pattern CPUS = Pattern.compile("([0-9]{1,9})(?:-([0-9]{1,9}))?");
  private static final int MOST_NODES = 255;
  private static final int FARTHEST = 254;

  /** What is said of pairs of nodes, from one to the other, until all of it is known. */
  private static final class Parser {
    private final List<String> problems = new ArrayList<>();
    private final List<NumaNode> nodes = new ArrayList<>();
    private final Table<Integer, Integer, Integer> distances = TreeBasedTable.create();
    private final Table<Integer, Integer, Integer> latencies = TreeBasedTable.create();
    private final Table<Integer, Integer, Integer> bandwidths = TreeBasedTable.create();

    void take(String text) {
      try {
        switch (text.split(",", 2)[0]) {
          case "dist" -> distance(text);
          case "hmat-lb" -> performance(text);
          default -> nodes.add(numaNode(text));
        }
      } catch (WrongWordsException e) {
        problems.addAll(e.problems());
      }
    }

    private void distance(String text) {
      KeyValueOption option =
          KeyValueOption.parse("-numa", text, Set.of("src", "dst", "val"), DISTANCE_FORM);
      int from = node(option, "src", DISTANCE_FORM);
      int to = node(option, "dst", DISTANCE_FORM);
      int least = NumaDistances.LOCAL + (from == to ? 0 : 1);
      int most = from == to ? NumaDistances.LOCAL : FARTHEST;
      int value = option.keyNumber("val", option.required("val", DISTANCE_FORM), least, most);
      put(distances, text, from, to, value);
    }

    private void performance(String text) {
      KeyValueOption option =
          KeyValueOption.parse(
              "-numa",
              text,
              Set.of("initiator", "target", "hierarchy", "data-type", "latency", "bandwidth"),
              PERFORMANCE_FORM);
      int from = node(option, "initiator", PERFORMANCE_FORM);
      int to = node(option, "target", PERFORMANCE_FORM);
      if (!option.required("hierarchy", PERFORMANCE_FORM).equals("memory")) {
        throw wrong(text, PERFORMANCE_FORM);
      }
      switch (option.required("data-type", PERFORMANCE_FORM)) {
        case "access-latency" ->
            put(
                latencies,
                text,
                from,
                to,
                option.keyNumber(
                    "latency",
                    option.required("latency", PERFORMANCE_FORM),
                    1,
                    NodePerformance.MAX_LATENCY));
        case "access-bandwidth" ->
            put(
                bandwidths,
                text,
                from,
                to,
                megabytes(text, option.required("bandwidth", PERFORMANCE_FORM)));
        default -> throw wrong(text, PERFORMANCE_FORM);
      }
    }

    private static int megabytes(String text, String value) {
      ByteSize size = MachineOptions.size("-numa " + text, value);
      ByteSize most = ByteSize.of(NodePerformance.MAX_BANDWIDTH * ByteSize.MIB);
      if (size.compareTo(ByteSize.of(ByteSize.MIB)) < 0
          || size.compareTo(most) > 0
          || !size.isMultipleOf(ByteSize.MIB)) {
        throw new WrongWordsException(
            "-numa %s: a bandwidth is a multiple of 1M, at most %s".formatted(text, most));
      }
      return (int) (size.bytes() / ByteSize.MIB);
    }

    private static int node(KeyValueOption option, String key, String form) {
      return option.keyNumber(key, option.required(key, form), 0, MOST_NODES - 1);
    }

    private static void put(
        Table<Integer, Integer, Integer> values, String text, int from, int to, int value) {
      if (values.put(from, to, value) != null) {
        throw new WrongWordsException(
            "-numa %s: it is said of these two nodes already; say it once".formatted(text));
      }
    }

    private static WrongWordsException wrong(String text, String form) {
      return new WrongWordsException("-numa %s: write -numa %s".formatted(text, form));
    }

    NumaOptions result() {
      checkNodes("dist", distances);
      checkNodes("hmat-lb", latencies);
      checkNodes("hmat-lb", bandwidths);
      List<List<Integer>> far = distances.isEmpty() ? List.of() : matrix(this::distance);
      boolean fast = !latencies.isEmpty() || !bandwidths.isEmpty();
      List<List<Integer>> latency =
          fast ? matrix((from, to) -> of("access-latency", latencies, from, to)) : List.of();
      List<List<Integer>> bandwidth =
          fast ? matrix((from, to) -> of("access-bandwidth", bandwidths, from, to)) : List.of();
      if (!problems.isEmpty()) {
        throw new WrongWordsException(problems);
      }
      return new NumaOptions(
          nodes, new NumaLocality(new NumaDistances(far), new NodePerformance(latency, bandwidth)));
    }

    private void checkNodes(String option, Table<Integer, Integer, Integer> values) {
      values.cellSet().stream()
          .map(cell -> Math.max(cell.getRowKey(), cell.getColumnKey()))
          .filter(node -> node >= nodes.size())
          .findFirst()
          .ifPresent(
              node ->
                  problems.add(
                      "-numa %s: there is no node %d; name it by -numa node,nodeid=%2$d,mem=SIZE"
                          .formatted(option, node)));
    }

    private List<List<Integer>> matrix(BiFunction<Integer, Integer, Integer> value) {
      List<List<Integer>> rows = new ArrayList<>();
      for (int from = 0; from < nodes.size(); from++) {
        List<Integer> row = new ArrayList<>();
        for (int to = 0; to < nodes.size(); to++) {
          row.add(value.apply(from, to));
        }
        rows.add(row);
      }
      return rows;
    }

    /** What is said of one direction holds for the other where nothing is said of that. */
    private int distance(int from, int to) {
      if (from == to) {
        return NumaDistances.LOCAL;
      }
      return Optional.ofNullable(distances.get(from, to))
          .or(() -> Optional.ofNullable(distances.get(to, from)))
          .orElseGet(
              () -> {
                if (from < to) {
                  problems.add(
                      "-numa dist: nothing is said of nodes %d and %d; add -numa dist,src=%1$d,dst=%2$d,val=N"
                          .formatted(from, to));
                }
                return FARTHEST;
              });
    }

    /** Nodes without processors ask for nothing. */
    private int of(String type, Table<Integer, Integer, Integer> values, int from, int to) {
      Optional<Integer> said = Optional.ofNullable(values.get(from, to));
      boolean needed = values.containsRow(from) || from == 0;
      if (said.isEmpty() && needed) {
        problems.add(
            "-numa hmat-lb: no %s from node %d to node %d; say it of all nodes, or not at all of this initiator"
                .formatted(type, from, to));
      }
      return said.orElse(0);
    }
  }

  /** Copies the list. */
  NumaOptions {
    nodes = List.copyOf(nodes);
  }

  /**
   * Reads the values of all {@code -numa} options.
   *
   * @throws WrongWordsException with every problem found
   */
  static NumaOptions parse(List<String> options) {
    Parser parser = new Parser();
    options.forEach(parser::take);
    return parser.result();
  }

  private static NumaNode numaNode(String text) {
    KeyValueOption option =
        KeyValueOption.parse("-numa", text, Set.of("nodeid", "mem", "cpus"), NODE_FORM);
    if (option.first().isEmpty()) {
      throw new WrongWordsException(
          "-numa %s: the word node is missing; write -numa %s".formatted(text, NODE_FORM));
    }
    if (!option.first().get().equals("node")) {
      throw new WrongWordsException(
          "-numa %s: \"%s\" is not known here; write -numa %s"
              .formatted(text, option.first().get(), NODE_FORM));
    }
    return new NumaNode(
        option.keyNumber("nodeid", option.required("nodeid", NODE_FORM), 0, MOST_NODES - 1),
        MachineOptions.size("-numa " + text, option.required("mem", NODE_FORM)),
        option.value("cpus").map(range -> cpuRange(text, range)));
  }

  private static CpuRange cpuRange(String option, String text) {
    Matcher matcher = CPUS.matcher(text);
    if (matcher.matches()) {
      int first = Integer.parseInt(matcher.group(1));
      int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
      if (first <= last) {
        return new CpuRange(first, last);
      }
    }
    throw new WrongWordsException(
        "-numa %s: cpus=%s is not a processor or a range; write cpus=A or cpus=A-B with A not above B"
            .formatted(option, text));
  }
}
