package org.memslot.cli.map;

import com.google.common.collect.Range;
import com.google.common.collect.RangeSet;
import com.google.common.collect.TreeRangeSet;
import com.google.common.primitives.UnsignedLong;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.memslot.bios.E820Entry;
import org.memslot.bios.E820Type;
import org.memslot.bios.range.UnsignedRanges;
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
  private static final Range<UnsignedLong> BELOW_4G =
      UnsignedRanges.of(AddressRange.of(0, 1L << 32));

  private static final Range<UnsignedLong> ABOVE_4G =
      UnsignedRanges.of(new AddressRange(1L << 32, -1));

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
    RangeSet<UnsignedLong> free = TreeRangeSet.create();
    free.add(UnsignedRanges.of(window));
    others.forEach(other -> free.remove(UnsignedRanges.of(other.range())));
    return free.asRanges().stream()
        .map(UnsignedRanges::addresses)
        .map(
            part ->
                new MapEntry(part, MapEntry.Kind.PCI_WINDOW, "PCI window", "PCI0._CRS of the DSDT"))
        .toList();
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

  /** The entries and what lies between them; at 4 GiB the PCI hole ends. */
  private static List<MapEntry> withGaps(List<MapEntry> entries, long pciHole) {
    RangeSet<UnsignedLong> used = TreeRangeSet.create();
    entries.forEach(entry -> used.add(UnsignedRanges.of(entry.range())));
    RangeSet<UnsignedLong> gaps = used.complement();
    List<MapEntry> whole = new ArrayList<>(entries);
    for (Range<UnsignedLong> gap : gaps.subRangeSet(BELOW_4G).asRanges()) {
      AddressRange range = UnsignedRanges.addresses(gap);
      boolean hole = Long.compareUnsigned(range.first(), pciHole) >= 0;
      whole.add(gap(range, hole ? MapEntry.Kind.PCI_HOLE : MapEntry.Kind.UNASSIGNED));
    }
    for (Range<UnsignedLong> gap : gaps.subRangeSet(used.span()).subRangeSet(ABOVE_4G).asRanges()) {
      whole.add(gap(UnsignedRanges.addresses(gap), MapEntry.Kind.UNASSIGNED));
    }
    whole.sort(Comparator.comparing(MapEntry::range));
    return whole;
  }

  private static MapEntry gap(AddressRange range, MapEntry.Kind kind) {
    return new MapEntry(range, kind, "", "");
  }
}
