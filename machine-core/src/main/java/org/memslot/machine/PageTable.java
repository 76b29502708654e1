package org.memslot.machine;

import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Dispatch in three loads: directory, leaf, page. Immutable; an edit copies the root and those
 * nodes that it fills in part, and shares the rest. A node that one range fills is made once and
 * stands wherever the range does, so a terabyte is placed with little more work than a page.
 *
 * <p>Two trees of one shape go side by side. {@link #direct()} says of a page of RAM or ROM by how
 * much host addresses exceed guest addresses, with the rights in the high bits; one addition leads
 * from there to the byte. The other says which section answers the whole page. Pages that several
 * ranges share, and addresses above the limit, are in neither: the range tree knows them.
 */
final class PageTable {
  /**
   * Where an address is cut: directory | leaf in directory | page in leaf | offset in page.
   *
   * @param direct whether there are direct entries, which only pages of 4 KiB have room for
   */
  record Geometry(int pageBits, int leafBits, int directoryBits, int addressBits, boolean direct) {
    /**
     * 4 KiB pages, leaves of 4 MiB, directories of 8 GiB, up to 16 TiB; {@link AddressSpace} has
     * the same numbers as constants.
     */
    static final Geometry MEMORY = new Geometry(12, 10, 11, 44, true);

    /** Single ports, up to 65536. */
    static final Geometry PORTS = new Geometry(0, 8, 8, 16, false);

    long limit() {
      return 1L << addressBits;
    }

    int leafSize() {
      return 1 << leafBits;
    }

    int directorySize() {
      return 1 << directoryBits;
    }

    /** Pages in a directory, as a power of two. */
    int spanBits() {
      return leafBits + directoryBits;
    }
  }

  /** Every entry but 0 has this bit: the page can be read. */
  static final long READ = 1L << 61;

  /** A write to the page has to be marked in the region's dirty log. */
  static final long LOGGED = 1L << 62;

  /** The page can be written. */
  static final long WRITE = 1L << 63;

  private static final int RIGHTS_BITS = 7;

  private static final long[][][] NONE = new long[0][][];
  private static final long[][] NO_LEAVES =
      new Content(Geometry.MEMORY, 0, null).directory().direct;

  private final Geometry geometry;
  private final int pageBits;
  private final int leafBits;
  private final int rootShift;
  private final int leafMask;
  private final int directoryMask;
  private final Content empty;
  private final long[][][] direct;
  private final @Nullable Section[][][] pages;

  private PageTable(
      Geometry geometry, Content empty, long[][][] direct, @Nullable Section[][][] pages) {
    this.geometry = geometry;
    this.pageBits = geometry.pageBits();
    this.leafBits = geometry.leafBits();
    this.rootShift = geometry.pageBits() + geometry.spanBits();
    this.leafMask = geometry.leafSize() - 1;
    this.directoryMask = geometry.directorySize() - 1;
    this.empty = empty;
    this.direct = direct;
    this.pages = pages;
  }

  static PageTable empty(Geometry geometry) {
    Content nothing = new Content(geometry, 0, null);
    return new PageTable(geometry, nothing, new long[0][][], new Section[0][][]);
  }

  /** The direct entries by directory, leaf and page; none where pages have no room for them. */
  long[][][] direct() {
    return geometry.direct() ? direct : NONE;
  }

  /** The direct entries of the first directory, by leaf and page. */
  long[][] low() {
    return geometry.direct() && direct.length > 0 ? direct[0] : NO_LEAVES;
  }

  /** The section that answers the whole page of an address, null when this table does not know. */
  @Nullable Section find(long address) {
    long directory = address >>> rootShift;
    if (directory >= pages.length) {
      return null;
    }
    int page = (int) (address >>> pageBits);
    return pages[(int) directory][page >>> leafBits & directoryMask][page & leafMask];
  }

  PageTable edit(List<FlatRange> removed, List<Section> added) {
    Editor editor = new Editor();
    removed.forEach(editor::clear);
    added.forEach(editor::set);
    return new PageTable(geometry, empty, editor.newDirect, editor.newPages);
  }

  private static long entry(Section section) {
    long rights =
        switch (section.region) {
          case RamRegion _ -> READ | WRITE | (section.log == null ? 0 : LOGGED);
          case RomRegion _ -> READ;
          case DeviceRegion _, AliasRegion _, ContainerRegion _ -> 0;
        };
    return rights == 0 ? 0 : section.host(0) << RIGHTS_BITS >>> RIGHTS_BITS | rights;
  }

  /** The host address of a guest-physical address by the entry of its page. */
  static long host(long entry, long address) {
    return (entry + address) << RIGHTS_BITS >>> RIGHTS_BITS;
  }

  /** Copies what it touches of the table around it, once. */
  private final class Editor {
    private long[][][] newDirect = direct.clone();
    private @Nullable Section[][][] newPages = pages.clone();

    /** Nodes that this edit has made and that stand in one place only. */
    private final Set<Object> own = Collections.newSetFromMap(new IdentityHashMap<>());

    void clear(FlatRange range) {
      AddressRange addresses = range.range();
      if (Long.compareUnsigned(addresses.first(), geometry.limit()) >= 0) {
        return;
      }
      long from = addresses.first() >>> pageBits;
      long to = lowest(addresses.last(), geometry.limit() - 1) >>> pageBits;
      long known = (long) newPages.length << geometry.spanBits();
      if (from < known) {
        fill(from, Math.min(to, known - 1), empty);
      }
    }

    void set(Section section) {
      AddressRange addresses = section.range.range();
      if (Long.compareUnsigned(addresses.first(), geometry.limit()) >= 0) {
        return;
      }
      long from = (addresses.first() + (1L << pageBits) - 1) >>> pageBits;
      long to = ((lowest(addresses.last(), geometry.limit() - 1) + 1) >>> pageBits) - 1;
      if (from <= to) {
        grow((int) (to >>> geometry.spanBits()) + 1);
        fill(from, to, new Content(geometry, entry(section), section));
      }
    }

    private static long lowest(long a, long b) {
      return Long.compareUnsigned(a, b) < 0 ? a : b;
    }

    private void grow(int directories) {
      int old = newPages.length;
      if (directories > old) {
        newPages = Arrays.copyOf(newPages, directories);
        Arrays.fill(newPages, old, directories, empty.directory().pages);
        newDirect = Arrays.copyOf(newDirect, directories);
        Arrays.fill(newDirect, old, directories, empty.directory().direct);
      }
    }

    private void fill(long from, long to, Content content) {
      int size = 1 << geometry.spanBits();
      for (int at = (int) (from / size); at <= to / size; at++) {
        int low = (int) Math.max(from - (long) at * size, 0);
        int high = (int) Math.min(to - (long) at * size + 1, size);
        Directory directory = high - low == size ? content.directory() : own(at);
        if (high - low < size) {
          fill(directory, low, high, content);
        }
        newPages[at] = directory.pages;
        newDirect[at] = directory.direct;
      }
    }

    private void fill(Directory directory, int from, int to, Content content) {
      int size = geometry.leafSize();
      for (int at = from / size; at * size < to; at++) {
        int low = Math.max(from - at * size, 0);
        int high = Math.min(to - at * size, size);
        Leaf leaf = high - low == size ? content.leaf() : own(directory.leaf(at));
        if (high - low < size) {
          content.fill(leaf, low, high);
        }
        directory.put(at, leaf);
      }
    }

    private Directory own(int at) {
      Directory there = new Directory(newDirect[at], newPages[at]);
      if (own.contains(there.pages)) {
        return there;
      }
      Directory copy = new Directory(there.direct.clone(), there.pages.clone());
      own.add(copy.pages);
      return copy;
    }

    private Leaf own(Leaf there) {
      if (own.contains(there.pages)) {
        return there;
      }
      Leaf copy = new Leaf(there.direct.clone(), there.pages.clone());
      own.add(copy.pages);
      return copy;
    }
  }

  /** What pages are filled with, and the nodes that are full of it, made when they are wanted. */
  private static final class Content {
    private final Geometry geometry;
    private final long entry;
    private final @Nullable Section section;
    private @Nullable Leaf leaf;
    private @Nullable Directory directory;

    Content(Geometry geometry, long entry, @Nullable Section section) {
      this.geometry = geometry;
      this.entry = entry;
      this.section = section;
    }

    void fill(Leaf part, int low, int high) {
      Arrays.fill(part.pages, low, high, section);
      if (geometry.direct()) {
        Arrays.fill(part.direct, low, high, entry);
      }
    }

    Leaf leaf() {
      Leaf full = leaf;
      if (full == null) {
        int size = geometry.leafSize();
        full = new Leaf(new long[geometry.direct() ? size : 0], new Section[size]);
        fill(full, 0, size);
        leaf = full;
      }
      return full;
    }

    Directory directory() {
      Directory full = directory;
      if (full == null) {
        int size = geometry.directorySize();
        full = new Directory(new long[size][], new Section[size][]);
        Arrays.fill(full.direct, leaf().direct);
        Arrays.fill(full.pages, leaf().pages);
        directory = full;
      }
      return full;
    }
  }

  /** What the two trees say of one leaf. */
  private static final class Leaf {
    private final long[] direct;
    private final @Nullable Section[] pages;

    Leaf(long[] direct, @Nullable Section[] pages) {
      this.direct = direct;
      this.pages = pages;
    }
  }

  /** What the two trees say of one directory. */
  private static final class Directory {
    private final long[][] direct;
    private final @Nullable Section[][] pages;

    Directory(long[][] direct, @Nullable Section[][] pages) {
      this.direct = direct;
      this.pages = pages;
    }

    Leaf leaf(int at) {
      return new Leaf(direct[at], pages[at]);
    }

    void put(int at, Leaf leaf) {
      direct[at] = leaf.direct;
      pages[at] = leaf.pages;
    }
  }
}
