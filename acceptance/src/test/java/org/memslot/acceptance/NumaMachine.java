package org.memslot.acceptance;

import java.util.ArrayList;
import java.util.List;

/**
 * A machine for the comparison of firmware tables with the kernel's view: every node has the same
 * memory, and distances and speeds that follow from the nodes' numbers.
 *
 * @param nodes the number of NUMA nodes
 * @param slots the number of memory slots, of 128 MiB each
 * @param processors the number of processors, of which each node has the same share, or none
 * @param mebibytes the memory of all nodes
 */
record NumaMachine(int nodes, int slots, int processors, int mebibytes) {
  /** Processors that Linux starts; the others are only described. */
  private static final int MOST_STARTED = 4;

  private static final int LARGEST_BANDWIDTH = 1000;

  /** Processors of each node; without one for each node, node 0 is the nearest that has any. */
  int share() {
    return processors / nodes;
  }

  int startedProcessors() {
    return Math.min(processors, MOST_STARTED);
  }

  static int distance(int from, int to) {
    return 10 + 7 * Math.abs(from - to);
  }

  static int gigabytesPerSecond(int from, int to) {
    return LARGEST_BANDWIDTH / distance(from, to);
  }

  /** The machine as options of the command. */
  List<String> options() {
    List<String> options = new ArrayList<>();
    options.addAll(List.of("-m", mebibytes + "M", "-smp", Integer.toString(processors)));
    for (int node = 0; node < nodes; node++) {
      String memory = "node,nodeid=" + node + ",mem=" + mebibytes / nodes + "M";
      int first = node * share();
      String cpus = share() == 0 ? "" : ",cpus=" + first + "-" + (first + share() - 1);
      options.addAll(List.of("-numa", memory + cpus));
      for (int other = 0; other < nodes; other++) {
        addRelation(options, node, other);
      }
    }
    for (int slot = 0; slot < slots; slot++) {
      options.addAll(List.of("-memslot", "id=s" + slot + ",size=128M,node=" + slot % nodes));
    }
    return options;
  }

  private void addRelation(List<String> options, int from, int to) {
    if (from != to) {
      options.addAll(
          List.of("-numa", "dist,src=%d,dst=%d,val=%d".formatted(from, to, distance(from, to))));
    }
    if (share() == 0 && from != 0) {
      return; // It has no processors.
    }
    String access =
        "hmat-lb,initiator=%d,target=%d,hierarchy=memory,data-type=access-".formatted(from, to);
    options.addAll(List.of("-numa", access + "latency,latency=" + distance(from, to)));
    options.addAll(
        List.of("-numa", access + "bandwidth,bandwidth=" + gigabytesPerSecond(from, to) + "G"));
  }

  @Override
  public String toString() {
    return "%d nodes, %d slots, %d processors, %d MiB"
        .formatted(nodes, slots, processors, mebibytes);
  }
}
