package org.memslot.bios;

import com.google.common.collect.RangeMap;
import com.google.common.collect.TreeRangeMap;
import com.google.common.primitives.UnsignedLong;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.memslot.aml.ByteList;
import org.memslot.bios.range.UnsignedRanges;
import org.memslot.machine.AddressRange;

/**
 * The map of guest-physical memory that a PC's firmware hands to the operating system (ACPI 6.5,
 * chapter 15): an immutable list of entries in ascending order of address, none of which overlap.
 *
 * <p><b>Entries keep their identity.</b> {@link #add} never merges. A memory slot that is populated
 * is an entry of its own, even where it touches boot RAM or another slot, so it can be taken away
 * again by {@link #remove}, after any number of reboots. Only {@link #merged} joins neighbours, and
 * its result is what a guest is given.
 *
 * <p><b>What goes where over a reboot.</b> With {@code --reboot keep} the board lists each slot
 * that is populated at reset as its own RAM entry here; the firmware then enables exactly the
 * devices whose whole range {@linkplain #spans one RAM entry spans}. The guest finds the memory in
 * its e820 at boot, and the device reports present. With {@code --reboot forget} the board takes
 * the slots out of the bus first; they have no entry, and their devices report absent. In both
 * cases slots that are not populated are in no e820 entry: they are only in SRAT, as hot-pluggable.
 * With QEMU's interface a populated slot has no entry either: there the guest finds its memory by
 * the device, whose registers, not MEON, say that it is present.
 */
public final class E820Map {
  /** No memory at all. */
  public static final E820Map EMPTY = new E820Map(List.of());

  /** Bytes of an entry: u64 address, u64 length, u32 type, little-endian. */
  public static final int ENTRY_SIZE = 20;

  private final List<E820Entry> entries;

  private E820Map(List<E820Entry> entries) {
    this.entries = entries;
  }

  /**
   * The map with these entries, given in any order.
   *
   * @throws E820OverlapException if two of them overlap
   */
  public static E820Map of(List<E820Entry> entries) {
    List<E820Entry> sorted = entries.stream().sorted().toList();
    for (int i = 1; i < sorted.size(); i++) {
      if (sorted.get(i).range().overlaps(sorted.get(i - 1).range())) {
        throw new E820OverlapException(sorted.get(i), sorted.get(i - 1));
      }
    }
    return new E820Map(sorted);
  }

  /** All entries, ascending. */
  public List<E820Entry> entries() {
    return entries;
  }

  /**
   * This map and one more entry, which stays an entry of its own.
   *
   * @throws E820OverlapException if something is there already
   */
  public E820Map add(AddressRange range, E820Type type) {
    List<E820Entry> more = new ArrayList<>(entries);
    more.add(new E820Entry(range, type));
    return of(more);
  }

  /** This map without the entry that is exactly {@code range}; unchanged when there is none. */
  public E820Map remove(AddressRange range) {
    return new E820Map(entries.stream().filter(e -> !e.range().equals(range)).toList());
  }

  /** This map with nothing in {@code range}: entries that reach into it are cut, or split. */
  public E820Map carve(AddressRange range) {
    RangeMap<UnsignedLong, E820Type> left = TreeRangeMap.create();
    entries.forEach(entry -> left.put(UnsignedRanges.of(entry.range()), entry.type()));
    left.remove(UnsignedRanges.of(range));
    return of(left);
  }

  /** This map with {@code range} of one type, whatever it was before. */
  public E820Map set(AddressRange range, E820Type type) {
    return carve(range).add(range, type);
  }

  /** {@link #set} to {@link E820Type#RESERVED}. */
  public E820Map reserve(AddressRange range) {
    return set(range, E820Type.RESERVED);
  }

  /** This map with neighbours of one type joined: what is handed to a guest. */
  public E820Map merged() {
    RangeMap<UnsignedLong, E820Type> joined = TreeRangeMap.create();
    entries.forEach(e -> joined.putCoalescing(UnsignedRanges.of(e.range()), e.type()));
    return of(joined);
  }

  private static E820Map of(RangeMap<UnsignedLong, E820Type> types) {
    List<E820Entry> entries = new ArrayList<>();
    types
        .asMapOfRanges()
        .forEach(
            (range, type) -> entries.add(new E820Entry(UnsignedRanges.addresses(range), type)));
    return new E820Map(List.copyOf(entries));
  }

  /** Whether one RAM entry spans all of {@code range}: the rule by which a slot is enabled. */
  public boolean spans(AddressRange range) {
    for (E820Entry entry : entries) {
      if (entry.isRamSpanning(range)) {
        return true;
      }
    }
    return false;
  }

  /** The bytes of RAM. */
  public long ramBytes() {
    return ramBytes(entry -> true);
  }

  /** The bytes of RAM in those entries that {@code wanted} accepts. */
  public long ramBytes(Predicate<E820Entry> wanted) {
    return entries.stream()
        .filter(entry -> entry.type().equals(E820Type.RAM))
        .filter(wanted)
        .mapToLong(entry -> entry.range().length())
        .sum();
  }

  /** The form of {@code etc/e820}: {@value #ENTRY_SIZE} bytes an entry, nothing else. */
  public ByteList encode() {
    ByteBuffer out =
        ByteBuffer.allocate(entries.size() * ENTRY_SIZE).order(ByteOrder.LITTLE_ENDIAN);
    put(out);
    return ByteList.of(out.array());
  }

  /** The form of fw_cfg key 0x8003: a u32 count, then the entries as in {@link #encode}. */
  public ByteList encodeTable() {
    ByteBuffer out =
        ByteBuffer.allocate(4 + entries.size() * ENTRY_SIZE).order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(entries.size());
    put(out);
    return ByteList.of(out.array());
  }

  private void put(ByteBuffer out) {
    for (E820Entry entry : entries) {
      out.putLong(entry.range().first());
      out.putLong(entry.range().length());
      out.putInt(entry.type().code());
    }
  }

  /**
   * Reads the form of {@code etc/e820}.
   *
   * @throws FirmwareDataException if the bytes are not whole entries, or an entry is empty, reaches
   *     over the end of the address space or overlaps another
   */
  public static E820Map decode(ByteList content) {
    return decode("etc/e820", content, 0);
  }

  /**
   * Reads the form of fw_cfg key 0x8003. Bytes after the last counted entry are ignored.
   *
   * @throws FirmwareDataException as {@link #decode(ByteList)}, and if the count is more than the
   *     bytes hold
   */
  public static E820Map decodeTable(ByteList content) {
    String structure = "fw_cfg 0x8003";
    ByteBuffer in = ByteBuffer.wrap(content.toArray()).order(ByteOrder.LITTLE_ENDIAN);
    long count;
    try {
      count = Integer.toUnsignedLong(in.getInt());
    } catch (BufferUnderflowException e) {
      throw new FirmwareDataException(
          structure, 0, "the count needs 4 bytes, there are " + content.length());
    }
    if (count > in.remaining() / ENTRY_SIZE) {
      throw new FirmwareDataException(
          structure, 0, count + " entries counted in " + in.remaining() + " bytes");
    }
    return decode(structure, content.slice(4, (int) count * ENTRY_SIZE), 4);
  }

  private static E820Map decode(String structure, ByteList content, int base) {
    if (content.length() % ENTRY_SIZE != 0) {
      throw new FirmwareDataException(
          structure,
          base + content.length() - content.length() % ENTRY_SIZE,
          "entry of %d bytes ends after %d".formatted(ENTRY_SIZE, content.length() % ENTRY_SIZE));
    }
    ByteBuffer in = ByteBuffer.wrap(content.toArray()).order(ByteOrder.LITTLE_ENDIAN);
    List<E820Entry> entries = new ArrayList<>();
    while (in.hasRemaining()) {
      int offset = base + in.position();
      long address = in.getLong();
      long length = in.getLong();
      E820Type type = new E820Type(in.getInt());
      if (length == 0 || overflows(address, length)) {
        throw new FirmwareDataException(
            structure,
            offset,
            "range of length 0x%x at 0x%x is empty or passes 2^64".formatted(length, address));
      }
      entries.add(new E820Entry(new AddressRange(address, address + length - 1), type));
    }
    try {
      return of(entries);
    } catch (E820OverlapException e) {
      throw new FirmwareDataException(structure, base, String.valueOf(e.getMessage()));
    }
  }

  private static boolean overflows(long address, long length) {
    return Long.compareUnsigned(address + length - 1, address) < 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof E820Map that && entries.equals(that.entries);
  }

  @Override
  public int hashCode() {
    return entries.hashCode();
  }

  /** One line an entry. */
  @Override
  public String toString() {
    return entries.stream().map(E820Entry::toString).collect(Collectors.joining("\n"));
  }
}
