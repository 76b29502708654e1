package org.memslot.machine;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Memory of the host, mapped at an address that stays this mapping's own until the garbage
 * collector has proved that nobody can use it any more.
 *
 * <p>That is what makes access without locks or counts safe: an access keeps the view reachable
 * from which it took the address, the view keeps the region reachable, and the region this mapping.
 * Releasing gives the memory back at once all the same, by mapping untouched zero pages in its
 * place: whoever still was about to write there writes to nobody.
 */
final class HostMapping {
  private static final int COLLECTIONS = 5;
  private static final long UNMAPPING = 10_000_000;

  /** Committed between two calls of a {@link Backing.Preallocation}. */
  private static final long STEP = 256L << 20;

  /** What x86-64 maps with one entry above the page tables. */
  private static final long LARGE_PAGE = 0x20_0000;

  private final MemorySegment memory;

  /** Bytes mapped: whole host pages, of the size that the backing has. */
  private final long mapped;

  private final int fd;

  /** The files that parts of the memory are made of. */
  private final Set<FileLease> leases = ConcurrentHashMap.newKeySet();

  private HostMapping(MemorySegment memory, long page, int fd) {
    this.memory = memory;
    this.mapped = rounded(memory.byteSize(), page);
    this.fd = fd;
  }

  static HostMapping map(String name, long size, Backing backing) {
    if (size < 0 || size >= 1L << 47) {
      throw new HostMemoryException(
          "%s: 0x%x bytes are more than a host process can address (0x%x)"
              .formatted(name, size, 1L << 47),
          size,
          0);
    }
    backing.preallocation().ifPresent(_ -> refuseBeyondAvailable(name, size, backing));
    HostMapping mapping =
        switch (backing) {
          case Backing.Anonymous(Backing.HugePages pages, _) -> anonymous(name, size, pages);
          case Backing.Memfd(Backing.HugePages pages, _) -> memfd(name, size, pages);
          case Backing.File(Path path, long offset, boolean shared, _) ->
              file(name, size, path, offset, shared);
        };
    try {
      if (backing.hugePages() == Backing.HugePages.TRANSPARENT && Host.LINUX) {
        check(
            name,
            size,
            "madvise MADV_HUGEPAGE",
            Host.madvise(mapping.address(), size, Host.MADV_HUGEPAGE));
      }
      backing.preallocation().ifPresent(progress -> mapping.commit(name, progress));
      return mapping;
    } catch (RuntimeException | Error e) {
      mapping.release();
      throw e;
    }
  }

  private static void refuseBeyondAvailable(String name, long size, Backing backing) {
    switch (backing.hugePages()) {
      case NONE, TRANSPARENT -> {
        OptionalLong available = new HostCapacity(Path.of("/")).available();
        if (available.isPresent() && size > available.getAsLong()) {
          throw new HostMemoryException(
              "%s: 0x%x bytes to be committed, the host has 0x%x available"
                  .formatted(name, size, available.getAsLong()),
              size,
              0);
        }
      }
      case RESERVED_2M, RESERVED_1G -> {} // mmap itself refuses more than the pool holds
    }
  }

  private static HostMapping anonymous(String name, long size, Backing.HugePages pages) {
    if (!Host.LINUX) {
      return new HostMapping(unmanaged(size), 0x1000, -1);
    }
    int flags =
        Host.MAP_PRIVATE
            | Host.MAP_ANONYMOUS
            | (pages.pageSize() == 0x1000 ? Host.MAP_NORESERVE : hugeMap(pages));
    return new HostMapping(map(name, size, pages.pageSize(), flags, -1), pages.pageSize(), -1);
  }

  /** Whole pages, as an access may use the word around a byte. */
  private static MemorySegment unmanaged(long size) {
    return Arena.ofAuto().allocate(rounded(size, 0x1000), 0x1000).asSlice(0, size);
  }

  private static HostMapping memfd(String name, long size, Backing.HugePages pages) {
    if (!Host.LINUX) {
      throw new HostMemoryException(name + ": memfd needs Linux", size, 0);
    }
    int flags =
        Host.MFD_CLOEXEC | (pages.pageSize() == 0x1000 ? 0 : Host.MFD_HUGETLB | hugeSize(pages));
    int fd = (int) check(name, size, "memfd_create", Host.memfdCreate(name, flags));
    try {
      check(name, size, "ftruncate", Host.ftruncate(fd, rounded(size, pages.pageSize())));
      long page = pages.pageSize();
      return new HostMapping(map(name, size, page, Host.MAP_SHARED, fd), page, fd);
    } catch (RuntimeException | Error e) {
      Host.close(fd);
      throw e;
    }
  }

  private static HostMapping file(String name, long size, Path path, long offset, boolean shared) {
    try (FileChannel channel =
        FileChannel.open(
            path,
            Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE))) {
      FileChannel.MapMode mode =
          shared ? FileChannel.MapMode.READ_WRITE : FileChannel.MapMode.PRIVATE;
      return new HostMapping(channel.map(mode, offset, size, Arena.ofAuto()), 0x1000, -1);
    } catch (IOException e) {
      throw new HostMemoryException(
          "%s: file %s cannot be mapped: %s".formatted(name, path, e.getMessage()), size, 0);
    }
  }

  @SuppressWarnings(
      "restricted") // gives the mapped memory a segment that unmaps it when unreachable
  private static MemorySegment map(String name, long size, long page, int flags, int fd) {
    long length = rounded(size, page);
    long address = mmapAligned(length, page, flags, fd);
    for (int attempt = 0; address == -Host.ENOMEM && attempt < COLLECTIONS; attempt++) {
      // Released mappings keep their addresses until they are collected, and then a thread of the
      // runtime unmaps them.
      System.gc();
      LockSupport.parkNanos(UNMAPPING);
      address = mmapAligned(length, page, flags, fd);
    }
    long start = check(name, size, "mmap", address);
    return MemorySegment.ofAddress(start)
        .reinterpret(size, Arena.ofAuto(), _ -> Host.munmap(start, length));
  }

  /**
   * At a multiple of {@link #LARGE_PAGE} where that much is mapped: only then can the kernel use
   * large pages for it, and KVM for the guest's addresses. Linux does not see to it before 6.7.
   */
  private static long mmapAligned(long length, long page, int flags, int fd) {
    if (length < LARGE_PAGE || page >= LARGE_PAGE) {
      return Host.mmap(0, length, flags, fd, 0);
    }
    int reservation = Host.MAP_PRIVATE | Host.MAP_ANONYMOUS | Host.MAP_NORESERVE;
    long wide = length + LARGE_PAGE;
    long from = Host.mmap(0, wide, reservation, -1, 0);
    if (from < 0) {
      return from;
    }
    long start = rounded(from, LARGE_PAGE);
    long address = Host.mmap(start, length, flags | Host.MAP_FIXED, fd, 0);
    if (address < 0) {
      Host.munmap(from, wide);
      return address;
    }
    if (start > from) {
      Host.munmap(from, start - from);
    }
    Host.munmap(start + length, from + wide - start - length);
    return address;
  }

  private static long rounded(long size, long page) {
    return (size + page - 1) & -page;
  }

  private static int hugeMap(Backing.HugePages pages) {
    return Host.MAP_HUGETLB | hugeSize(pages);
  }

  private static int hugeSize(Backing.HugePages pages) {
    return Long.numberOfTrailingZeros(pages.pageSize()) << Host.HUGE_SHIFT;
  }

  private static long check(String name, long size, String call, long result) {
    if (result < 0 && result > -4096) {
      throw new HostMemoryException(
          "%s: %s refused 0x%x bytes: errno %d%s"
              .formatted(name, call, size, -result, meaning((int) -result)),
          size,
          (int) -result);
    }
    return result;
  }

  private static String meaning(int errno) {
    return errno == Host.ENOMEM ? " (the host has not enough memory or huge pages)" : "";
  }

  private void commit(String name, Backing.Preallocation progress) {
    long size = memory.byteSize();
    for (long done = 0; done < size; ) {
      long step = Math.min(STEP, size - done);
      populate(name, done, step);
      done += step;
      progress.committed(done, size);
    }
  }

  private void populate(String name, long offset, long length) {
    long result =
        Host.LINUX
            ? Host.madvise(address() + offset, length, Host.MADV_POPULATE_WRITE)
            : -Host.EINVAL;
    if (result == -Host.EINVAL) { // a kernel before 5.14: touch each page
      for (long at = offset; at < offset + length; at += 0x1000) {
        memory.set(ValueLayout.JAVA_BYTE, at, memory.get(ValueLayout.JAVA_BYTE, at));
      }
    } else {
      check(name, length, "madvise MADV_POPULATE_WRITE", result);
    }
  }

  long address() {
    return memory.address();
  }

  /** The descriptor of a memfd, -1 for other memory. */
  int fd() {
    return fd;
  }

  /**
   * Has bytes of a file stand in part of the memory, private to this process. Where the host
   * refuses that part is zero.
   *
   * @return false, with nothing changed, when the file cannot be kept as it is
   */
  boolean overlay(String name, long offset, HostFile file, long position, long length) {
    Optional<FileLease> lease = file.lease();
    if (lease.isEmpty() || !holds(file, position + length)) {
      return false;
    }
    long at = address() + offset;
    leases.add(lease.get());
    if (!lease.get().add(this, at, length)) {
      return false;
    }
    int flags = Host.MAP_FIXED | Host.MAP_PRIVATE | Host.MAP_NORESERVE;
    long result = Host.mmap(at, length, flags, file.fd(), position);
    if (result < 0) {
      // What stood there may be gone already, and nothing may be mapped in its place by others.
      Host.mmap(at, length, flags | Host.MAP_ANONYMOUS, -1, 0);
    }
    check(name, length, "mmap", result);
    return true;
  }

  private static boolean holds(HostFile file, long end) {
    try {
      return file.size() >= end;
    } catch (IOException e) {
      return false;
    }
  }

  /** Gives the memory back to the host; the addresses stay mapped, to zero pages. Called once. */
  void release() {
    leases.forEach(lease -> lease.remove(this));
    if (Host.LINUX) {
      int flags = Host.MAP_FIXED | Host.MAP_PRIVATE | Host.MAP_ANONYMOUS | Host.MAP_NORESERVE;
      check("released memory", mapped, "mmap", Host.mmap(address(), mapped, flags, -1, 0));
      if (fd >= 0) {
        Host.close(fd);
      }
    }
    Host.keep(memory);
  }

  /**
   * A segment of the whole mapping that ends with an arena and keeps the owner reachable until
   * then.
   */
  @SuppressWarnings("restricted") // the arena is closed before the memory is released
  MemorySegment segment(Arena arena, Object owner) {
    return MemorySegment.ofAddress(address())
        .reinterpret(memory.byteSize(), arena, _ -> Host.keep(owner));
  }
}
