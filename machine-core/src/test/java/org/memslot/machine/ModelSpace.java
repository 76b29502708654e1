package org.memslot.machine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/**
 * An address space as one would explain it: every byte is looked up from the root, child by child.
 * Slow and plain.
 */
final class ModelSpace implements TopologyChange {
  record Child(
      ContainerRegion parent,
      long base,
      MemoryRegion region,
      int priority,
      boolean strict,
      boolean on,
      int order) {
    boolean covers(long address) {
      return Long.compareUnsigned(address - base, region.size() - 1) <= 0;
    }

    boolean overlaps(long otherBase, MemoryRegion other) {
      return covers(otherBase) || Long.compareUnsigned(base - otherBase, other.size() - 1) <= 0;
    }
  }

  /** A byte of a region. */
  record Spot(MemoryRegion region, long offset) {}

  /** An edit that the real space must refuse too. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private static final ContainerRegion ROOT = new ContainerRegion("model", 1);

  private List<Child> children = new ArrayList<>();
  private final IdentityHashMap<MemoryRegion, byte[]> bytes = new IdentityHashMap<>();
  private int order;

  List<Child> snapshot() {
    return new ArrayList<>(children);
  }

  void restore(List<Child> snapshot) {
    children = new ArrayList<>(snapshot);
  }

  List<MemoryRegion> placed() {
    return children.stream().map(Child::region).toList();
  }

  byte[] bytesOf(MemoryRegion region) {
    return bytes.computeIfAbsent(region, r -> new byte[(int) r.size()]);
  }

  @Override
  public void add(long base, MemoryRegion region) {
    place(ROOT, base, region, 0, true);
  }

  @Override
  public void add(long base, MemoryRegion region, int priority) {
    place(ROOT, base, region, priority, false);
  }

  @Override
  public void add(ContainerRegion container, long offset, MemoryRegion region) {
    place(container, offset, region, 0, true);
  }

  @Override
  public void add(ContainerRegion container, long offset, MemoryRegion region, int priority) {
    place(container, offset, region, priority, false);
  }

  private void place(
      ContainerRegion parent, long base, MemoryRegion region, int priority, boolean strict) {
    long last = base + region.size() - 1;
    boolean fits =
        Long.compareUnsigned(last, base) >= 0
            && (parent == ROOT || Long.compareUnsigned(last, parent.size() - 1) <= 0);
    boolean clash =
        strict
            && children.stream()
                .anyMatch(c -> c.parent == parent && c.strict && c.overlaps(base, region));
    if (!fits || clash || find(region).isPresent() || shows(region, parent)) {
      throw new Refused();
    }
    children.add(new Child(parent, base, region, priority, strict, true, order++));
  }

  private boolean shows(MemoryRegion region, MemoryRegion other) {
    if (region == other) {
      return true;
    }
    return switch (region) {
      case AliasRegion alias -> shows(alias.target(), other);
      case ContainerRegion container ->
          children.stream().anyMatch(c -> c.parent == container && shows(c.region, other));
      case RamRegion _, RomRegion _, DeviceRegion _ -> false;
    };
  }

  private Optional<Child> find(MemoryRegion region) {
    return children.stream().filter(c -> c.region == region).findAny();
  }

  @Override
  public void remove(MemoryRegion region) {
    children.remove(find(region).orElseThrow(Refused::new));
  }

  @Override
  public void setEnabled(MemoryRegion region, boolean on) {
    Child c = find(region).orElseThrow(Refused::new);
    children.set(
        children.indexOf(c),
        new Child(c.parent, c.base, c.region, c.priority, c.strict, on, c.order));
  }

  /** Who answers an address. */
  Optional<Spot> at(long address) {
    return in(ROOT, address);
  }

  private Optional<Spot> in(MemoryRegion region, long offset) {
    return switch (region) {
      case AliasRegion alias -> in(alias.target(), alias.offset() + offset);
      case ContainerRegion container ->
          children.stream()
              .filter(c -> c.parent == container && c.on && c.covers(offset))
              .sorted(
                  Comparator.comparingInt(Child::priority)
                      .thenComparingInt(Child::order)
                      .reversed())
              .flatMap(c -> in(c.region, offset - c.base).stream())
              .findFirst();
      case RamRegion _, RomRegion _, DeviceRegion _ -> Optional.of(new Spot(region, offset));
    };
  }

  int read(long address) {
    return at(address).map(s -> bytesOf(s.region)[(int) s.offset] & 0xff).orElse(0xff);
  }

  void write(long address, byte value) {
    at(address)
        .filter(s -> !(s.region instanceof RomRegion))
        .ifPresent(s -> bytesOf(s.region)[(int) s.offset] = value);
  }
}
