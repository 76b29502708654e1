package org.memslot.bios;

import java.util.ArrayList;
import java.util.List;
import org.memslot.aml.ByteList;

/**
 * How far NUMA nodes are from each other, as the System Locality Information Table has it (ACPI
 * 6.5, section 5.2.17): 10 is a node's distance to itself, 255 means unreachable.
 *
 * @param rows the distance from each node (row) to each node
 */
public record NumaDistances(List<List<Integer>> rows) {
  /** Nothing said; no SLIT is made. */
  public static final NumaDistances UNSPECIFIED = new NumaDistances(List.of());

  /** A node's distance to itself. */
  public static final int LOCAL = 10;

  private static final int UNREACHABLE = 255;

  /**
   * @throws IllegalArgumentException if the matrix is not square, a node is not 10 from itself, or
   *     a distance is below 10 or above 255
   */
  public NumaDistances {
    rows = rows.stream().map(List::copyOf).toList();
    for (int from = 0; from < rows.size(); from++) {
      if (rows.get(from).size() != rows.size()) {
        throw new IllegalArgumentException(
            "distances from node %d: %d given, there are %d nodes"
                .formatted(from, rows.get(from).size(), rows.size()));
      }
      for (int to = 0; to < rows.size(); to++) {
        check(from, to, rows.get(from).get(to));
      }
    }
  }

  private static void check(int from, int to, int distance) {
    int least = from == to ? LOCAL : LOCAL + 1;
    int most = from == to ? LOCAL : UNREACHABLE;
    if (distance < least || distance > most) {
      throw new IllegalArgumentException(
          "distance from node %d to node %d: %d, must be %d to %d"
              .formatted(from, to, distance, least, most));
    }
  }

  /** Every other node at one distance. */
  public static NumaDistances uniform(int nodes, int distance) {
    List<List<Integer>> rows = new ArrayList<>();
    for (int from = 0; from < nodes; from++) {
      List<Integer> row = new ArrayList<>();
      for (int to = 0; to < nodes; to++) {
        row.add(from == to ? LOCAL : distance);
      }
      rows.add(row);
    }
    return new NumaDistances(rows);
  }

  /** Row after row, a byte for each distance. */
  ByteList encode() {
    byte[] all = new byte[rows.size() * rows.size()];
    int next = 0;
    for (List<Integer> row : rows) {
      for (int distance : row) {
        all[next++] = (byte) distance;
      }
    }
    return ByteList.of(all);
  }

  /**
   * The matrix of row after row.
   *
   * @throws FirmwareDataException if the bytes are not a valid matrix
   */
  static NumaDistances decode(String structure, ByteList all) {
    int nodes = (int) Math.sqrt(all.length());
    if (nodes * nodes != all.length()) {
      throw new FirmwareDataException(
          structure, 0, all.length() + " distances are not a square matrix");
    }
    List<List<Integer>> rows = new ArrayList<>();
    for (int from = 0; from < nodes; from++) {
      List<Integer> row = new ArrayList<>();
      for (int to = 0; to < nodes; to++) {
        row.add(all.get(from * nodes + to));
      }
      rows.add(row);
    }
    try {
      return new NumaDistances(rows);
    } catch (IllegalArgumentException e) {
      throw new FirmwareDataException(structure, 0, String.valueOf(e.getMessage()));
    }
  }
}
