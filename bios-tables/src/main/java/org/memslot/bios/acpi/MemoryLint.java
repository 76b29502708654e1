package org.memslot.bios.acpi;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.memslot.aml.diagnostic.Finding;
import org.memslot.bios.E820Entry;
import org.memslot.bios.E820Map;
import org.memslot.bios.E820Type;
import org.memslot.bios.SlotInformation;
import org.memslot.bios.acpi.layout.GroupView;
import org.memslot.bios.acpi.layout.TableRule;
import org.memslot.bios.acpi.layout.TableView;
import org.memslot.machine.AddressRange;

/**
 * Checks what the SRAT says of memory: by itself, and against the e820 map and the memory devices.
 * An operating system that finds them at odds drops one or the other without a word.
 */
public final class MemoryLint {
  private static final int MEMORY_AFFINITY = 1;

  private final String name;
  private final List<Affinity> memory = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();

  /** A memory entry that counts, and where it stands. */
  private record Affinity(SratEntry.MemoryAffinity entry, AddressRange range, int offset) {}

  private MemoryLint(String name, TableView srat) {
    this.name = name;
    for (GroupView entry : srat.subtables(MEMORY_AFFINITY)) {
      OptionalLong flags = entry.number("Flags"); // the last field: those before it are there, too
      if (flags.isPresent()) {
        SratEntry.MemoryAffinity affinity =
            new SratEntry.MemoryAffinity(
                entry.number("Proximity Domain").orElseThrow(),
                entry.number("Base Address").orElseThrow(),
                entry.number("Address Length").orElseThrow(),
                flags.orElseThrow());
        if (affinity.isEnabled()) {
          add(affinity, entry.offset());
        }
      }
    }
  }

  private void add(SratEntry.MemoryAffinity affinity, int offset) {
    long last = affinity.base() + affinity.length() - 1;
    if (affinity.length() == 0 || Long.compareUnsigned(last, affinity.base()) < 0) {
      find(
          TableRule.AFFINITY_RANGE,
          offset,
          "0x%x bytes at 0x%x are none or pass 2^64".formatted(affinity.length(), affinity.base()));
    } else {
      memory.add(
          new Affinity(affinity, AddressRange.of(affinity.base(), affinity.length()), offset));
    }
  }

  private void find(TableRule rule, int offset, String message) {
    String place =
        offset == 0 ? "Memory Affinity" : "Memory Affinity at offset 0x%x".formatted(offset);
    findings.add(new Finding(rule, name, place, message));
  }

  /**
   * Returns what is wrong with the memory of an SRAT by itself; an empty list if nothing is.
   *
   * @param name what findings call the table
   * @param srat the table
   */
  public static List<Finding> check(String name, TableView srat) {
    MemoryLint lint = new MemoryLint(name, srat);
    lint.checkOverlaps();
    return List.copyOf(lint.findings);
  }

  /**
   * Returns what is wrong with the memory of an SRAT by itself and beside the firmware's map and
   * the memory devices; an empty list if nothing is.
   *
   * @param name what findings call the table
   * @param srat the table
   * @param e820 the map that the guest gets
   * @param slots the memory devices
   */
  public static List<Finding> check(
      String name, Srat srat, E820Map e820, List<SlotInformation> slots) {
    MemoryLint lint = new MemoryLint(name, srat.view());
    lint.checkOverlaps();
    lint.checkE820(e820);
    slots.forEach(lint::checkSlot);
    return List.copyOf(lint.findings);
  }

  private void checkOverlaps() {
    List<Affinity> sorted = new ArrayList<>(memory);
    sorted.sort((a, b) -> Long.compareUnsigned(a.range().first(), b.range().first()));
    @Nullable Affinity before = null;
    for (Affinity one : sorted) {
      if (before != null && one.range().overlaps(before.range())) {
        boolean sameDomain = one.entry().domain() == before.entry().domain();
        find(
            sameDomain ? TableRule.AFFINITY_REPEATED : TableRule.AFFINITY_OVERLAP,
            one.offset(),
            "memory %s of domain %d overlaps %s of domain %d"
                .formatted(
                    one.range(), one.entry().domain(), before.range(), before.entry().domain()));
      }
      if (before == null || Long.compareUnsigned(one.range().last(), before.range().last()) > 0) {
        before = one;
      }
    }
  }

  private void checkE820(E820Map e820) {
    E820Map domainless = e820;
    for (Affinity affinity : memory) {
      domainless = domainless.carve(affinity.range());
      boolean present =
          e820.entries().stream().anyMatch(entry -> entry.range().overlaps(affinity.range()));
      if (!present && !affinity.entry().isHotPluggable()) {
        find(
            TableRule.AFFINITY_WITHOUT_MEMORY,
            affinity.offset(),
            "memory %s is neither in e820 nor hot-pluggable".formatted(affinity.range()));
      }
    }
    for (E820Entry entry : domainless.entries()) {
      if (entry.type().equals(E820Type.RAM)) {
        find(
            TableRule.MEMORY_WITHOUT_DOMAIN,
            0,
            "RAM %s of e820 is in no domain".formatted(entry.range()));
      }
    }
  }

  private void checkSlot(SlotInformation slot) {
    List<Affinity> spanning =
        memory.stream().filter(affinity -> affinity.range().contains(slot.range())).toList();
    if (spanning.isEmpty()) {
      find(
          TableRule.DEVICE_AFFINITY,
          0,
          "memory device %s is in no memory entry".formatted(slot.range()));
    }
    for (Affinity affinity : spanning) {
      if (!affinity.entry().isHotPluggable() || affinity.entry().domain() != slot.node()) {
        find(
            TableRule.DEVICE_AFFINITY,
            affinity.offset(),
            "memory device %s of domain %d: the entry has domain %d and %s"
                .formatted(
                    slot.range(),
                    slot.node(),
                    affinity.entry().domain(),
                    affinity.entry().isHotPluggable()
                        ? "is hot-pluggable"
                        : "is not hot-pluggable"));
      }
    }
  }
}
