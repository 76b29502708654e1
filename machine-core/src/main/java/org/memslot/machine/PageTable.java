package org.memslot.machine;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Dispatch in two loads: chunk, then page. Immutable; an edit copies the chunks it touches and
 * shares the rest, and a chunk that one range fills is one shared leaf, so a terabyte costs as
 * little to place as its number of chunks.
 *
 * <p>Two tables go side by side. {@link #direct} says of a page of RAM or ROM by how much host
 * addresses exceed guest addresses, with the rights in the low bits; one load and one addition lead
 * to the byte. {@link #pages} says which section answers the whole page. Pages that several ranges
 * share, and addresses above the limit, are in neither: the range tree knows them.
 */
final class PageTable {
  /**
   * Where an address is cut: chunk | page in chunk | offset in page.
   *
   * @param direct whether there are direct entries, which only pages of 4 KiB have room for
   */
  record Geometry(int pageBits, int leafBits, int addressBits, boolean direct) {
    /**
     * 4 KiB pages, 16 MiB chunks, up to 4 TiB; {@link AddressSpace} has the same numbers as
     * constants.
     */
    static final Geometry MEMORY = new Geometry(12, 12, 42, true);

    /** Single ports, up to 65536. */
    static final Geometry PORTS = new Geometry(0, 8, 16, false);

    long limit() {
      return 1L << addressBits;
    }

    int chunkBits() {
      return pageBits + leafBits;
    }

    int leafSize() {
      return 1 << leafBits;
    }
  }

  /** The page can be read at host address (entry & {@link #DELTA}) + guest address. */
  static final long READ = 1;

  /** The page can be written there. */
  static final long WRITE = 2;

  /** The page can be written there when the write is then marked in the region's dirty log. */
  static final long LOGGED = 4;

  static final long DELTA = -0x1000L;

  private final Geometry geometry;
  private final int chunkBits;
  private final int pageBits;
  private final int leafMask;
  final long[][] direct;
  final @Nullable Section[][] pages;

  private PageTable(Geometry geometry, long[][] direct, @Nullable Section[][] pages) {
    this.geometry = geometry;
    this.chunkBits = geometry.chunkBits();
    this.pageBits = geometry.pageBits();
    this.leafMask = geometry.leafSize() - 1;
    this.direct = direct;
    this.pages = pages;
  }

  static PageTable empty(Geometry geometry) {
    return new PageTable(geometry, new long[0][], new Section[0][]);
  }

  /** The section that answers the whole page of an address, null when this table does not know. */
  @Nullable Section find(long address) {
    long chunk = address >>> chunkBits;
    return chunk < pages.length
        ? pages[(int) chunk][(int) (address >>> pageBits) & leafMask]
        : null;
  }

  PageTable edit(List<FlatRange> removed, List<Section> added) {
    Editor editor = new Editor();
    removed.forEach(editor::clear);
    added.forEach(editor::set);
    return new PageTable(geometry, editor.newDirect, editor.newPages);
  }

  private static long entry(Section section) {
    long shift = section.offset(0);
    long rights =
        switch (section.region) {
          case RamRegion _ -> READ | (section.log == null ? WRITE : LOGGED);
          case RomRegion _ -> READ;
          case DeviceRegion _, AliasRegion _, ContainerRegion _ -> 0;
        };
    // Only a page that lies on a host page leaves the low bits to the rights.
    boolean aligned = ((section.host(0) | shift) & ~DELTA) == 0;
    return rights != 0 && aligned ? section.host(0) | rights : 0;
  }

  /** Copies what it touches of the table around it, once. */
  private final class Editor {
    private long[][] newDirect = direct.clone();
    private @Nullable Section[][] newPages = pages.clone();
    private final BitSet owned = new BitSet();

    void clear(FlatRange range) {
      AddressRange addresses = range.range();
      long last = lowest(addresses.last(), geometry.limit() - 1) >>> geometry.pageBits();
      if (Long.compareUnsigned(addresses.first(), geometry.limit()) < 0) {
        fill(addresses.first() >>> geometry.pageBits(), last, 0, null);
      }
    }

    void set(Section section) {
      AddressRange addresses = section.range.range();
      if (Long.compareUnsigned(addresses.first(), geometry.limit()) >= 0) {
        return;
      }
      long page = 1L << geometry.pageBits();
      long from = (addresses.first() + page - 1) >>> geometry.pageBits();
      long to = ((lowest(addresses.last(), geometry.limit() - 1) + 1) >>> geometry.pageBits()) - 1;
      if (from <= to) {
        grow((int) (to >>> geometry.leafBits()) + 1);
        fill(from, to, entry(section), section);
      }
    }

    private static long lowest(long a, long b) {
      return Long.compareUnsigned(a, b) < 0 ? a : b;
    }

    private void grow(int chunks) {
      int old = newPages.length;
      if (chunks <= old) {
        return;
      }
      newPages = Arrays.copyOf(newPages, chunks);
      Arrays.fill(newPages, old, chunks, new Section[geometry.leafSize()]);
      if (geometry.direct()) {
        newDirect = Arrays.copyOf(newDirect, chunks);
        Arrays.fill(newDirect, old, chunks, new long[geometry.leafSize()]);
      }
    }

    private void fill(long from, long to, long entry, @Nullable Section section) {
      int size = geometry.leafSize();
      Leaf whole = null;
      int last = (int) Math.min(to >>> geometry.leafBits(), newPages.length - 1);
      for (int chunk = (int) (from >>> geometry.leafBits()); chunk <= last; chunk++) {
        long start = (long) chunk << geometry.leafBits();
        int low = (int) Math.max(from - start, 0);
        int high = (int) Math.min(to - start + 1, size);
        if (high - low < size) {
          own(chunk);
          leaf(chunk).fill(low, high, entry, section);
          continue;
        }
        if (whole == null) {
          whole = Leaf.empty(geometry);
          whole.fill(0, size, entry, section);
        }
        put(chunk, whole);
        owned.clear(chunk);
      }
    }

    private Leaf leaf(int chunk) {
      return new Leaf(geometry.direct() ? newDirect[chunk] : new long[0], newPages[chunk]);
    }

    private void put(int chunk, Leaf leaf) {
      newPages[chunk] = leaf.pages;
      if (geometry.direct()) {
        newDirect[chunk] = leaf.direct;
      }
    }

    private void own(int chunk) {
      if (!owned.get(chunk)) {
        owned.set(chunk);
        Leaf shared = leaf(chunk);
        put(chunk, new Leaf(shared.direct.clone(), shared.pages.clone()));
      }
    }
  }

  /** What the two tables say of one chunk. */
  private static final class Leaf {
    private final long[] direct;
    private final @Nullable Section[] pages;

    Leaf(long[] direct, @Nullable Section[] pages) {
      this.direct = direct;
      this.pages = pages;
    }

    static Leaf empty(Geometry geometry) {
      int size = geometry.leafSize();
      return new Leaf(new long[geometry.direct() ? size : 0], new Section[size]);
    }

    void fill(int low, int high, long entry, @Nullable Section section) {
      Arrays.fill(pages, low, high, section);
      if (direct.length != 0) {
        Arrays.fill(direct, low, high, entry);
      }
    }
  }
}
