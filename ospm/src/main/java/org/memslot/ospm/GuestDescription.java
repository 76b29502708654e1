package org.memslot.ospm;

import java.util.List;
import java.util.Optional;
import org.memslot.machine.AddressRange;

/**
 * What the guest knows at one moment, for people to read.
 *
 * @param state where it is in its life
 * @param memoryTotal the bytes of memory it uses, the way MemTotal counts them
 * @param nodes the memory of each NUMA node, by node number
 * @param devices the memory devices, in the order of the namespace
 * @param tables the signatures of the tables it uses, in the order found
 * @param enabledGpes the numbers of the general-purpose events it answers
 */
public record GuestDescription(
    GuestState state,
    long memoryTotal,
    List<NodeMemory> nodes,
    List<MemoryDevice> devices,
    List<String> tables,
    List<Integer> enabledGpes) {

  /** Copies the lists. */
  public GuestDescription {
    nodes = List.copyOf(nodes);
    devices = List.copyOf(devices);
    tables = List.copyOf(tables);
    enabledGpes = List.copyOf(enabledGpes);
  }

  /**
   * The memory of a NUMA node.
   *
   * @param node its number
   * @param bytes the memory in use
   * @param blocks the number of 128 MiB blocks of which at least a part is in use
   */
  public record NodeMemory(int node, long bytes, int blocks) {}

  /**
   * A memory device.
   *
   * @param path its path in the namespace
   * @param present whether it was there when last looked at
   * @param online whether its memory is in use
   * @param range its addresses, once known
   * @param node its NUMA node, once known, else 0
   * @param inUse whether {@link EmbeddedGuest#use} marks some of it, so that it cannot be removed
   */
  public record MemoryDevice(
      String path,
      boolean present,
      boolean online,
      Optional<AddressRange> range,
      int node,
      boolean inUse) {}
}
