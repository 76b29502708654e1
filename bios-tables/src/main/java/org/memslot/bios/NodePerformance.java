package org.memslot.bios;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.memslot.aml.ByteList;

/**
 * How fast processors of each NUMA node reach memory of each node, as the Heterogeneous Memory
 * Attribute Table has it (ACPI 6.5, section 5.2.28). Rows are the nodes of processors, columns the
 * nodes of memory; 0 where nothing is known.
 *
 * @param latencies of an access, in nanoseconds, 0 to {@link #MAX_LATENCY}
 * @param bandwidths in megabytes a second, 0 to {@link #MAX_BANDWIDTH}
 */
public record NodePerformance(List<List<Integer>> latencies, List<List<Integer>> bandwidths) {
  /** Nothing said; no HMAT is made. */
  public static final NodePerformance UNSPECIFIED = new NodePerformance(List.of(), List.of());

  /** An entry has 16 bits, and all ones mean that memory cannot be reached. */
  public static final int MAX_LATENCY = 0xfffe;

  /** A terabyte a second. */
  public static final int MAX_BANDWIDTH = 1_000_000;

  /**
   * @throws IllegalArgumentException if the matrices are not square and of one size, or a value is
   *     outside its limits
   */
  public NodePerformance {
    latencies = latencies.stream().map(List::copyOf).toList();
    bandwidths = bandwidths.stream().map(List::copyOf).toList();
    check("latency", latencies, latencies.size(), MAX_LATENCY);
    check("bandwidth", bandwidths, latencies.size(), MAX_BANDWIDTH);
  }

  private static void check(String what, List<List<Integer>> rows, int nodes, int most) {
    if (rows.size() != nodes) {
      throw new IllegalArgumentException(
          "%s of %d nodes, there are %d".formatted(what, rows.size(), nodes));
    }
    for (int from = 0; from < nodes; from++) {
      if (rows.get(from).size() != nodes) {
        throw new IllegalArgumentException(
            "%s from node %d: %d given, there are %d nodes"
                .formatted(what, from, rows.get(from).size(), nodes));
      }
      for (int to = 0; to < nodes; to++) {
        int value = rows.get(from).get(to);
        if (value < 0 || value > most) {
          throw new IllegalArgumentException(
              "%s from node %d to node %d: %d, must be 0 to %d"
                  .formatted(what, from, to, value, most));
        }
      }
    }
  }

  /** How many nodes there are. */
  public int nodes() {
    return latencies.size();
  }

  /** Latencies row after row, then bandwidths: each a u32, little-endian. */
  ByteList encode() {
    ByteBuffer out = ByteBuffer.allocate(8 * nodes() * nodes()).order(ByteOrder.LITTLE_ENDIAN);
    latencies.forEach(row -> row.forEach(out::putInt));
    bandwidths.forEach(row -> row.forEach(out::putInt));
    return ByteList.of(out.array());
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws FirmwareDataException if the bytes are not two square matrices within the limits
   */
  static NodePerformance decode(String file, ByteList all) {
    int nodes = (int) Math.sqrt(all.length() / 8.0);
    if (8 * nodes * nodes != all.length()) {
      throw new FirmwareDataException(
          file, 0, all.length() + " bytes are not two square matrices of u32");
    }
    ByteBuffer in = ByteBuffer.wrap(all.toArray()).order(ByteOrder.LITTLE_ENDIAN);
    try {
      return new NodePerformance(rows(in, nodes), rows(in, nodes));
    } catch (IllegalArgumentException e) {
      throw new FirmwareDataException(file, 0, String.valueOf(e.getMessage()));
    }
  }

  private static List<List<Integer>> rows(ByteBuffer in, int nodes) {
    List<List<Integer>> rows = new ArrayList<>();
    for (int from = 0; from < nodes; from++) {
      List<Integer> row = new ArrayList<>();
      for (int to = 0; to < nodes; to++) {
        row.add(in.getInt());
      }
      rows.add(row);
    }
    return rows;
  }
}
