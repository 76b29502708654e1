package org.memslot.bios;

import org.memslot.machine.AddressRange;

/**
 * A memory slot as the firmware is told of it.
 *
 * @param range its guest-physical addresses
 * @param node its NUMA node, which is its proximity domain
 */
public record SlotInformation(AddressRange range, int node) {
  /**
   * @throws IllegalArgumentException if the node is not 0 to 255
   */
  public SlotInformation {
    if (node < 0 || node > ParavirtInformation.MAX_NODE) {
      throw new IllegalArgumentException(
          "slot %s: node %d, must be 0 to %d".formatted(range, node, ParavirtInformation.MAX_NODE));
    }
  }
}
