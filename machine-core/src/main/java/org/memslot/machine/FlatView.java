package org.memslot.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An immutable picture of an address space: who answers which addresses, ordered, without overlaps.
 * Each published change makes a new one, which shares with the old one all that did not change.
 */
public final class FlatView {
  final PageTable table;

  /** The table's direct entries, one step nearer: every access begins here. */
  final long[][][] direct;

  /** Those of the first 8 GiB, where most accesses go: nearer by one load more. */
  final long[][] low;

  private final RangeTree tree;
  private volatile @Nullable List<FlatRange> ranges;

  private FlatView(PageTable table, RangeTree tree) {
    this.table = table;
    this.direct = table.direct();
    this.low = table.low();
    this.tree = tree;
  }

  static FlatView empty(PageTable.Geometry geometry) {
    return new FlatView(PageTable.empty(geometry), RangeTree.EMPTY);
  }

  /** This view with a change; what is removed must be present, what is added must fit in. */
  FlatView with(TopologyDelta delta) {
    RangeTree next = tree;
    for (FlatRange range : delta.removed()) {
      next = next.without(range);
    }
    List<Section> added = delta.added().stream().map(Section::new).toList();
    for (Section section : added) {
      next = next.with(section);
    }
    return new FlatView(table.edit(delta.removed(), added), next);
  }

  /** The same ranges with their page table entries computed anew. */
  FlatView refreshed(List<FlatRange> changed) {
    return new FlatView(table.edit(List.of(), changed.stream().map(Section::new).toList()), tree);
  }

  /** The section that answers an address, null when none does. */
  @Nullable Section lookup(long address) {
    Section section = table.find(address);
    return section != null ? section : tree.find(address);
  }

  /** The last address of the hole that an address lies in. */
  long holeEnd(long address) {
    Section next = tree.above(address);
    return next == null ? -1L : next.first - 1;
  }

  /** All ranges that share an address with a span, in order. */
  List<FlatRange> overlapping(AddressRange span) {
    return tree.overlapping(span);
  }

  /**
   * All claimed ranges in order of address.
   *
   * @return an immutable list
   */
  public List<FlatRange> ranges() {
    List<FlatRange> known = ranges;
    if (known == null) {
      known = List.copyOf(new ArrayList<>(tree.overlapping(AddressRange.ALL)));
      ranges = known;
    }
    return known;
  }

  /**
   * The range that answers an address.
   *
   * @param address unsigned
   * @return the range, empty where nothing answers
   */
  public Optional<FlatRange> find(long address) {
    return Optional.ofNullable(lookup(address)).map(section -> section.range);
  }
}
