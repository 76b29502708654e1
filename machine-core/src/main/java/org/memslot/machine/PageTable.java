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
 * to the byte. {@link #pages} says which range answers the whole page. Pages that several ranges
 * share, and addresses above the limit, are in neither: the range tree knows them.
 */
final class PageTable {
  /** Where an address is cut: chunk | page in chunk | offset in page. */
  record Geometry(int pageBits, int leafBits, int addressBits) {
    /**
     * 4 KiB pages, 16 MiB chunks, up to 4 TiB; {@link AddressSpace} has the same numbers as
     * constants.
     */
    static final Geometry MEMORY = new Geometry(12, 12, 42);

    /** Single ports, up to 65536. */
    static final Geometry PORTS = new Geometry(0, 8, 16);

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

  final Geometry geometry;
  final long[][] direct;
  final @Nullable FlatRange[][] pages;

  private PageTable(Geometry geometry, long[][] direct, @Nullable FlatRange[][] pages) {
    this.geometry = geometry;
    this.direct = direct;
    this.pages = pages;
  }

  static PageTable empty(Geometry geometry) {
    return new PageTable(geometry, new long[0][], new FlatRange[0][]);
  }

  /** The range that answers the whole page of an address, null when this table does not know. */
  @Nullable FlatRange find(long address) {
    long chunk = address >>> geometry.chunkBits();
    return chunk < pages.length
        ? pages[(int) chunk][(int) (address >>> geometry.pageBits()) & (geometry.leafSize() - 1)]
        : null;
  }

  PageTable edit(List<FlatRange> removed, List<FlatRange> added) {
    Editor editor = new Editor();
    removed.forEach(editor::clear);
    added.forEach(editor::set);
    return new PageTable(geometry, editor.newDirect, editor.newPages);
  }

  private static long entry(FlatRange range) {
    long shift = range.offsetInRegion() - range.range().first();
    long entry =
        switch (range.region()) {
          case RamRegion ram ->
              (ram.hostAddress() + shift) | READ | (ram.isLogged() ? LOGGED : WRITE);
          case RomRegion rom -> (rom.hostAddress() + shift) | READ;
          case DeviceRegion _, AliasRegion _, ContainerRegion _ -> 0;
        };
    // Only a page that lies on a host page leaves the low bits to the rights.
    boolean aligned = ((entry & ~DELTA) & ~(READ | WRITE | LOGGED)) == 0 && (shift & ~DELTA) == 0;
    return aligned ? entry : 0;
  }

  /** Copies what it touches of the table around it, once. */
  private final class Editor {
    private long[][] newDirect = direct.clone();
    private @Nullable FlatRange[][] newPages = pages.clone();
    private final long[] noDirect = new long[0];
    private final BitSet owned = new BitSet();

    void clear(FlatRange range) {
      AddressRange addresses = range.range();
      long last = lowest(addresses.last(), geometry.limit() - 1) >>> geometry.pageBits();
      if (Long.compareUnsigned(addresses.first(), geometry.limit()) < 0) {
        fill(addresses.first() >>> geometry.pageBits(), last, 0, null);
      }
    }

    void set(FlatRange range) {
      AddressRange addresses = range.range();
      if (Long.compareUnsigned(addresses.first(), geometry.limit()) >= 0) {
        return;
      }
      long page = 1L << geometry.pageBits();
      long from = (addresses.first() + page - 1) >>> geometry.pageBits();
      long to = ((lowest(addresses.last(), geometry.limit() - 1) + 1) >>> geometry.pageBits()) - 1;
      if (from <= to) {
        grow((int) (to >>> geometry.leafBits()) + 1);
        fill(from, to, entry(range), range);
      }
    }

    private static long lowest(long a, long b) {
      return Long.compareUnsigned(a, b) < 0 ? a : b;
    }

    private void grow(int chunks) {
      int old = newPages.length;
      if (chunks > old) {
        newDirect = Arrays.copyOf(newDirect, chunks);
        newPages = Arrays.copyOf(newPages, chunks);
        Arrays.fill(newDirect, old, chunks, new long[geometry.leafSize()]);
        Arrays.fill(newPages, old, chunks, new FlatRange[geometry.leafSize()]);
      }
    }

    private void fill(long from, long to, long entry, @Nullable FlatRange range) {
      int size = geometry.leafSize();
      long[] wholeDirect = noDirect;
      @Nullable FlatRange[] wholePages = new FlatRange[0];
      int last = (int) Math.min(to >>> geometry.leafBits(), newPages.length - 1);
      for (int chunk = (int) (from >>> geometry.leafBits()); chunk <= last; chunk++) {
        long start = (long) chunk << geometry.leafBits();
        int low = (int) Math.max(from - start, 0);
        int high = (int) Math.min(to - start + 1, size);
        if (high - low < size) {
          own(chunk);
          Arrays.fill(newDirect[chunk], low, high, entry);
          Arrays.fill(newPages[chunk], low, high, range);
          continue;
        }
        if (wholePages.length == 0) {
          wholeDirect = new long[size];
          wholePages = new FlatRange[size];
          Arrays.fill(wholeDirect, entry);
          Arrays.fill(wholePages, range);
        }
        newDirect[chunk] = wholeDirect;
        newPages[chunk] = wholePages;
        owned.clear(chunk);
      }
    }

    private void own(int chunk) {
      if (!owned.get(chunk)) {
        owned.set(chunk);
        newDirect[chunk] = newDirect[chunk].clone();
        newPages[chunk] = newPages[chunk].clone();
      }
    }
  }
}
