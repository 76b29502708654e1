package org.memslot.bios;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.memslot.aml.ByteList;
import org.memslot.aml.memory.MemoryHotplugRegisters;
import org.memslot.machine.AddressRange;

/**
 * What fw_cfg key 0x0d tells the firmware: NUMA nodes and memory slots. All values are u64,
 * little-endian.
 *
 * <p>{@link Layout#V1}, of the first version of the 2012 series, and {@link Layout#LATER} hold the
 * same; in the later one the slot count stands after the node memory, so that firmware which knows
 * only the nodes reads what it expects. The bytes do not say which layout they have.
 *
 * @param cpuNodes the node of each processor that may ever be present, by processor number
 * @param nodeMemory the boot memory of each node in bytes, by node number; empty without NUMA
 * @param slots every slot, populated or not, by slot number
 */
public record ParavirtInformation(
    List<Integer> cpuNodes, List<Long> nodeMemory, List<SlotInformation> slots) {
  /** The highest node number: SRAT of the first revision has one byte for it. */
  public static final int MAX_NODE = 255;

  /** The most slots that are read: as many as devices MP00 to MFFF can have names. */
  public static final int MAX_SLOTS = MemoryHotplugRegisters.MAX_SLOTS;

  private static final String STRUCTURE = "fw_cfg 0x0d";

  /** Where the slot count stands. */
  public enum Layout {
    /** {@code nodes, slots, cpu nodes..., node memory..., (start, size, node)...}. */
    V1,
    /** {@code nodes, cpu nodes..., node memory..., slots, (start, size, node)...}. */
    LATER
  }

  /**
   * @throws FirmwareLimitException if there are more nodes or slots than the formats can say
   * @throws IllegalArgumentException if a processor or a node's memory is of no node
   */
  public ParavirtInformation {
    cpuNodes = List.copyOf(cpuNodes);
    nodeMemory = List.copyOf(nodeMemory);
    slots = List.copyOf(slots);
    if (nodeMemory.size() > MAX_NODE + 1) {
      throw new FirmwareLimitException(
          "NUMA nodes", nodeMemory.size(), MAX_NODE + 1, "proximity domains are 0 to 255");
    }
    if (slots.size() > MAX_SLOTS) {
      throw new FirmwareLimitException(
          "memory slots",
          slots.size(),
          MAX_SLOTS,
          "no hotplug interface serves more; use fewer, larger slots");
    }
    for (int cpu = 0; cpu < cpuNodes.size(); cpu++) {
      int node = cpuNodes.get(cpu);
      if (node < 0 || node >= Math.max(1, nodeMemory.size())) {
        throw new IllegalArgumentException(
            "processor %d: node %d, there are %d nodes".formatted(cpu, node, nodeMemory.size()));
      }
    }
  }

  /** The bytes of key 0x0d. */
  public ByteList encode(Layout layout) {
    int words = 2 + cpuNodes.size() + nodeMemory.size() + 3 * slots.size();
    ByteBuffer out = ByteBuffer.allocate(8 * words).order(ByteOrder.LITTLE_ENDIAN);
    out.putLong(nodeMemory.size());
    if (layout == Layout.V1) {
      out.putLong(slots.size());
    }
    cpuNodes.forEach(out::putLong);
    nodeMemory.forEach(out::putLong);
    if (layout == Layout.LATER) {
      out.putLong(slots.size());
    }
    for (SlotInformation slot : slots) {
      out.putLong(slot.range().first()).putLong(slot.range().length()).putLong(slot.node());
    }
    return ByteList.of(out.array());
  }

  /**
   * Reads the bytes of key 0x0d. As from the item itself, words after the end read as zero, so that
   * the item of a hypervisor without slots reads as no slots.
   *
   * @param cpus how many processors the item lists: the value of {@link FwCfgKey#MAX_CPUS}
   * @throws FirmwareDataException if a count or a node is over its limit, or a slot is no range
   */
  public static ParavirtInformation decode(ByteList content, Layout layout, int cpus) {
    ByteBuffer in = ByteBuffer.wrap(content.toArray()).order(ByteOrder.LITTLE_ENDIAN);
    return read(() -> in.remaining() >= 8 ? in.getLong() : 0, layout, cpus);
  }

  /**
   * Reads key 0x0d word by word, as firmware does: the item's size is not known to it.
   *
   * @param words gives the next u64
   * @param cpus how many processors the item lists: the value of {@link FwCfgKey#MAX_CPUS}
   * @throws FirmwareDataException as {@link #decode}
   */
  public static ParavirtInformation read(LongSupplier words, Layout layout, int cpus) {
    WordReader in = new WordReader(words);
    int nodes = in.count("nodes", MAX_NODE + 1);
    int slotCount = layout == Layout.V1 ? in.count("slots", MAX_SLOTS) : 0;
    List<Integer> cpuNodes = new ArrayList<>();
    for (int cpu = 0; cpu < cpus; cpu++) {
      cpuNodes.add(in.count("node of processor " + cpu, Math.max(0, nodes - 1)));
    }
    List<Long> nodeMemory = new ArrayList<>();
    for (int node = 0; node < nodes; node++) {
      nodeMemory.add(in.next());
    }
    if (layout == Layout.LATER) {
      slotCount = in.count("slots", MAX_SLOTS);
    }
    List<SlotInformation> slots = new ArrayList<>();
    for (int slot = 0; slot < slotCount; slot++) {
      AddressRange range = in.range("slot " + slot);
      slots.add(new SlotInformation(range, in.count("node of slot " + slot, MAX_NODE)));
    }
    return new ParavirtInformation(cpuNodes, nodeMemory, slots);
  }

  /** The item's words with their offset, for messages. */
  private static final class WordReader {
    private final LongSupplier words;
    private long offset;

    WordReader(LongSupplier words) {
      this.words = words;
    }

    long next() {
      offset += 8;
      return words.getAsLong();
    }

    int count(String what, int limit) {
      long value = next();
      if (Long.compareUnsigned(value, limit) > 0) {
        throw new FirmwareDataException(
            STRUCTURE,
            offset - 8,
            "%s: %s, at most %d".formatted(what, Long.toUnsignedString(value), limit));
      }
      return (int) value;
    }

    AddressRange range(String what) {
      long start = next();
      long size = next();
      if (size == 0 || Long.compareUnsigned(start + size - 1, start) < 0) {
        throw new FirmwareDataException(
            STRUCTURE,
            offset - 16,
            "%s: size 0x%x at 0x%x is empty or passes 2^64".formatted(what, size, start));
      }
      return new AddressRange(start, start + size - 1);
    }
  }
}
