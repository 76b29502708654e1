package org.memslot.hypervisor;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.memslot.hypervisor.NumaNode.CpuRange;
import org.memslot.machine.ByteSize;

/** What can be wrong with a machine's NUMA nodes taken together. */
final class NumaCheck {
  private final List<NumaNode> nodes;
  private final ByteSize memory;
  private final int cpus;
  private final List<String> problems;

  NumaCheck(List<NumaNode> nodes, ByteSize memory, int cpus, List<String> problems) {
    this.nodes = nodes;
    this.memory = memory;
    this.cpus = cpus;
    this.problems = problems;
  }

  void run() {
    if (nodes.isEmpty()) {
      return;
    }
    checkNumbers();
    checkMemory();
    for (int i = 0; i < nodes.size(); i++) {
      checkCpus(nodes.get(i), nodes.subList(0, i));
    }
  }

  private void checkNumbers() {
    Set<Integer> seen = new HashSet<>();
    for (NumaNode node : nodes) {
      if (!seen.add(node.id())) {
        problems.add(
            "-numa nodeid=%d: two nodes have this number; number them from 0 to %d"
                .formatted(node.id(), nodes.size() - 1));
      } else if (node.id() < 0 || node.id() >= nodes.size()) {
        problems.add(
            "-numa nodeid=%d: nodes are numbered from 0 without gaps, here 0 to %d; renumber it or name the missing nodes"
                .formatted(node.id(), nodes.size() - 1));
      }
    }
  }

  private void checkMemory() {
    ByteSize sum = ByteSize.of(0);
    for (NumaNode node : nodes) {
      long next = sum.bytes() + node.memory().bytes();
      if (Long.compareUnsigned(next, sum.bytes()) < 0) {
        problems.add(
            "-numa nodeid=%d,mem=%s: the nodes' memory passes 2^64"
                .formatted(node.id(), node.memory()));
        return;
      }
      sum = ByteSize.of(next);
      if (!node.memory().isMultipleOf(ByteSize.MIB)) {
        problems.add(
            "-numa nodeid=%d,mem=%s: a node's memory is a multiple of 1M; the nearest is %s"
                .formatted(node.id(), node.memory(), nearest(node.memory())));
      }
    }
    if (!sum.equals(memory)) {
      problems.add(
          "-numa: the nodes' mem= add up to %s and boot memory is %s; make them equal or give -m %s"
              .formatted(sum, memory, sum));
    }
  }

  private static ByteSize nearest(ByteSize size) {
    long below = size.bytes() & -ByteSize.MIB;
    boolean up = size.bytes() - below >= ByteSize.MIB / 2 && below != -ByteSize.MIB;
    return ByteSize.of(up ? below + ByteSize.MIB : below);
  }

  private void checkCpus(NumaNode node, List<NumaNode> earlier) {
    node.cpus().ifPresent(range -> checkCpus(node, range, earlier));
  }

  private void checkCpus(NumaNode node, CpuRange range, List<NumaNode> earlier) {
    if (range.last() >= cpus) {
      problems.add(
          "-numa nodeid=%d,cpus=%s: the machine's processors are 0 to %d; give -smp %d or fewer cpus"
              .formatted(node.id(), range, cpus - 1, range.last() + 1));
    }
    for (NumaNode other : earlier) {
      if (other.cpus().stream().anyMatch(range::overlaps)) {
        problems.add(
            "-numa nodeid=%d,cpus=%s: node %d has some of these processors already (cpus=%s); give each to one node"
                .formatted(node.id(), range, other.id(), other.cpus().get()));
      }
    }
  }
}
