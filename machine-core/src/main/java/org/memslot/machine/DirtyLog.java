package org.memslot.machine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** One bit for each page of a region that was written. */
final class DirtyLog {
  private static final VarHandle WORD = MethodHandles.arrayElementVarHandle(long[].class);

  private final long[] words;
  private final long pages;

  DirtyLog(long size) {
    this.pages = (size + DirtyPages.PAGE_SIZE - 1) >>> DirtyPages.PAGE_BITS;
    this.words = new long[(int) ((pages + 63) >>> 6)];
  }

  /**
   * Marks the pages of a write that has been done. The bit is looked at before it is set, to leave
   * the cache line alone; that the look may come before the write is seen by others is what the
   * barrier in {@link #harvest}'s caller is for.
   */
  void mark(long offset, long length) {
    long last = (offset + length - 1) >>> DirtyPages.PAGE_BITS;
    for (long page = offset >>> DirtyPages.PAGE_BITS; page <= last; page++) {
      mark(page);
    }
  }

  /** Marks one page. */
  void mark(long page) {
    int word = (int) (page >>> 6);
    long bit = 1L << page;
    if (((long) WORD.getOpaque(words, word) & bit) == 0) {
      WORD.getAndBitwiseOr(words, word, bit);
    }
  }

  /** Takes all bits out, each word atomically. */
  DirtyPages harvest() {
    long[] taken = new long[words.length];
    for (int i = 0; i < taken.length; i++) {
      taken[i] = (long) WORD.getOpaque(words, i) == 0 ? 0 : (long) WORD.getAndSet(words, i, 0L);
    }
    return new DirtyPages(taken, pages);
  }
}
