package org.memslot.hypervisor.kvm;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * The signal that brings a thread out of KVM_RUN, wherever the guest is.
 *
 * <p>It is always blocked in vCPU threads, so that no handler of the Java VM or anyone ever runs;
 * only KVM_RUN, by the vCPU's own mask, notices that it is pending and returns. It stays pending
 * then until it is {@linkplain #consume consumed}.
 */
final class KickSignal {
  /**
   * A real-time signal: neither the Java VM nor the C library uses it. One that is sent twice is
   * pending twice.
   */
  private static final int NUMBER = 40;

  private static final long BIT = 1L << (NUMBER - 1);

  private KickSignal() {}

  /**
   * Blocks the signal in the calling thread, for as long as the thread lives.
   *
   * @return the mask for KVM_RUN: what the thread blocks, but not this signal
   */
  static long block() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment old = arena.allocate(Libc.SIGNAL_SET, 8);
      int result = Libc.sigmask(Libc.SIG_BLOCK, set(arena), old);
      if (result < 0) {
        throw new KvmException.Call("rt_sigprocmask", "signal " + NUMBER, new Errno(-result));
      }
      return old.get(JAVA_LONG, 0) & ~BIT;
    }
  }

  /** Sends it to a thread that has blocked it. */
  static void send(int tid) {
    int result = Libc.tgkill(tid, NUMBER);
    if (result < 0) {
      throw new KvmException.Call(
          "tgkill", "thread %d, signal %d".formatted(tid, NUMBER), new Errno(-result));
    }
  }

  /** Takes one from the calling thread where it is pending. */
  static void consume() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment now = arena.allocate(JAVA_LONG, 2);
      Libc.sigtimedwait(set(arena), now);
    }
  }

  private static MemorySegment set(Arena arena) {
    MemorySegment set = arena.allocate(Libc.SIGNAL_SET, 8);
    set.set(JAVA_LONG, 0, BIT);
    return set;
  }
}
