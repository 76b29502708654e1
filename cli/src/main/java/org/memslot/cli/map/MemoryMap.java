package org.memslot.cli.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.memslot.bios.E820Entry;
import org.memslot.bios.E820Type;
import org.memslot.hotplug.MemorySlot;
import org.memslot.hypervisor.PcBoard;
import org.memslot.machine.AddressRange;
import org.memslot.machine.AliasRegion;
import org.memslot.machine.ContainerRegion;
import org.memslot.machine.DeviceRegion;
import org.memslot.machine.FlatRange;
import org.memslot.machine.RamRegion;
import org.memslot.machine.RomRegion;

/**
 * What lies where in a machine's physical address space, from address 0 to the last that is used,
 * without a gap.
 *
 * @param entries in the order of their addresses
 */
public record MemoryMap(List<MapEntry> entries) {
  private static final long FOUR_GIB = 1L << 32;

  /** Copies the entries. */
  public MemoryMap {
    entries = List.copyOf(entries);
  }

  /** The map of a board that has power. */
  public static MemoryMap of(PcBoard board) {
    List<MapEntry> entries = new ArrayList<>();
    List<MemorySlot> slots = board.slots().slots();
    for (FlatRange range : board.memory().view().ranges()) {
      if (slots.stream().noneMatch(slot -> isMemoryOf(slot, range.range()))) {
        addWithFirmware(board, onBus(range), entries);
      }
    }
    slots.forEach(slot -> slot.range().ifPresent(range -> entries.add(slot(slot, range))));
    board.pciWindows().forEach(window -> entries.addAll(pciWindow(window, List.copyOf(entries))));
    entries.sort(Comparator.comparing(MapEntry::range));
    return new MemoryMap(withGaps(entries, board.config().pciHole()));
  }

  private static boolean isMemoryOf(MemorySlot slot, AddressRange range) {
    return slot.range().filter(own -> own.contains(range)).isPresent();
  }

  private static MapEntry slot(MemorySlot slot, AddressRange range) {
    return new MapEntry(
        range,
        slot.state().hasMemory() ? MapEntry.Kind.POPULATED_SLOT : MapEntry.Kind.EMPTY_SLOT,
        "memslot " + slot.id(),
        "node %d, %s".formatted(slot.node(), slot.state().word()));
  }

  /** What of a window nothing answers in yet. */
  private static List<MapEntry> pciWindow(AddressRange window, List<MapEntry> others) {
    List<AddressRange> free = List.of(window);
    for (MapEntry other : others) {
      free = free.stream().flatMap(part -> without(part, other.range())).toList();
    }
    return free.stream()
        .map(
            part ->
                new MapEntry(part, MapEntry.Kind.PCI_WINDOW, "PCI window", "PCI0._CRS of the DSDT"))
        .toList();
  }

  private static Stream<AddressRange> without(AddressRange range, AddressRange hole) {
    if (!range.overlaps(hole)) {
      return Stream.of(range);
    }
    Stream.Builder<AddressRange> rest = Stream.builder();
    if (Long.compareUnsigned(range.first(), hole.first()) < 0) {
      rest.add(new AddressRange(range.first(), hole.first() - 1));
    }
    if (Long.compareUnsigned(range.last(), hole.last()) > 0) {
      rest.add(new AddressRange(hole.last() + 1, range.last()));
    }
    return rest.build();
  }

  private static MapEntry onBus(FlatRange range) {
    MapEntry.Kind kind =
        switch (range.region()) {
          case RamRegion _ -> MapEntry.Kind.RAM;
          case RomRegion _ -> MapEntry.Kind.ROM;
          case DeviceRegion _, AliasRegion _, ContainerRegion _ -> MapEntry.Kind.DEVICE;
        };
    return new MapEntry(range.range(), kind, range.region().name(), "");
  }

  /** Boot memory, cut where the firmware has reserved some. */
  private static void addWithFirmware(PcBoard board, MapEntry entry, List<MapEntry> entries) {
    List<E820Entry> guests =
        board.firmware().map(result -> result.guestMemory().entries()).orElse(List.of());
    if (entry.kind() != MapEntry.Kind.RAM || guests.isEmpty()) {
      entries.add(entry);
      return;
    }
    for (E820Entry guest : guests) {
      Optional<AddressRange> part = guest.range().intersection(entry.range());
      part.ifPresent(
          range ->
              entries.add(
                  guest.type().equals(E820Type.RAM)
                      ? new MapEntry(range, entry.kind(), entry.name(), "")
                      : new MapEntry(
                          range, MapEntry.Kind.FIRMWARE, entry.name(), "e820: " + guest.type())));
    }
  }

  private static List<MapEntry> withGaps(List<MapEntry> entries, long pciHole) {
    List<MapEntry> whole = new ArrayList<>();
    long next = 0;
    for (MapEntry entry : entries) {
      gap(next, entry.range().first(), pciHole, whole);
      whole.add(entry);
      next = entry.range().last() + 1;
    }
    if (Long.compareUnsigned(next, FOUR_GIB) < 0) {
      gap(next, FOUR_GIB, pciHole, whole);
    }
    return whole;
  }

  /** What is between {@code first} and {@code end}, exclusive; at 4 GiB the PCI hole ends. */
  private static void gap(long first, long end, long pciHole, List<MapEntry> whole) {
    if (Long.compareUnsigned(first, end) >= 0) {
      return;
    }
    boolean below = Long.compareUnsigned(first, FOUR_GIB) < 0;
    if (below && Long.compareUnsigned(end, FOUR_GIB) > 0) {
      gap(first, FOUR_GIB, pciHole, whole);
      gap(FOUR_GIB, end, pciHole, whole);
      return;
    }
    boolean hole = below && Long.compareUnsigned(first, pciHole) >= 0;
    whole.add(
        new MapEntry(
            new AddressRange(first, end - 1),
            hole ? MapEntry.Kind.PCI_HOLE : MapEntry.Kind.UNASSIGNED,
            "",
            ""));
  }
}
