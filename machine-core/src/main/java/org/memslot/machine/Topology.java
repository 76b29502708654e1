package org.memslot.machine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Where the regions of one address space are: the control side, guarded by its own monitor. A
 * transaction edits it in place and keeps a journal to undo it by, and notes which addresses its
 * edits can have changed.
 */
final class Topology {
  private final String name;
  private final AddressRange bounds;
  private final ContainerRegion root;
  private final IdentityHashMap<MemoryRegion, Placement> placements = new IdentityHashMap<>();
  private final IdentityHashMap<ContainerRegion, Children> children = new IdentityHashMap<>();
  private final IdentityHashMap<AliasRegion, Placement> aliases = new IdentityHashMap<>();
  private final Deque<Runnable> journal = new ArrayDeque<>();
  private final List<AddressRange> touched = new ArrayList<>();
  private long order;
  private boolean changing;

  Topology(String name, AddressRange bounds) {
    this.name = name;
    this.bounds = bounds;
    this.root = ContainerRegion.root(name);
  }

  ContainerRegion root() {
    return root;
  }

  /**
   * Begins something that happens between changes only.
   *
   * @throws TopologyException when a change is under way
   */
  void enter(String what) {
    if (changing) {
      throw new TopologyException(what + " within a change of " + name);
    }
    changing = true;
  }

  void leave() {
    changing = false;
  }

  void begin() {
    journal.clear();
    touched.clear();
  }

  /** Undoes every edit since {@link #begin}, the last one first. */
  void undo() {
    while (!journal.isEmpty()) {
      journal.pop().run();
    }
  }

  void place(
      ContainerRegion parent, long base, MemoryRegion region, int priority, boolean exclusive) {
    AddressRange range = region.rangeAt(base);
    AddressRange space = parent == root ? bounds : parent.rangeAt(0);
    if (!space.contains(range)) {
      throw new AddressRangeException(
          base,
          region.size(),
          "%s at %s does not fit %s, which is %s".formatted(region, range, parent.name(), space));
    }
    Placement there = placements.get(region);
    if (there != null) {
      throw new TopologyException(
          "%s is placed in %s already, at %s"
              .formatted(region, there.parent().name(), there.range()));
    }
    refuseCycle(region, parent, region);
    if (exclusive) {
      of(parent).inTheWay(range).ifPresent(other -> refuseOverlap(region, range, other));
    }
    insert(new Placement(parent, base, region, priority, exclusive, true, order++));
  }

  private static void refuseOverlap(MemoryRegion region, AddressRange range, Placement other) {
    throw new TopologyException(
        "%s at %s overlaps %s at %s".formatted(region, range, other.region(), other.range()));
  }

  /** Refuses a placement that would make a container show itself. */
  private void refuseCycle(MemoryRegion at, ContainerRegion parent, MemoryRegion placed) {
    if (at == parent) {
      throw new TopologyException(
          "%s cannot be placed in %s, which it shows".formatted(placed, parent));
    }
    switch (at) {
      case ContainerRegion container ->
          of(container).all().forEach(c -> refuseCycle(c.region(), parent, placed));
      case AliasRegion alias -> refuseCycle(alias.source(), parent, placed);
      case RamRegion _, RomRegion _, DeviceRegion _ -> {}
    }
  }

  void remove(MemoryRegion region) {
    delete(placement(region));
  }

  void setEnabled(MemoryRegion region, boolean enabled) {
    Placement before = placement(region);
    if (before.enabled() != enabled) {
      delete(before);
      insert(before.enabled(enabled));
    }
  }

  private Placement placement(MemoryRegion region) {
    Placement placement = placements.get(region);
    if (placement == null) {
      throw new TopologyException("%s is not placed in %s".formatted(region, name));
    }
    return placement;
  }

  private void insert(Placement placement) {
    put(placement);
    journal.push(() -> take(placement));
    touch(placement);
  }

  private void delete(Placement placement) {
    touch(placement);
    take(placement);
    journal.push(() -> put(placement));
  }

  private void put(Placement placement) {
    placements.put(placement.region(), placement);
    children.computeIfAbsent(placement.parent(), _ -> new Children()).add(placement);
    if (placement.region() instanceof AliasRegion alias) {
      aliases.put(alias, placement);
    }
  }

  private void take(Placement placement) {
    placements.remove(placement.region());
    Children siblings = of(placement.parent());
    siblings.remove(placement);
    if (siblings.isEmpty()) {
      children.remove(placement.parent());
    }
    if (placement.region() instanceof AliasRegion alias) {
      aliases.remove(alias);
    }
  }

  /** What is placed in a container, to be read. */
  Children of(ContainerRegion container) {
    return children.getOrDefault(container, new Children());
  }

  private void touch(Placement placement) {
    if (placement.enabled()) {
      touch(placement.parent(), placement.range());
    }
  }

  /**
   * Notes every address at which a range of a container is seen, through its placement and through
   * aliases.
   */
  private void touch(ContainerRegion container, AddressRange range) {
    if (container == root) {
      touched.add(range);
      return;
    }
    Placement placement = placements.get(container);
    if (placement != null && placement.enabled()) {
      touchMoved(placement, range, placement.base());
    }
    for (Placement alias : aliases.values()) {
      AliasRegion window = (AliasRegion) alias.region();
      if (window.source() == container && alias.enabled()) {
        AddressRange.of(window.sourceOffset(), window.size())
            .intersection(range)
            .ifPresent(seen -> touchMoved(alias, seen, alias.base() - window.sourceOffset()));
      }
    }
  }

  private void touchMoved(Placement through, AddressRange range, long by) {
    touch(through.parent(), new AddressRange(range.first() + by, range.last() + by));
  }

  /** What the edits since {@link #begin} change of a view. */
  TopologyDelta difference(FlatView view) {
    List<FlatRange> removed = new ArrayList<>();
    List<FlatRange> added = new ArrayList<>();
    Painter painter = new Painter(this::of);
    for (AddressRange span : spans(view)) {
      List<FlatRange> before = view.overlapping(span);
      List<FlatRange> after = painter.flatten(root, span);
      subtract(before, after, removed);
      subtract(after, before, added);
    }
    return new TopologyDelta(removed, added);
  }

  /**
   * The touched spans widened to the ranges in and next to them, in order, those that meet joined.
   */
  private List<AddressRange> spans(FlatView view) {
    List<AddressRange> spans = new ArrayList<>();
    touched.stream().map(span -> widened(span, view)).sorted().forEach(span -> join(spans, span));
    return spans;
  }

  private static AddressRange widened(AddressRange span, FlatView view) {
    long low = span.first() == 0 ? 0 : span.first() - 1;
    long high = span.last() == -1L ? -1L : span.last() + 1;
    Section left = view.lookup(low);
    Section right = view.lookup(high);
    return new AddressRange(
        left == null ? span.first() : left.first, right == null ? span.last() : right.last);
  }

  private static void join(List<AddressRange> spans, AddressRange span) {
    if (spans.isEmpty() || !meets(spans.getLast(), span)) {
      spans.add(span);
    } else if (Long.compareUnsigned(spans.getLast().last(), span.last()) < 0) {
      spans.add(new AddressRange(spans.removeLast().first(), span.last()));
    }
  }

  private static boolean meets(AddressRange low, AddressRange high) {
    return low.overlaps(high) || low.last() + 1 == high.first();
  }

  /**
   * Adds to {@code out} what is in the ordered list {@code of} and not in the ordered list {@code
   * what}.
   */
  private static void subtract(List<FlatRange> of, List<FlatRange> what, List<FlatRange> out) {
    int at = 0;
    for (FlatRange range : of) {
      while (at < what.size() && before(what.get(at), range)) {
        at++;
      }
      if (at == what.size() || !what.get(at).equals(range)) {
        out.add(range);
      }
    }
  }

  private static boolean before(FlatRange a, FlatRange b) {
    return Long.compareUnsigned(a.range().first(), b.range().first()) < 0;
  }
}
