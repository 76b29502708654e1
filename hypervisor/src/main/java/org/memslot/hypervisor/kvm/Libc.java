package org.memslot.hypervisor.kvm;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;

/**
 * The system calls of Linux on x86-64 that KVM needs. Each gives the call's result, or the negated
 * errno where the call failed, as the kernel itself does; so nothing is allocated and the caller
 * says what the failure means.
 *
 * <p>All go through the C library's syscall(2), which has them in common: each other function
 * linked costs a start as much as a hundred classes.
 *
 * <p>It is not linked as {@linkplain Linker.Option#critical critical}: KVM_RUN blocks for as long
 * as the guest idles, and a thread in a critical call would hold up every garbage collection.
 */
final class Libc {
  static final int O_RDWR = 2;
  static final int O_CLOEXEC = 0x80000;
  static final int PROT_READ = 1;
  static final int PROT_WRITE = 2;
  static final int MAP_SHARED = 1;
  static final int SIG_BLOCK = 0;

  /** Bytes of the kernel's set of signals. */
  static final int SIGNAL_SET = 8;

  /** Where a call leaves its errno. */
  static final StructLayout CALL_STATE = Linker.Option.captureStateLayout();

  private static final int SYS_OPEN = 2;
  private static final int SYS_CLOSE = 3;
  private static final int SYS_MMAP = 9;
  private static final int SYS_MUNMAP = 11;
  private static final int SYS_RT_SIGPROCMASK = 14;
  private static final int SYS_IOCTL = 16;
  private static final int SYS_GETPID = 39;
  private static final int SYS_RT_SIGTIMEDWAIT = 128;
  private static final int SYS_GETTID = 186;
  private static final int SYS_TGKILL = 234;

  private static final long ERRNO = CALL_STATE.byteOffset(PathElement.groupElement("errno"));
  private static final MethodHandle SYSCALL = link();

  private Libc() {}

  @SuppressWarnings("restricted") // the C library's own call, with the types of its manual page
  private static MethodHandle link() {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(
        linker.defaultLookup().findOrThrow("syscall"),
        FunctionDescriptor.of(
            JAVA_LONG, // result
            JAVA_LONG, // number
            JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG),
        Linker.Option.firstVariadicArg(1),
        Linker.Option.captureCallState("errno"));
  }

  static int open(String path, int flags) {
    try (Arena arena = Arena.ofConfined()) {
      return (int) call(SYS_OPEN, arena.allocateFrom(path).address(), flags, 0, 0, 0, 0);
    }
  }

  static int close(int fd) {
    return (int) call(SYS_CLOSE, fd, 0, 0, 0, 0, 0);
  }

  static int ioctl(int fd, long request, long argument) {
    return (int) call(SYS_IOCTL, fd, request, argument, 0, 0, 0);
  }

  /** As {@link #ioctl(int, long, long)} with the caller's own room for errno. */
  static int ioctl(MemorySegment state, int fd, long request, long argument) {
    return (int) call(state, SYS_IOCTL, fd, request, argument, 0, 0, 0);
  }

  static long mmap(long length, int protection, int flags, int fd) {
    return call(SYS_MMAP, 0, length, protection, flags, fd, 0);
  }

  static int munmap(long address, long length) {
    return (int) call(SYS_MUNMAP, address, length, 0, 0, 0, 0);
  }

  /** The kernel's number of the calling thread. */
  static int gettid() {
    return (int) call(SYS_GETTID, 0, 0, 0, 0, 0, 0);
  }

  /** Sends a signal to one thread of this process. */
  static int tgkill(int tid, int signal) {
    long pid = call(SYS_GETPID, 0, 0, 0, 0, 0, 0);
    return (int) call(SYS_TGKILL, pid, tid, signal, 0, 0, 0);
  }

  /** Changes the calling thread's signal mask; both sets are of {@link #SIGNAL_SET} bytes. */
  static int sigmask(int how, MemorySegment set, MemorySegment old) {
    return (int) call(SYS_RT_SIGPROCMASK, how, set.address(), old.address(), SIGNAL_SET, 0, 0);
  }

  /** Takes one pending signal of the set; waits no longer than the timespec says. */
  static int sigtimedwait(MemorySegment set, MemorySegment timespec) {
    return (int) call(SYS_RT_SIGTIMEDWAIT, set.address(), 0, timespec.address(), SIGNAL_SET, 0, 0);
  }

  private static long call(long number, long a, long b, long c, long d, long e, long f) {
    try (Arena arena = Arena.ofConfined()) {
      return call(arena.allocate(CALL_STATE), number, a, b, c, d, e, f);
    }
  }

  private static long call(
      MemorySegment state, long number, long a, long b, long c, long d, long e, long f) {
    long result;
    try {
      result = (long) SYSCALL.invokeExact(state, number, a, b, c, d, e, f);
    } catch (RuntimeException | Error thrown) {
      throw thrown;
    } catch (Throwable thrown) {
      throw new IllegalStateException(thrown);
    }
    return result != -1 ? result : -state.get(JAVA_INT, ERRNO);
  }
}
