package org.memslot.ospm;

import com.google.common.collect.Range;
import com.google.common.collect.RangeMap;
import com.google.common.collect.TreeRangeMap;
import com.google.common.primitives.UnsignedLong;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.memslot.machine.AddressRange;

/** Which NUMA node addresses belong to, by the SRAT (ACPI 6.5, 5.2.16.2). */
final class NodeAffinity {
  private static final int FIRST_STRUCTURE = 48;
  private static final int MEMORY_AFFINITY = 1;
  private static final int MEMORY_AFFINITY_LENGTH = 40;
  private static final int ENABLED = 1;

  private final RangeMap<UnsignedLong, Integer> nodes = TreeRangeMap.create();

  /** A range of a node. */
  record Part(AddressRange range, int node) {}

  /** What is not in the parts is of node 0; of two that overlap, the first counts. */
  private NodeAffinity(List<Part> parts) {
    nodes.put(Range.all(), 0);
    parts.reversed().forEach(part -> nodes.put(UnsignedRanges.of(part.range), part.node));
  }

  /** Reads the SRAT; without one, all is node 0. */
  static NodeAffinity of(Optional<AcpiTable> srat) {
    return new NodeAffinity(srat.map(NodeAffinity::entries).orElse(List.of()));
  }

  private static List<Part> entries(AcpiTable srat) {
    List<Part> entries = new ArrayList<>();
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
          entries.add(new Part(AddressRange.of(base, size), (int) srat.u32(at + 2)));
        }
      }
    }
    return entries;
  }

  /** Divides a range by nodes; what the SRAT does not mention is of node 0. */
  List<Part> parts(AddressRange range) {
    List<Part> parts = new ArrayList<>();
    nodes
        .subRangeMap(UnsignedRanges.of(range))
        .asMapOfRanges()
        .forEach((part, node) -> parts.add(new Part(UnsignedRanges.addresses(part), node)));
    return parts;
  }
}
