package org.memslot.hypervisor.kvm;

import java.util.concurrent.locks.LockSupport;

/**
 * Looks into a ring of {@link CoalescedWrites} 40 times a second: KVM does not say when it puts
 * something there, and a guest may write and then do nothing for which it would be left.
 */
final class CoalescedWritesThread implements AutoCloseable {
  private static final long PERIOD = 25_000_000;

  private final CoalescedWrites writes;
  private final LastAccesses log = new LastAccesses();
  private final Thread thread;
  private volatile boolean closing;

  /** Starts it. */
  CoalescedWritesThread(CoalescedWrites writes) {
    this.writes = writes;
    thread = Thread.ofPlatform().daemon().name("coalesced-writes").start(this::look);
  }

  private void look() {
    while (!closing) {
      LockSupport.parkNanos(PERIOD);
      writes.deliver(log);
    }
    writes.deliver(log);
  }

  /** Ends it; what is in the ring then has been delivered, if no vCPU runs. */
  @Override
  public void close() {
    closing = true;
    LockSupport.unpark(thread);
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
