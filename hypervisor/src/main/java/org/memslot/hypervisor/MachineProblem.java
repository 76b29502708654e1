package org.memslot.hypervisor;

import org.memslot.hotplug.slot.SlotPlacement;
import org.memslot.hotplug.slot.SlotProblem;
import org.memslot.hypervisor.NumaNode.CpuRange;
import org.memslot.machine.ByteSize;

/**
 * Something wrong with the description of a machine. {@link #message} is one line that names what
 * is wrong, the value and the limit; the components say the same to programs.
 */
public sealed interface MachineProblem {
  /** What the problem is with, and its value. */
  String subject();

  /** What is wrong with it: the limit. */
  String fault();

  /** One line for people. */
  default String message() {
    return subject() + ": " + fault();
  }

  /**
   * Too few or too many processors.
   *
   * @param count of processors
   */
  record Processors(int count) implements MachineProblem {
    @Override
    public String subject() {
      return "%d processors".formatted(count);
    }

    @Override
    public String fault() {
      return "a machine has 1 to %d processors".formatted(MachineConfig.MOST_CPUS);
    }
  }

  /**
   * A width of physical addresses that no processor has.
   *
   * @param bits the width
   */
  record AddressBits(int bits) implements MachineProblem {
    @Override
    public String subject() {
      return "physical addresses of %d bits".formatted(bits);
    }

    @Override
    public String fault() {
      return "physical addresses have %d to %d bits"
          .formatted(MachineConfig.LEAST_ADDRESS_BITS, MachineConfig.MOST_ADDRESS_BITS);
    }
  }

  /**
   * Less boot memory than firmware and a guest need.
   *
   * @param memory boot memory
   */
  record TooLittleMemory(ByteSize memory) implements MachineProblem {
    @Override
    public String subject() {
      return "boot memory of %s".formatted(memory);
    }

    @Override
    public String fault() {
      return "boot memory is at least %s, which firmware tables and a guest need"
          .formatted(MachineConfig.LEAST_MEMORY);
    }
  }

  /**
   * More boot memory than a machine may have.
   *
   * @param memory boot memory
   * @param most the most there may be
   * @param bits the width of physical addresses of which that is half
   */
  record TooMuchMemory(ByteSize memory, ByteSize most, int bits) implements MachineProblem {
    @Override
    public String subject() {
      return "boot memory of %s".formatted(memory);
    }

    @Override
    public String fault() {
      return "boot memory is at most %s, half of what physical addresses of %d bits reach; give slots the rest"
          .formatted(most, bits);
    }
  }

  /**
   * Boot memory that is no multiple of 1 MiB.
   *
   * @param memory boot memory
   * @param nearest the nearest that is
   */
  record UnevenMemory(ByteSize memory, ByteSize nearest) implements MachineProblem {
    @Override
    public String subject() {
      return "boot memory of %s".formatted(memory);
    }

    @Override
    public String fault() {
      return "boot memory is a multiple of 1M; the nearest is %s".formatted(nearest);
    }
  }

  /**
   * Boot memory beyond the last physical address.
   *
   * @param memory boot memory
   * @param last its last address
   * @param bits the width of physical addresses
   */
  record MemoryBeyondAddresses(ByteSize memory, long last, int bits) implements MachineProblem {
    @Override
    public String subject() {
      return "boot memory of %s".formatted(memory);
    }

    @Override
    public String fault() {
      return "boot memory reaches 0x%x and the last physical address is 0x%x (%d bits); give less of it or wider addresses"
          .formatted(last, (1L << bits) - 1, bits);
    }
  }

  /**
   * Two nodes with one number.
   *
   * @param node the number
   * @param count of nodes
   */
  record DuplicateNode(int node, int count) implements MachineProblem {
    @Override
    public String subject() {
      return "node %d".formatted(node);
    }

    @Override
    public String fault() {
      return "two nodes have this number; number them from 0 to %d".formatted(count - 1);
    }
  }

  /**
   * A gap in the numbers of nodes.
   *
   * @param node the number beyond it
   * @param count of nodes
   */
  record NodeNumber(int node, int count) implements MachineProblem {
    @Override
    public String subject() {
      return "node %d".formatted(node);
    }

    @Override
    public String fault() {
      return "nodes are numbered from 0 without gaps, here 0 to %d; renumber it or name the missing nodes"
          .formatted(count - 1);
    }
  }

  /**
   * Nodes with more memory together than a number holds.
   *
   * @param node the first beyond
   * @param memory of that node
   */
  record NodeMemoryOverflow(int node, ByteSize memory) implements MachineProblem {
    @Override
    public String subject() {
      return "node %d with memory of %s".formatted(node, memory);
    }

    @Override
    public String fault() {
      return "the nodes' memory passes 2^64";
    }
  }

  /**
   * A node's memory that is no multiple of 1 MiB.
   *
   * @param node its number
   * @param memory of the node
   * @param nearest the nearest that is
   */
  record UnevenNodeMemory(int node, ByteSize memory, ByteSize nearest) implements MachineProblem {
    @Override
    public String subject() {
      return "node %d with memory of %s".formatted(node, memory);
    }

    @Override
    public String fault() {
      return "a node's memory is a multiple of 1M; the nearest is %s".formatted(nearest);
    }
  }

  /**
   * Nodes whose memory is not the machine's.
   *
   * @param sum of the nodes' memory
   * @param memory boot memory
   */
  record NodeMemorySum(ByteSize sum, ByteSize memory) implements MachineProblem {
    @Override
    public String subject() {
      return "the nodes' memory";
    }

    @Override
    public String fault() {
      return "it adds up to %s and boot memory is %s; make them equal".formatted(sum, memory);
    }
  }

  /**
   * A node with processors that the machine does not have.
   *
   * @param node its number
   * @param range the processors
   * @param cpus how many the machine has
   */
  record NodeProcessors(int node, CpuRange range, int cpus) implements MachineProblem {
    @Override
    public String subject() {
      return "node %d with processors %s".formatted(node, range);
    }

    @Override
    public String fault() {
      return "the machine's processors are 0 to %d".formatted(cpus - 1);
    }
  }

  /**
   * Processors that two nodes have.
   *
   * @param node one of them
   * @param range its processors
   * @param other the other
   * @param taken the other's
   */
  record SharedProcessors(int node, CpuRange range, int other, CpuRange taken)
      implements MachineProblem {
    @Override
    public String subject() {
      return "node %d with processors %s".formatted(node, range);
    }

    @Override
    public String fault() {
      return "node %d has some of these processors already (%s); give each to one node"
          .formatted(other, taken);
    }
  }

  /** The kinds of locality information. */
  enum Locality {
    /** Distances: SLIT. */
    DISTANCES,
    /** Latency and bandwidth: HMAT. */
    PERFORMANCE
  }

  /**
   * Locality information for some nodes only.
   *
   * @param kind which information
   * @param said the number of nodes that have it
   * @param nodes the number of nodes
   */
  record PartialLocality(Locality kind, int said, int nodes) implements MachineProblem {
    @Override
    public String subject() {
      return switch (kind) {
        case DISTANCES -> "distances";
        case PERFORMANCE -> "latency and bandwidth";
      };
    }

    @Override
    public String fault() {
      return "it is said of %d nodes, the machine has %d; say it of all or of none"
          .formatted(said, nodes);
    }
  }

  /**
   * Boot memory and named slots that pass 2<sup>64</sup>.
   *
   * @param maximum the most memory the machine may have
   * @param slot the first slot beyond
   */
  record SlotsOverflow(ByteSize maximum, String slot) implements MachineProblem {
    @Override
    public String subject() {
      return "memory of at most %s".formatted(maximum);
    }

    @Override
    public String fault() {
      return "boot memory and the named slots up to %s pass 2^64; make slots smaller"
          .formatted(slot);
    }
  }

  /**
   * Less memory allowed than the machine has.
   *
   * @param maximum the most memory the machine may have
   * @param taken by boot memory and named slots
   */
  record MaximumTooSmall(ByteSize maximum, ByteSize taken) implements MachineProblem {
    @Override
    public String subject() {
      return "memory of at most %s".formatted(maximum);
    }

    @Override
    public String fault() {
      return "boot memory and the named slots are %s together; allow %s or more"
          .formatted(taken, taken);
    }
  }

  /**
   * Less memory for anonymous slots than one block each.
   *
   * @param slots how many
   * @param maximum the most memory the machine may have
   * @param left for them
   * @param needed the least maximum with which they fit
   */
  record SlotsTooSmall(int slots, ByteSize maximum, ByteSize left, ByteSize needed)
      implements MachineProblem {
    @Override
    public String subject() {
      return "%d slots and memory of at most %s".formatted(slots, maximum);
    }

    @Override
    public String fault() {
      return "a slot has at least %s, and %s is left for all; give fewer slots or allow %s"
          .formatted(ByteSize.of(SlotPlacement.BLOCK_SIZE), left, needed);
    }
  }

  /**
   * Anonymous slots that no addresses are left for.
   *
   * @param slots how many
   * @param maximum the most memory the machine may have
   * @param capacity of the slots
   * @param bits the width of physical addresses
   * @param from the first address that they may have
   */
  record NoAddresses(int slots, ByteSize maximum, ByteSize capacity, int bits, long from)
      implements MachineProblem {
    @Override
    public String subject() {
      return "%d slots and memory of at most %s".formatted(slots, maximum);
    }

    @Override
    public String fault() {
      return "the slots' %s do not fit into the addresses of %d bits from 0x%x up; allow less memory or give fewer slots"
          .formatted(capacity, bits, from);
    }
  }

  /**
   * A problem of a slot.
   *
   * @param problem which
   */
  record OfSlot(SlotProblem problem) implements MachineProblem {
    @Override
    public String subject() {
      return "a slot";
    }

    @Override
    public String fault() {
      return problem.message();
    }

    @Override
    public String message() {
      return problem.message();
    }
  }

  /**
   * More of something than firmware can tell a guest of.
   *
   * @param fault of what, how much, and the limit
   */
  record FirmwareLimit(String fault) implements MachineProblem {
    @Override
    public String subject() {
      return "firmware tables";
    }
  }
}
