package org.memslot.cli.inspect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells machines apart. A machine has one DSDT (ACPI 6.5, 5.2.11.1), so all tables are one
 * machine's unless there are several of those. Then each folder, archive and dump with a DSDT is a
 * machine, and what is in folders within it belongs to it, too.
 */
final class Machines {
  private Machines() {}

  /** The tables machine by machine, in their order. */
  static List<List<FoundTable>> of(List<FoundTable> tables) {
    int dsdts = 0;
    for (FoundTable table : tables) {
      if (table.isDsdt()) {
        dsdts++;
      }
    }
    return dsdts <= 1 ? List.of(tables) : byFolder(tables);
  }

  private static List<List<FoundTable>> byFolder(List<FoundTable> tables) {
    Set<String> withDsdt = new HashSet<>();
    for (FoundTable table : tables) {
      if (table.isDsdt()) {
        withDsdt.add(table.folder());
      }
    }
    Map<String, List<FoundTable>> machines = new LinkedHashMap<>();
    for (FoundTable table : tables) {
      List<FoundTable> machine =
          machines.computeIfAbsent(owner(table.folder(), withDsdt), _ -> new ArrayList<>());
      if (table.isDsdt() && hasDsdt(machine)) {
        // Two versions of one machine's table, to be compared.
        machines.put(table.name(), List.of(table));
      } else {
        machine.add(table);
      }
    }
    return List.copyOf(machines.values());
  }

  /** The innermost folder with a DSDT around this one, or this one itself. */
  private static String owner(String folder, Set<String> withDsdt) {
    for (int end = folder.length(); end >= 0; end--) {
      if (isFolderEnd(folder, end) && withDsdt.contains(folder.substring(0, end))) {
        return folder.substring(0, end);
      }
    }
    return folder;
  }

  private static boolean isFolderEnd(String folder, int end) {
    return end == 0 || folder.charAt(end - 1) == '/' || folder.charAt(end - 1) == FoundTable.WITHIN;
  }

  private static boolean hasDsdt(List<FoundTable> machine) {
    for (FoundTable table : machine) {
      if (table.isDsdt()) {
        return true;
      }
    }
    return false;
  }
}
