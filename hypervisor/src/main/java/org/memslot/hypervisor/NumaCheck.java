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
  private final List<MachineProblem> problems;

  NumaCheck(List<NumaNode> nodes, ByteSize memory, int cpus, List<MachineProblem> problems) {
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
        problems.add(new MachineProblem.DuplicateNode(node.id(), nodes.size()));
      } else if (node.id() < 0 || node.id() >= nodes.size()) {
        problems.add(new MachineProblem.NodeNumber(node.id(), nodes.size()));
      }
    }
  }

  private void checkMemory() {
    ByteSize sum = ByteSize.of(0);
    for (NumaNode node : nodes) {
      long next = sum.bytes() + node.memory().bytes();
      if (Long.compareUnsigned(next, sum.bytes()) < 0) {
        problems.add(new MachineProblem.NodeMemoryOverflow(node.id(), node.memory()));
        return;
      }
      sum = ByteSize.of(next);
      if (!node.memory().isMultipleOf(ByteSize.MIB)) {
        problems.add(
            new MachineProblem.UnevenNodeMemory(node.id(), node.memory(), nearest(node.memory())));
      }
    }
    if (!sum.equals(memory)) {
      problems.add(new MachineProblem.NodeMemorySum(sum, memory));
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
      problems.add(new MachineProblem.NodeProcessors(node.id(), range, cpus));
    }
    for (NumaNode other : earlier) {
      if (other.cpus().stream().anyMatch(range::overlaps)) {
        problems.add(
            new MachineProblem.SharedProcessors(node.id(), range, other.id(), other.cpus().get()));
      }
    }
  }
}
