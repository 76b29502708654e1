package org.memslot.bios.firmware;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.memslot.bios.MachineInformation;
import org.memslot.bios.NodePerformance;
import org.memslot.bios.acpi.Hmat;
import org.memslot.bios.acpi.HmatEntry;
import org.memslot.bios.acpi.HmatEntry.LatencyAndBandwidth;
import org.memslot.bios.acpi.HmatEntry.ProximityDomainAttributes;
import org.memslot.bios.acpi.TableOrigin;

/** The table of how fast memory is, of what the board says of its nodes. */
final class NodeAttributes {
  /** The initiator's field of a memory domain counts. */
  private static final int INITIATOR_VALID = 1;

  private static final int ACCESS_LATENCY = 0;
  private static final int ACCESS_BANDWIDTH = 3;

  /** Latencies are in nanoseconds, the unit is said in picoseconds. */
  private static final long NANOSECOND = 1000;

  private static final int REVISION = 2;
  private static final int MOST_UNITS = 0xfffe;

  private final NodePerformance performance;
  private final List<Long> initiators;
  private final List<Long> targets;

  NodeAttributes(MachineInformation machine) {
    performance = machine.performance();
    initiators =
        machine.paravirt().cpuNodes().stream()
            .filter(node -> node < performance.nodes())
            .map(Integer::longValue)
            .distinct()
            .sorted()
            .toList();
    targets = LongStream.range(0, performance.nodes()).boxed().toList();
  }

  /** There when anything is known. */
  Optional<Hmat> hmat() {
    if (performance.equals(NodePerformance.UNSPECIFIED)) {
      return Optional.empty();
    }
    List<HmatEntry> entries = new ArrayList<>();
    for (long target : targets) {
      nearest(target)
          .ifPresent(
              initiator ->
                  entries.add(new ProximityDomainAttributes(INITIATOR_VALID, initiator, target)));
    }
    entries.add(matrix(ACCESS_LATENCY, NANOSECOND, performance.latencies(), 1));
    int unit = unit();
    entries.add(matrix(ACCESS_BANDWIDTH, unit, performance.bandwidths(), unit));
    return Optional.of(new Hmat(REVISION, TableOrigin.OURS, entries));
  }

  /** The node itself, or the one whose processors reach it first. */
  private Optional<Long> nearest(long target) {
    return initiators.stream()
        .min(
            Comparator.comparing((Long initiator) -> initiator != target)
                .thenComparingInt(initiator -> value(performance.latencies(), initiator, target)));
  }

  private LatencyAndBandwidth matrix(
      int dataType, long unit, List<List<Integer>> rows, int divisor) {
    List<Integer> values = new ArrayList<>();
    for (long initiator : initiators) {
      for (long target : targets) {
        values.add(value(rows, initiator, target) / divisor);
      }
    }
    return new LatencyAndBandwidth(0, dataType, 0, unit, initiators, targets, values);
  }

  private static int value(List<List<Integer>> rows, long initiator, long target) {
    return rows.get((int) initiator).get((int) target);
  }

  /**
   * Megabytes a second, so many that the highest bandwidth has 16 bits; others are rounded down.
   */
  private int unit() {
    int highest =
        performance.bandwidths().stream()
            .flatMap(List::stream)
            .mapToInt(Integer::intValue)
            .max()
            .orElse(0);
    int unit = 1;
    while (highest / unit > MOST_UNITS) {
      unit *= 2;
    }
    return unit;
  }
}
