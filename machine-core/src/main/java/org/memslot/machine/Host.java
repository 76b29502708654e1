package org.memslot.machine;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.lang.ref.Reference;
import java.nio.ByteOrder;

/**
 * The calls of Linux on x86-64 that memory needs (mmap(2), memfd_create(2), madvise(2)), and host
 * memory as a segment.
 */
final class Host {
  static final int PROT_READ_WRITE = 3;
  static final int MAP_SHARED = 1;
  static final int MAP_PRIVATE = 2;
  static final int MAP_FIXED = 0x10;
  static final int MAP_ANONYMOUS = 0x20;
  static final int MAP_NORESERVE = 0x4000;
  static final int MAP_HUGETLB = 0x40000;
  static final int MADV_HUGEPAGE = 14;
  static final int MADV_POPULATE_WRITE = 23;
  static final int MFD_CLOEXEC = 1;
  static final int MFD_HUGETLB = 4;

  /**
   * The page size is written as its logarithm in these bits of the flags of mmap and memfd_create.
   */
  static final int HUGE_SHIFT = 26;

  static final int ENOMEM = 12;
  static final int EINVAL = 22;

  static final boolean LINUX = System.getProperty("os.name").equals("Linux");

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
  private static final VarHandle ERRNO =
      CALL_STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));
  private static final MethodHandle MMAP =
      call(
          "mmap",
          ValueLayout.JAVA_LONG,
          ValueLayout.JAVA_LONG,
          ValueLayout.JAVA_LONG,
          ValueLayout.JAVA_INT,
          ValueLayout.JAVA_INT,
          ValueLayout.JAVA_INT,
          ValueLayout.JAVA_LONG);
  private static final MethodHandle MUNMAP =
      call("munmap", ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG);
  private static final MethodHandle MADVISE =
      call(
          "madvise",
          ValueLayout.JAVA_INT,
          ValueLayout.JAVA_LONG,
          ValueLayout.JAVA_LONG,
          ValueLayout.JAVA_INT);
  private static final MethodHandle MEMFD_CREATE =
      call("memfd_create", ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT);
  private static final MethodHandle FTRUNCATE =
      call("ftruncate", ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG);
  private static final MethodHandle CLOSE =
      call("close", ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);

  private Host() {}

  @SuppressWarnings("restricted") // the one place that links native functions
  private static MethodHandle call(String name, MemoryLayout result, MemoryLayout... parameters) {
    SymbolLookup lookup = Linker.nativeLinker().defaultLookup();
    MemorySegment symbol = LINUX ? lookup.findOrThrow(name) : MemorySegment.NULL;
    if (symbol.equals(MemorySegment.NULL)) {
      return MethodHandles.empty(MethodType.methodType(long.class));
    }
    return Linker.nativeLinker()
        .downcallHandle(
            symbol,
            FunctionDescriptor.of(result, parameters),
            Linker.Option.captureCallState("errno"));
  }

  /** A result, or minus the errno of the failed call. */
  @FunctionalInterface
  private interface Call {
    long apply(MemorySegment state) throws Throwable;
  }

  private static long errnoOr(Call call) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(CALL_STATE);
      long result = call.apply(state);
      return result == -1 ? -(int) ERRNO.get(state, 0L) : result;
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  static long mmap(long address, long length, int flags, int fd, long offset) {
    return errnoOr(
        s -> (long) MMAP.invokeExact(s, address, length, PROT_READ_WRITE, flags, fd, offset));
  }

  static long munmap(long address, long length) {
    return errnoOr(s -> (int) MUNMAP.invokeExact(s, address, length));
  }

  static long madvise(long address, long length, int advice) {
    return errnoOr(s -> (int) MADVISE.invokeExact(s, address, length, advice));
  }

  static long memfdCreate(String name, int flags) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment text = arena.allocateFrom(name);
      return errnoOr(s -> (int) MEMFD_CREATE.invokeExact(s, text, flags));
    }
  }

  static long ftruncate(int fd, long length) {
    return errnoOr(s -> (int) FTRUNCATE.invokeExact(s, fd, length));
  }

  static long close(int fd) {
    return errnoOr(s -> (int) CLOSE.invokeExact(s, fd));
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
