package org.memslot.hypervisor.kvm;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;

/**
 * The C library's calls that KVM needs. Each gives the call's result, or the negated errno where
 * the call failed, as the kernel itself does; so nothing is allocated and the caller says what the
 * failure means.
 *
 * <p>None is linked as {@linkplain Linker.Option#critical critical}: KVM_RUN blocks for as long as
 * the guest idles, and a thread in a critical call would hold up every garbage collection.
 */
final class Libc {
  static final int O_RDWR = 2;
  static final int O_CLOEXEC = 0x80000;
  static final int PROT_READ = 1;
  static final int PROT_WRITE = 2;
  static final int MAP_SHARED = 1;
  static final int MAP_PRIVATE = 2;
  static final int MAP_ANONYMOUS = 0x20;
  static final int MAP_NORESERVE = 0x4000;
  static final int SIG_BLOCK = 0;

  /** Where a call leaves its errno. */
  static final StructLayout CALL_STATE = Linker.Option.captureStateLayout();

  private static final int SYS_GETTID = 186;
  private static final int SYS_TGKILL = 234;

  private static final VarHandle ERRNO = CALL_STATE.varHandle(PathElement.groupElement("errno"));

  private static final MethodHandle OPEN =
      call("open", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT), 2);
  private static final MethodHandle CLOSE =
      call("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
  private static final MethodHandle IOCTL =
      call("ioctl", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_LONG), 2);
  private static final MethodHandle MMAP =
      call(
          "mmap",
          FunctionDescriptor.of(
              JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG));
  private static final MethodHandle MUNMAP =
      call("munmap", FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_LONG));
  private static final MethodHandle SYSCALL =
      call(
          "syscall",
          FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG),
          1);
  private static final MethodHandle GETPID = call("getpid", FunctionDescriptor.of(JAVA_INT));
  private static final MethodHandle SIGMASK =
      call("pthread_sigmask", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, ADDRESS));
  private static final MethodHandle SIGTIMEDWAIT =
      call("sigtimedwait", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS));

  private Libc() {}

  private static MethodHandle call(String name, FunctionDescriptor type) {
    return link(name, type, List.of());
  }

  private static MethodHandle call(String name, FunctionDescriptor type, int firstVariadic) {
    return link(name, type, List.of(Linker.Option.firstVariadicArg(firstVariadic)));
  }

  @SuppressWarnings("restricted") // the C library's own calls, with the types of their manual pages
  private static MethodHandle link(
      String name, FunctionDescriptor type, List<Linker.Option> variadic) {
    Linker linker = Linker.nativeLinker();
    List<Linker.Option> options = new ArrayList<>(variadic);
    options.add(Linker.Option.captureCallState("errno"));
    return linker.downcallHandle(
        linker.defaultLookup().findOrThrow(name), type, options.toArray(Linker.Option[]::new));
  }

  static int open(String path, int flags) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(CALL_STATE);
      int fd = (int) OPEN.invokeExact(state, arena.allocateFrom(path), flags, 0);
      return fd >= 0 ? fd : -errno(state);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  static int close(int fd) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(CALL_STATE);
      int result = (int) CLOSE.invokeExact(state, fd);
      return result >= 0 ? result : -errno(state);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  static int ioctl(int fd, long request, long argument) {
    try (Arena arena = Arena.ofConfined()) {
      return ioctl(arena.allocate(CALL_STATE), fd, request, argument);
    }
  }

  /** As {@link #ioctl(int, long, long)} with the caller's own room for errno. */
  static int ioctl(MemorySegment state, int fd, long request, long argument) {
    int result;
    try {
      result = (int) IOCTL.invokeExact(state, fd, request, argument);
    } catch (Throwable e) {
      throw unexpected(e);
    }
    return result >= 0 ? result : -errno(state);
  }

  static long mmap(long length, int protection, int flags, int fd) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(CALL_STATE);
      long address = (long) MMAP.invokeExact(state, 0L, length, protection, flags, fd, 0L);
      return address != -1 ? address : -errno(state);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  static int munmap(long address, long length) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(CALL_STATE);
      int result = (int) MUNMAP.invokeExact(state, address, length);
      return result >= 0 ? result : -errno(state);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** The kernel's number of the calling thread. */
  static int gettid() {
    return (int) syscall(SYS_GETTID, 0, 0, 0);
  }

  /** Sends a signal to one thread of this process. */
  static int tgkill(int tid, int signal) {
    int pid;
    try (Arena arena = Arena.ofConfined()) {
      pid = (int) GETPID.invokeExact(arena.allocate(CALL_STATE));
    } catch (Throwable e) {
      throw unexpected(e);
    }
    return (int) syscall(SYS_TGKILL, pid, tid, signal);
  }

  private static long syscall(long number, long first, long second, long third) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(CALL_STATE);
      long result = (long) SYSCALL.invokeExact(state, number, first, second, third);
      return result != -1 ? result : -errno(state);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Changes the calling thread's signal mask; both sets are the C library's 128 bytes. */
  static int sigmask(int how, MemorySegment set, MemorySegment old) {
    try (Arena arena = Arena.ofConfined()) {
      return -(int) SIGMASK.invokeExact(arena.allocate(CALL_STATE), how, set, old);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Takes one pending signal of the set; waits no longer than the timespec says. */
  static int sigtimedwait(MemorySegment set, MemorySegment timespec) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(CALL_STATE);
      int signal = (int) SIGTIMEDWAIT.invokeExact(state, set, MemorySegment.NULL, timespec);
      return signal >= 0 ? signal : -errno(state);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  private static int errno(MemorySegment state) {
    return (int) ERRNO.get(state, 0L);
  }

  private static RuntimeException unexpected(Throwable e) {
    if (e instanceof RuntimeException runtime) {
      return runtime;
    }
    if (e instanceof Error error) {
      throw error;
    }
    return new IllegalStateException(e);
  }
}
