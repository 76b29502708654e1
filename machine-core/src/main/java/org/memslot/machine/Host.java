package org.memslot.machine;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.ref.Reference;
import java.nio.ByteOrder;

/**
 * The calls of Linux on x86-64 that memory needs (mmap(2), memfd_create(2), madvise(2), open(2)),
 * and host memory as a segment.
 */
final class Host {
  static final int PROT_READ_WRITE = 3;
  static final int MAP_SHARED = 1;
  static final int MAP_PRIVATE = 2;
  static final int MAP_FIXED = 0x10;
  static final int MAP_ANONYMOUS = 0x20;
  static final int MAP_NORESERVE = 0x4000;
  static final int MAP_HUGETLB = 0x40000;
  static final int MREMAP_MAYMOVE = 1;
  static final int MREMAP_FIXED = 2;
  static final int MADV_HUGEPAGE = 14;
  static final int MADV_POPULATE_WRITE = 23;

  /** O_RDONLY, O_CLOEXEC, and O_NONBLOCK, lest opening a FIFO wait for a writer. */
  static final int O_READ = 0x80800;

  static final int MFD_CLOEXEC = 1;
  static final int MFD_HUGETLB = 4;

  /**
   * The page size is written as its logarithm in these bits of the flags of mmap and memfd_create.
   */
  static final int HUGE_SHIFT = 26;

  private static final int SYS_OPEN = 2;
  private static final int SYS_CLOSE = 3;
  private static final int SYS_MMAP = 9;
  private static final int SYS_MUNMAP = 11;
  private static final int SYS_MREMAP = 25;
  private static final int SYS_MADVISE = 28;
  private static final int SYS_FCNTL = 72;
  private static final int SYS_FTRUNCATE = 77;
  private static final int SYS_MEMFD_CREATE = 319;

  static final int ENOMEM = 12;
  static final int EINVAL = 22;

  /** Whether these are the host's calls: their numbers are those of x86-64. */
  static final boolean LINUX =
      System.getProperty("os.name").equals("Linux")
          && System.getProperty("os.arch").equals("amd64");

  /**
   * All host addresses as one segment: the offset is the address. Only code that got an address
   * from a view, and keeps that view reachable, may use it.
   */
  @SuppressWarnings("restricted") // guest RAM is addressed by page table entry; see AddressSpace
  static final MemorySegment MEMORY = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

  static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private static final StructLayout CALL_STATE = Linker.Option.captureStateLayout();
  private static final long ERRNO =
      CALL_STATE.byteOffset(MemoryLayout.PathElement.groupElement("errno"));
  private static final MethodHandle SYSCALL = link();

  private Host() {}

  /**
   * The C library's syscall(2), which has all calls in common: each other function linked costs a
   * start as much as a hundred classes.
   */
  @SuppressWarnings("restricted") // the one place that links a native function
  private static MethodHandle link() {
    FunctionDescriptor type =
        FunctionDescriptor.of(
            ValueLayout.JAVA_LONG, // result
            ValueLayout.JAVA_LONG, // number
            ValueLayout.JAVA_LONG,
            ValueLayout.JAVA_LONG,
            ValueLayout.JAVA_LONG,
            ValueLayout.JAVA_LONG,
            ValueLayout.JAVA_LONG,
            ValueLayout.JAVA_LONG);
    if (!LINUX) {
      return MethodHandles.empty(type.toMethodType().insertParameterTypes(0, MemorySegment.class));
    }
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(
        linker.defaultLookup().findOrThrow("syscall"),
        type,
        Linker.Option.firstVariadicArg(1),
        Linker.Option.captureCallState("errno"));
  }

  /** A result, or minus the errno of the failed call. */
  private static long call(long number, long a, long b, long c, long d, long e, long f) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(CALL_STATE);
      long result = (long) SYSCALL.invokeExact(state, number, a, b, c, d, e, f);
      return result == -1 ? -state.get(ValueLayout.JAVA_INT, ERRNO) : result;
    } catch (RuntimeException | Error thrown) {
      throw thrown;
    } catch (Throwable thrown) {
      throw new IllegalStateException(thrown);
    }
  }

  static long mmap(long address, long length, int flags, int fd, long offset) {
    return call(SYS_MMAP, address, length, PROT_READ_WRITE, flags, fd, offset);
  }

  static long munmap(long address, long length) {
    return call(SYS_MUNMAP, address, length, 0, 0, 0, 0);
  }

  /** Moves a mapping to an address, whatever is mapped there. */
  static long mremap(long from, long length, long to) {
    return call(SYS_MREMAP, from, length, length, MREMAP_MAYMOVE | MREMAP_FIXED, to, 0);
  }

  static long madvise(long address, long length, int advice) {
    return call(SYS_MADVISE, address, length, advice, 0, 0, 0);
  }

  static long memfdCreate(String name, int flags) {
    try (Arena arena = Arena.ofConfined()) {
      return call(SYS_MEMFD_CREATE, arena.allocateFrom(name).address(), flags, 0, 0, 0, 0);
    }
  }

  static long ftruncate(int fd, long length) {
    return call(SYS_FTRUNCATE, fd, length, 0, 0, 0, 0);
  }

  /** The descriptor of a file, or minus the errno. */
  static long openForReading(String path) {
    try (Arena arena = Arena.ofConfined()) {
      return call(SYS_OPEN, arena.allocateFrom(path).address(), O_READ, 0, 0, 0, 0);
    }
  }

  static long fcntl(int fd, int command, int argument) {
    return call(SYS_FCNTL, fd, command, argument, 0, 0, 0);
  }

  static long close(int fd) {
    return call(SYS_CLOSE, fd, 0, 0, 0, 0, 0);
  }

  /**
   * Makes every other thread pass a full memory barrier. Closing a shared arena shakes hands with
   * each thread; that is what lets the accesses themselves do without barriers.
   */
  static void barrier() {
    try (Arena _ = Arena.ofShared()) {
      // closing is all that is wanted of it
    }
  }

  /**
   * Loads 1, 2, 4 or 8 bytes, zero-extended; in one piece when the address is a multiple of the
   * width.
   */
  static long load(long address, int width) {
    return switch (width) {
      case 1 -> MEMORY.get(ValueLayout.JAVA_BYTE, address) & 0xff;
      case 2 -> MEMORY.get(SHORT, address) & 0xffff;
      case 4 -> MEMORY.get(INT, address) & 0xffff_ffffL;
      default -> MEMORY.get(LONG, address);
    };
  }

  /** Stores 1, 2, 4 or 8 bytes; in one piece when the address is a multiple of the width. */
  static void store(long address, int width, long value) {
    switch (width) {
      case 1 -> MEMORY.set(ValueLayout.JAVA_BYTE, address, (byte) value);
      case 2 -> MEMORY.set(SHORT, address, (short) value);
      case 4 -> MEMORY.set(INT, address, (int) value);
      default -> MEMORY.set(LONG, address, value);
    }
  }

  /** Copies host memory to an array. */
  static void copy(long from, byte[] to, int offset, int length) {
    MemorySegment.copy(MEMORY, ValueLayout.JAVA_BYTE, from, to, offset, length);
  }

  /** Copies to host memory from an array. */
  static void copy(byte[] from, int offset, long to, int length) {
    MemorySegment.copy(from, offset, MEMORY, ValueLayout.JAVA_BYTE, to, length);
  }

  /**
   * Keeps a view, and the memory it shows mapped, up to here: called after each access to the
   * memory.
   */
  @SuppressWarnings(
      "ReachabilityFenceUsage") // an access to memory that is kept mapped does not throw
  static void keep(Object view) {
    Reference.reachabilityFence(view);
  }
}
