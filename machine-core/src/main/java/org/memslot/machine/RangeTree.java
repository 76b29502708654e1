package org.memslot.machine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A persistent ordered map of sections by first address: an insertion or removal copies one path
 * and shares the rest. A treap whose heap order is a hash of the key, so the shape depends on the
 * content alone.
 */
final class RangeTree {
  static final RangeTree EMPTY = new RangeTree(null, 0);

  private record Node(Section section, long weight, @Nullable Node left, @Nullable Node right) {
    long key() {
      return section.first;
    }

    Node withLeft(@Nullable Node node) {
      return new Node(section, weight, node, right);
    }

    Node withRight(@Nullable Node node) {
      return new Node(section, weight, left, node);
    }
  }

  private final @Nullable Node root;
  private final int size;

  private RangeTree(@Nullable Node root, int size) {
    this.root = root;
    this.size = size;
  }

  int size() {
    return size;
  }

  /** Adds a range that overlaps no other. */
  RangeTree with(Section section) {
    return new RangeTree(
        insert(root, new Node(section, weight(section.first), null, null)), size + 1);
  }

  /** Takes out a range that is present. */
  RangeTree without(FlatRange range) {
    return new RangeTree(delete(root, range.range().first()), size - 1);
  }

  /** The range that contains an address, null when none does. */
  @Nullable Section find(long address) {
    Node at = root;
    Node floor = null;
    while (at != null) {
      if (Long.compareUnsigned(at.key(), address) <= 0) {
        floor = at;
        at = at.right;
      } else {
        at = at.left;
      }
    }
    return floor != null && floor.section.contains(address) ? floor.section : null;
  }

  /** The lowest range that begins above an address, null when none does. */
  @Nullable Section above(long address) {
    Node at = root;
    Section found = null;
    while (at != null) {
      if (Long.compareUnsigned(at.key(), address) > 0) {
        found = at.section;
        at = at.left;
      } else {
        at = at.right;
      }
    }
    return found;
  }

  /** All ranges that share an address with {@code span}, in order. */
  List<FlatRange> overlapping(AddressRange span) {
    List<FlatRange> found = new ArrayList<>();
    collect(root, span, found);
    return found;
  }

  private static void collect(@Nullable Node node, AddressRange span, List<FlatRange> found) {
    if (node == null) {
      return;
    }
    AddressRange range = node.section.range.range();
    if (Long.compareUnsigned(range.first(), span.first()) > 0) {
      collect(node.left, span, found);
    }
    if (range.overlaps(span)) {
      found.add(node.section.range);
    }
    if (Long.compareUnsigned(range.last(), span.last()) < 0) {
      collect(node.right, span, found);
    }
  }

  private static long weight(long key) {
    long z = key * 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    return z ^ (z >>> 27);
  }

  private static Node insert(@Nullable Node into, Node node) {
    if (into == null) {
      return node;
    }
    if (node.weight < into.weight) {
      return new Node(node.section, node.weight, below(into, node.key()), above(into, node.key()));
    }
    return Long.compareUnsigned(node.key(), into.key()) < 0
        ? into.withLeft(insert(into.left, node))
        : into.withRight(insert(into.right, node));
  }

  /** The part of a tree with keys below {@code key}. */
  private static @Nullable Node below(@Nullable Node node, long key) {
    if (node == null) {
      return null;
    }
    return Long.compareUnsigned(node.key(), key) < 0
        ? node.withRight(below(node.right, key))
        : below(node.left, key);
  }

  /** The part of a tree with keys above {@code key}. */
  private static @Nullable Node above(@Nullable Node node, long key) {
    if (node == null) {
      return null;
    }
    return Long.compareUnsigned(node.key(), key) > 0
        ? node.withLeft(above(node.left, key))
        : above(node.right, key);
  }

  private static @Nullable Node delete(@Nullable Node node, long key) {
    if (node == null) {
      throw new IllegalStateException("no range at 0x" + Long.toHexString(key));
    }
    int order = Long.compareUnsigned(key, node.key());
    if (order == 0) {
      return join(node.left, node.right);
    }
    return order < 0
        ? node.withLeft(delete(node.left, key))
        : node.withRight(delete(node.right, key));
  }

  private static @Nullable Node join(@Nullable Node low, @Nullable Node high) {
    if (low == null || high == null) {
      return low == null ? high : low;
    }
    return low.weight < high.weight
        ? low.withRight(join(low.right, high))
        : high.withLeft(join(low, high.left));
  }
}
