package org.memslot.hotplug.slot;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.memslot.machine.AddressRange;

/**
 * What a machine's physical address space holds before any slot: the ground on which slots are
 * placed.
 *
 * @param occupied what lies where: RAM, the PCI hole, devices
 * @param floor the lowest address of automatic placement; at least 4 GiB and above all boot memory
 * @param bootMemoryEnd the first address after all boot memory
 * @param addressBits the width of a physical address, 32 to 52
 * @param nodes the proximity domains that exist
 */
public record AddressMap(
    List<Occupied> occupied, long floor, long bootMemoryEnd, int addressBits, Set<Integer> nodes) {
  /**
   * The physical address width of processors with four-level paging as Linux sees them
   * (MAX_PHYSMEM_BITS): 46 bits, 64 TiB.
   */
  public static final int DEFAULT_ADDRESS_BITS = 46;

  /**
   * The addresses from 1012 GiB to 1 TiB, which processors of AMD's with an IOMMU keep for
   * HyperTransport (AMD I/O Virtualization Technology Specification, section 2.1.2): a device
   * cannot reach RAM there. Neither boot memory nor an automatically placed slot has any of them.
   */
  public static final AddressRange HYPER_TRANSPORT =
      new AddressRange(0xfd_0000_0000L, 0xff_ffff_ffffL);

  private static final long FOUR_GIB = 1L << 32;

  /**
   * A range that is taken.
   *
   * @param name by what, for messages
   * @param range the range
   */
  public record Occupied(String name, AddressRange range) {}

  /** Copies the collections and checks the address width. */
  public AddressMap {
    occupied = List.copyOf(occupied);
    nodes = Set.copyOf(nodes);
    if (addressBits < 32 || addressBits > 52) {
      throw new IllegalArgumentException(
          "physical addresses of " + addressBits + " bits; x86-64 has 32 to 52");
    }
  }

  /** A map whose floor is where boot memory ends. */
  public AddressMap(List<Occupied> occupied, long floor, int addressBits, Set<Integer> nodes) {
    this(occupied, floor, floor, addressBits, nodes);
  }

  /**
   * Where a PC's boot memory from 4 GiB up lies, around {@link #HYPER_TRANSPORT}.
   *
   * @param bytes how much of it there is, perhaps 0
   */
  public static List<AddressRange> ramAbove4G(long bytes) {
    long most = HYPER_TRANSPORT.first() - FOUR_GIB;
    if (bytes == 0) {
      return List.of();
    }
    if (bytes <= most) {
      return List.of(AddressRange.of(FOUR_GIB, bytes));
    }
    return List.of(
        AddressRange.of(FOUR_GIB, most), AddressRange.of(HYPER_TRANSPORT.last() + 1, bytes - most));
  }

  /**
   * A PC's map: boot RAM from 0, the PCI hole from its end to 4 GiB, more boot RAM from 4 GiB up.
   *
   * @param ramBelow4G bytes of RAM below 4 GiB, less than 4 GiB
   * @param ramAbove4G bytes of RAM from 4 GiB up, perhaps 0
   * @param nodes the proximity domains that exist; a machine without NUMA nodes has node 0
   */
  public static AddressMap pc(long ramBelow4G, long ramAbove4G, Set<Integer> nodes) {
    return pc(ramBelow4G, ramBelow4G, ramAbove4G, nodes);
  }

  /**
   * A PC's map with room for slots between boot RAM and the PCI hole.
   *
   * @param ramBelow4G bytes of RAM from 0 up, less than 4 GiB
   * @param pciHole the first address of the PCI hole, not below the end of that RAM
   * @param ramAbove4G bytes of RAM from 4 GiB up, perhaps 0
   * @param nodes the proximity domains that exist
   */
  public static AddressMap pc(long ramBelow4G, long pciHole, long ramAbove4G, Set<Integer> nodes) {
    List<Occupied> occupied = new ArrayList<>();
    occupied.add(new Occupied("RAM below 4G", AddressRange.of(0, ramBelow4G)));
    occupied.add(new Occupied("the PCI hole", AddressRange.of(pciHole, FOUR_GIB - pciHole)));
    long end = FOUR_GIB;
    for (AddressRange above : ramAbove4G(ramAbove4G)) {
      occupied.add(new Occupied("RAM above 4G", above));
      end = above.last() + 1;
    }
    return new AddressMap(occupied, end, DEFAULT_ADDRESS_BITS, nodes);
  }

  /** This map with one range more, such as a device's above 4 GiB. */
  public AddressMap with(String name, AddressRange range) {
    List<Occupied> more = new ArrayList<>(occupied);
    more.add(new Occupied(name, range));
    return new AddressMap(more, floor, bootMemoryEnd, addressBits, nodes);
  }

  /** This map with automatic placement from another address up. */
  public AddressMap withFloor(long address) {
    return new AddressMap(occupied, address, bootMemoryEnd, addressBits, nodes);
  }

  /** This map for a processor with another physical address width. */
  public AddressMap withAddressBits(int bits) {
    return new AddressMap(occupied, floor, bootMemoryEnd, bits, nodes);
  }

  /** Every address that the processor has. */
  AddressRange addressable() {
    return AddressRange.of(0, 1L << addressBits);
  }
}
