package org.memslot.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Flattens a span of an address space: regions are painted from the highest priority down, each
 * where nothing has been painted yet.
 */
final class Painter {
  private final Function<ContainerRegion, Children> children;
  private final TreeMap<Long, FlatRange> painted = new TreeMap<>(Long::compareUnsigned);

  Painter(Function<ContainerRegion, Children> children) {
    this.children = children;
  }

  /** What is seen in a span, in order, pieces of one region that continue each other joined. */
  List<FlatRange> flatten(ContainerRegion root, AddressRange span) {
    painted.clear();
    paint(root, 0, span);
    List<FlatRange> ranges = new ArrayList<>();
    for (FlatRange next : painted.values()) {
      if (!ranges.isEmpty() && continues(ranges.getLast(), next)) {
        FlatRange last = ranges.getLast();
        AddressRange joined = new AddressRange(last.range().first(), next.range().last());
        ranges.set(ranges.size() - 1, new FlatRange(joined, last.region(), last.offsetInRegion()));
      } else {
        ranges.add(next);
      }
    }
    return ranges;
  }

  private static boolean continues(FlatRange a, FlatRange b) {
    return a.region() == b.region()
        && a.range().last() + 1 == b.range().first()
        && a.offsetInRegion() + a.range().length() == b.offsetInRegion();
  }

  /**
   * Paints a region whose offset 0 is at {@code base}, modulo 2^64, where {@code clip} shows it.
   */
  private void paint(MemoryRegion region, long base, AddressRange clip) {
    switch (region) {
      case ContainerRegion container -> {
        AddressRange local = moved(clip, -base);
        for (Placement child : children.apply(container).overlapping(local)) {
          local
              .intersection(child.range())
              .ifPresent(seen -> paint(child.region(), base + child.base(), moved(seen, base)));
        }
      }
      case AliasRegion alias -> paint(alias.source(), base - alias.sourceOffset(), clip);
      case RamRegion _, RomRegion _, DeviceRegion _ -> fillGaps(region, base, clip);
    }
  }

  private static AddressRange moved(AddressRange range, long by) {
    return new AddressRange(range.first() + by, range.last() + by);
  }

  private void fillGaps(MemoryRegion region, long base, AddressRange clip) {
    Map.Entry<Long, FlatRange> before = painted.floorEntry(clip.first());
    long at = clip.first();
    if (before != null && before.getValue().range().contains(at)) {
      if (before.getValue().range().contains(clip.last())) {
        return;
      }
      at = before.getValue().range().last() + 1;
    }
    Map.Entry<Long, FlatRange> next = painted.ceilingEntry(at);
    while (next != null && Long.compareUnsigned(next.getKey(), clip.last()) <= 0) {
      AddressRange taken = next.getValue().range();
      if (taken.first() != at) {
        put(region, base, new AddressRange(at, taken.first() - 1));
      }
      if (taken.contains(clip.last())) {
        return;
      }
      at = taken.last() + 1;
      next = painted.ceilingEntry(at);
    }
    put(region, base, new AddressRange(at, clip.last()));
  }

  private void put(MemoryRegion region, long base, AddressRange range) {
    painted.put(range.first(), new FlatRange(range, region, range.first() - base));
  }
}
