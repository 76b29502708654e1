package org.memslot.machine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;

/** Where the regions of one address space are. Guarded by its own monitor. */
final class Topology implements TopologyChange {
  record Placement(
      ContainerRegion parent,
      long base,
      MemoryRegion region,
      int priority,
      boolean exclusive,
      boolean enabled,
      long order) {
    AddressRange range() {
      return region.rangeAt(base);
    }
  }

  record Snapshot(IdentityHashMap<MemoryRegion, Placement> placements) {}

  private final String name;
  private final AddressRange bounds;
  private final ContainerRegion root;
  private IdentityHashMap<MemoryRegion, Placement> placements = new IdentityHashMap<>();
  private long order;

  Topology(String name, AddressRange bounds) {
    this.name = name;
    this.bounds = bounds;
    this.root = ContainerRegion.root(name);
  }

  Snapshot snapshot() {
    return new Snapshot(new IdentityHashMap<>(placements));
  }

  void restore(Snapshot snapshot) {
    placements = new IdentityHashMap<>(snapshot.placements());
  }

  @Override
  public void add(long base, MemoryRegion region) {
    place(root, base, region, 0, true);
  }

  @Override
  public void add(long base, MemoryRegion region, int priority) {
    place(root, base, region, priority, false);
  }

  @Override
  public void add(ContainerRegion container, long offset, MemoryRegion region, int priority) {
    place(container, offset, region, priority, false);
  }

  private void place(
      ContainerRegion parent, long base, MemoryRegion region, int priority, boolean exclusive) {
    AddressRange range = region.rangeAt(base);
    AddressRange space = parent == root ? bounds : parent.rangeAt(0);
    if (!space.contains(range)) {
      throw new AddressRangeException(
          base, region.size(), region + " at " + range + " does not fit " + space);
    }
    if (placements.containsKey(region)) {
      throw new TopologyException(region + " is placed in " + name + " already");
    }
    if (exclusive) {
      for (Placement other : placements.values()) {
        if (other.parent == parent && other.exclusive && other.range().overlaps(range)) {
          throw new TopologyException(
              "%s at %s overlaps %s at %s".formatted(region, range, other.region, other.range()));
        }
      }
    }
    placements.put(region, new Placement(parent, base, region, priority, exclusive, true, order++));
  }

  private Placement placement(MemoryRegion region) {
    Placement placement = placements.get(region);
    if (placement == null) {
      throw new TopologyException(region + " is not placed in " + name);
    }
    return placement;
  }

  @Override
  public void remove(MemoryRegion region) {
    placements.remove(placement(region).region);
  }

  @Override
  public void setEnabled(MemoryRegion region, boolean enabled) {
    Placement p = placement(region);
    placements.put(
        region, new Placement(p.parent, p.base, region, p.priority, p.exclusive, enabled, p.order));
  }

  FlatView flatten() {
    List<FlatRange> ranges = new ArrayList<>();
    paint(root, 0, bounds, ranges);
    ranges.sort(Comparator.comparing(FlatRange::range));
    return new FlatView(ranges);
  }

  /**
   * Paints a region whose offset 0 is at {@code base}, where {@code clip} lets it show and nothing
   * is painted yet.
   */
  private void paint(MemoryRegion region, long base, AddressRange clip, List<FlatRange> out) {

    switch (region) {
      case ContainerRegion container ->
          placements.values().stream()
              .filter(p -> p.parent == container && p.enabled)
              .sorted(
                  Comparator.comparingInt(Placement::priority)
                      .thenComparingLong(Placement::order)
                      .reversed())
              .forEach(p -> child(p, base, clip, out));
      case AliasRegion alias -> paint(alias.target(), base - alias.offset(), clip, out);
      case RamRegion _, RomRegion _, DeviceRegion _ -> leaf(region, base, clip, out);
    }
  }

  private void child(Placement p, long base, AddressRange clip, List<FlatRange> out) {
    AddressRange place = p.range();
    AddressRange moved = new AddressRange(place.first() + base, place.last() + base);
    moved.intersection(clip).ifPresent(c -> paint(p.region, base + p.base, c, out));
  }

  private static void leaf(MemoryRegion region, long base, AddressRange clip, List<FlatRange> out) {
    long at = clip.first();
    List<AddressRange> taken =
        out.stream().map(FlatRange::range).filter(clip::overlaps).sorted().toList();
    for (AddressRange other : taken) {
      if (Long.compareUnsigned(other.first(), at) > 0) {
        out.add(new FlatRange(new AddressRange(at, other.first() - 1), region, at - base));
      }
      at = other.last() + 1;
      if (Long.compareUnsigned(other.last(), clip.last()) >= 0) {
        return;
      }
    }
    out.add(new FlatRange(new AddressRange(at, clip.last()), region, at - base));
  }
}
