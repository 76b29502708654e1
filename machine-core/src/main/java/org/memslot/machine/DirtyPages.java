package org.memslot.machine;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** The pages of a {@link RamRegion} that were written between two harvests; immutable. */
public final class DirtyPages {
  /** Bytes in a page. */
  public static final long PAGE_SIZE = 0x1000;

  static final int PAGE_BITS = 12;

  private final long[] words;
  private final long pages;

  DirtyPages(long[] words, long pages) {
    this.words = words;
    this.pages = pages;
  }

  /**
   * The number of pages of the region.
   *
   * @return pages
   */
  public long pageCount() {
    return pages;
  }

  /**
   * Whether a page was written.
   *
   * @param page number of the page, from 0
   * @return true when it was
   * @throws IndexOutOfBoundsException when the region has no such page
   */
  public boolean isDirty(long page) {
    return (words[(int) (Objects.checkIndex(page, pages) >>> 6)] & (1L << page)) != 0;
  }

  /**
   * The number of pages written.
   *
   * @return pages
   */
  public long dirtyCount() {
    return Arrays.stream(words).map(Long::bitCount).sum();
  }

  /**
   * The offsets in the region of the pages written, in order.
   *
   * @return bytes, multiples of {@link #PAGE_SIZE}
   */
  public LongStream offsets() {
    return IntStream.range(0, words.length).mapToObj(this::offsetsOfWord).flatMapToLong(o -> o);
  }

  private LongStream offsetsOfWord(int at) {
    return LongStream.iterate(words[at], bits -> bits != 0, bits -> bits & (bits - 1))
        .map(bits -> (at * 64L + Long.numberOfTrailingZeros(bits)) << PAGE_BITS);
  }
}
