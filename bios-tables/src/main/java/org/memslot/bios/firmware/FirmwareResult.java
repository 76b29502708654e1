package org.memslot.bios.firmware;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.memslot.bios.E820Map;

/**
 * What the firmware did at reset.
 *
 * @param tables every table with its place, the root pointer first
 * @param memory the map the board gave: each populated slot an entry of its own
 * @param guestMemory the map the guest is given: merged, with the firmware's own ranges reserved
 * @param enabledSlots the numbers of the slots whose devices report present at boot
 */
public record FirmwareResult(
    List<InstalledTable> tables, E820Map memory, E820Map guestMemory, Set<Integer> enabledSlots) {
  /** Copies the collections. */
  public FirmwareResult {
    tables = List.copyOf(tables);
    enabledSlots = Set.copyOf(enabledSlots);
  }

  /** The table of that name. */
  public Optional<InstalledTable> table(String name) {
    return tables.stream().filter(table -> table.name().equals(name)).findFirst();
  }
}
