package org.memslot.ospm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.memslot.machine.AddressRange;

/** Which NUMA node addresses belong to, by the SRAT (ACPI 6.5, 5.2.16.2). */
record NodeAffinity(List<Entry> entries) {
  private static final int FIRST_STRUCTURE = 48;
  private static final int MEMORY_AFFINITY = 1;
  private static final int MEMORY_AFFINITY_LENGTH = 40;
  private static final int ENABLED = 1;

  /** A range of a node. */
  record Entry(AddressRange range, int node) {}

  /** A part of a range that lies in one node. */
  record Part(AddressRange range, int node) {}

  NodeAffinity {
    entries = List.copyOf(entries);
  }

  /** Reads the SRAT; without one, all is node 0. */
  static NodeAffinity of(Optional<AcpiTable> srat) {
    return new NodeAffinity(srat.map(NodeAffinity::entries).orElse(List.of()));
  }

  private static List<Entry> entries(AcpiTable srat) {
    List<Entry> entries = new ArrayList<>();
    int length;
    for (int at = FIRST_STRUCTURE; srat.has(at, 2); at += length) {
      length = srat.u8(at + 1);
      if (length < 2) {
        break;
      }
      boolean isMemory = srat.u8(at) == MEMORY_AFFINITY && length == MEMORY_AFFINITY_LENGTH;
      if (isMemory && srat.has(at, length) && (srat.u32(at + 28) & ENABLED) != 0) {
        long base = srat.u64(at + 8);
        long size = srat.u64(at + 16);
        if (size != 0 && Long.compareUnsigned(base + (size - 1), base) >= 0) {
          entries.add(new Entry(AddressRange.of(base, size), (int) srat.u32(at + 2)));
        }
      }
    }
    return entries;
  }

  /** Divides a range by nodes; what the SRAT does not mention is of node 0. */
  List<Part> parts(AddressRange range) {
    List<Part> parts = new ArrayList<>();
    List<AddressRange> rest = new ArrayList<>(List.of(range));
    for (Entry entry : entries) {
      List<AddressRange> outside = new ArrayList<>();
      for (AddressRange piece : rest) {
        piece.intersection(entry.range()).ifPresent(in -> parts.add(new Part(in, entry.node())));
        outside.addAll(OnlineMemory.subtract(piece, entry.range()));
      }
      rest = outside;
    }
    rest.forEach(piece -> parts.add(new Part(piece, 0)));
    return parts;
  }
}
