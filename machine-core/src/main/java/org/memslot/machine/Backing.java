package org.memslot.machine;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the bytes of a {@link RamRegion} come from. Values; each is refined with the {@code with}
 * methods.
 *
 * <p>Memory is committed lazily: untouched, a terabyte costs address space only. Memory that must
 * be there is asked for with a {@link Preallocation}, which is refused with a {@link
 * HostMemoryException} when the host has not that much.
 *
 * <p>Whoever else has the file or the descriptor can make it shorter and so take memory away that
 * is mapped: an access to what is gone throws {@link InternalError}, the guest's side included.
 */
public sealed interface Backing {
  /** Private memory of this process. */
  Backing ANONYMOUS = new Anonymous(HugePages.NONE, Optional.empty());

  /**
   * Memory that another process can map by its file descriptor, see {@link
   * RamRegion#fileDescriptor}.
   */
  Backing MEMFD = new Memfd(HugePages.NONE, Optional.empty());

  /**
   * Bytes of a file, which is made or made longer as needed.
   *
   * @param path the file
   * @param shared whether writes go to the file; otherwise they stay private to this process
   * @return the backing
   */
  static Backing file(Path path, boolean shared) {
    return new File(path, 0, shared, Optional.empty());
  }

  /**
   * The kind of host pages wanted.
   *
   * @return the pages
   */
  HugePages hugePages();

  /**
   * Whether the memory is committed when the region is made.
   *
   * @return how, empty when it is committed lazily
   */
  Optional<Preallocation> preallocation();

  /**
   * This backing, committed when the region is made.
   *
   * @param preallocation is told of the progress
   * @return the backing
   */
  Backing with(Preallocation preallocation);

  /**
   * This backing on other host pages.
   *
   * @param pages the pages
   * @return the backing
   * @throws IllegalArgumentException for a file, whose pages are those of its file system
   */
  Backing with(HugePages pages);

  /** The kind of host pages. */
  enum HugePages {
    /** The host's usual pages. */
    NONE,
    /** Usual pages that the host may join to huge ones (madvise MADV_HUGEPAGE). */
    TRANSPARENT,
    /** 2 MiB pages from the host's reserved pool (hugetlbfs). */
    RESERVED_2M,
    /** 1 GiB pages from the host's reserved pool (hugetlbfs). */
    RESERVED_1G;

    long pageSize() {
      return switch (this) {
        case NONE, TRANSPARENT -> 0x1000;
        case RESERVED_2M -> 1L << 21;
        case RESERVED_1G -> 1L << 30;
      };
    }
  }

  /** Told how far the committing of memory has come. */
  @FunctionalInterface
  interface Preallocation {
    /**
     * More memory has been committed. Throwing gives up and frees the memory.
     *
     * @param done bytes committed
     * @param total bytes in all
     */
    void committed(long done, long total);
  }

  /**
   * See {@link #ANONYMOUS}.
   *
   * @param hugePages the host pages
   * @param preallocation whether it is committed at once
   */
  record Anonymous(HugePages hugePages, Optional<Preallocation> preallocation) implements Backing {
    @Override
    public Backing with(Preallocation progress) {
      return new Anonymous(hugePages, Optional.of(progress));
    }

    @Override
    public Backing with(HugePages pages) {
      return new Anonymous(pages, preallocation);
    }
  }

  /**
   * See {@link #MEMFD}.
   *
   * @param hugePages the host pages
   * @param preallocation whether it is committed at once
   */
  record Memfd(HugePages hugePages, Optional<Preallocation> preallocation) implements Backing {
    @Override
    public Backing with(Preallocation progress) {
      return new Memfd(hugePages, Optional.of(progress));
    }

    @Override
    public Backing with(HugePages pages) {
      return new Memfd(pages, preallocation);
    }
  }

  /**
   * See {@link #file}.
   *
   * @param path the file
   * @param offset bytes into the file at which the region begins, a multiple of 4096
   * @param shared whether writes go to the file
   * @param preallocation whether it is committed at once
   */
  record File(Path path, long offset, boolean shared, Optional<Preallocation> preallocation)
      implements Backing {
    /**
     * Checks the offset.
     *
     * @throws IllegalArgumentException when it is negative or not a multiple of 4096
     */
    public File {
      if (offset < 0 || offset % 0x1000 != 0) {
        throw new IllegalArgumentException(
            "file offset 0x%x: want a multiple of 4096".formatted(offset));
      }
    }

    @Override
    public HugePages hugePages() {
      return HugePages.NONE;
    }

    @Override
    public Backing with(Preallocation progress) {
      return new File(path, offset, shared, Optional.of(progress));
    }

    @Override
    public Backing with(HugePages pages) {
      throw new IllegalArgumentException("a file's pages are those of its file system: " + path);
    }
  }
}
