package org.memslot.bios.acpi;

import java.util.ArrayList;
import java.util.List;
import org.memslot.bios.E820Entry;
import org.memslot.bios.E820Map;
import org.memslot.bios.E820Type;
import org.memslot.bios.SlotInformation;
import org.memslot.machine.AddressRange;

/**
 * Judges whether what SRAT says of memory agrees with the e820 map and with the memory devices: an
 * operating system that finds them at odds drops one or the other without a word.
 */
public final class MemoryLint {
  private static final String TABLE = "SRAT";

  private final List<Affinity> memory = new ArrayList<>();

  /** A memory entry that counts, and where it stands. */
  private record Affinity(SratEntry.MemoryAffinity entry, AddressRange range, int offset) {}

  private MemoryLint(Srat srat) {
    int offset = 48;
    for (SratEntry entry : srat.entries()) {
      ByteFieldWriter size = new ByteFieldWriter();
      entry.describe(size);
      if (entry instanceof SratEntry.MemoryAffinity affinity
          && affinity.isEnabled()
          && affinity.length() != 0
          && Long.compareUnsigned(affinity.base() + affinity.length() - 1, affinity.base()) >= 0) {
        memory.add(
            new Affinity(affinity, AddressRange.of(affinity.base(), affinity.length()), offset));
      }
      offset += size.toArray().length;
    }
  }

  /**
   * What is wrong between the three; nothing is an empty list.
   *
   * @param srat the table
   * @param e820 the map that the guest gets
   * @param slots the memory devices
   */
  public static List<TableProblem> check(Srat srat, E820Map e820, List<SlotInformation> slots) {
    MemoryLint lint = new MemoryLint(srat);
    List<TableProblem> problems = new ArrayList<>();
    lint.checkOverlaps(problems);
    lint.checkE820(e820, problems);
    slots.forEach(slot -> lint.checkSlot(slot, problems));
    return List.copyOf(problems);
  }

  private void checkOverlaps(List<TableProblem> problems) {
    for (int i = 0; i < memory.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (memory.get(i).range().overlaps(memory.get(j).range())) {
          problems.add(
              new TableProblem(
                  TABLE,
                  memory.get(i).offset(),
                  "memory %s overlaps %s".formatted(memory.get(i).range(), memory.get(j).range())));
        }
      }
    }
  }

  private void checkE820(E820Map e820, List<TableProblem> problems) {
    E820Map domainless = e820;
    for (Affinity affinity : memory) {
      domainless = domainless.carve(affinity.range());
      boolean present =
          e820.entries().stream().anyMatch(entry -> entry.range().overlaps(affinity.range()));
      if (!present && !affinity.entry().isHotPluggable()) {
        problems.add(
            new TableProblem(
                TABLE,
                affinity.offset(),
                "memory %s is neither in e820 nor hot-pluggable".formatted(affinity.range())));
      }
    }
    for (E820Entry entry : domainless.entries()) {
      if (entry.type().equals(E820Type.RAM)) {
        problems.add(
            new TableProblem(TABLE, 0, "RAM %s of e820 is in no domain".formatted(entry.range())));
      }
    }
  }

  private void checkSlot(SlotInformation slot, List<TableProblem> problems) {
    List<Affinity> spanning =
        memory.stream().filter(affinity -> affinity.range().contains(slot.range())).toList();
    if (spanning.isEmpty()) {
      problems.add(
          new TableProblem(
              TABLE, 0, "memory device %s is in no memory entry".formatted(slot.range())));
    }
    for (Affinity affinity : spanning) {
      if (!affinity.entry().isHotPluggable() || affinity.entry().domain() != slot.node()) {
        problems.add(
            new TableProblem(
                TABLE,
                affinity.offset(),
                "memory device %s of domain %d: the entry has domain %d and %s"
                    .formatted(
                        slot.range(),
                        slot.node(),
                        affinity.entry().domain(),
                        affinity.entry().isHotPluggable()
                            ? "is hot-pluggable"
                            : "is not hot-pluggable")));
      }
    }
  }
}
