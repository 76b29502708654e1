package org.memslot.hypervisor.kvm;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.VarHandle;
import org.memslot.machine.AddressSpace;

/**
 * Writes to I/O ports that KVM has kept in a ring instead of leaving the guest for each (struct
 * kvm_coalesced_mmio_ring of {@code linux/kvm.h}; KVM API documentation, section 4.116). They reach
 * the bus in their order, before whatever makes a vCPU leave the guest next is answered. When the
 * ring is full, KVM leaves the guest as without it. For any thread.
 */
final class CoalescedWrites {
  private static final long PAGE = 4096;
  private static final long FIRST = ring("first");
  private static final long LAST = ring("last");
  private static final long ENTRIES = KvmStructs.COALESCED_RING.byteSize();
  private static final long ENTRY = KvmStructs.COALESCED_ENTRY.byteSize();
  private static final long ADDRESS = entry("phys_addr");
  private static final long LENGTH = entry("len");
  private static final long DATA = entry("data");

  /** Entries of the ring; one of them is always free. */
  static final int CAPACITY = (int) ((PAGE - ENTRIES) / ENTRY);

  private final MemorySegment ring;
  private final AddressSpace ports;

  /** How many writes have come out of the ring. Guarded by this. */
  private long delivered;

  /**
   * The ring of one machine.
   *
   * @param ring a page that the kernel writes, mapped until after the last call
   */
  CoalescedWrites(MemorySegment ring, AddressSpace ports) {
    this.ring = ring;
    this.ports = ports;
  }

  private static long ring(String field) {
    return KvmStructs.offset(KvmStructs.COALESCED_RING, field);
  }

  private static long entry(String field) {
    return KvmStructs.offset(KvmStructs.COALESCED_ENTRY, field);
  }

  /**
   * Brings to the bus what is in the ring. After it returns, all that was written before the call
   * has reached its device, by whichever thread.
   *
   * @param log of the calling thread
   */
  void deliver(LastAccesses log) {
    long ends = ring.get(JAVA_LONG, FIRST); // both in one
    VarHandle.acquireFence(); // what the devices have, after the number that says that they have it
    if ((int) ends != (int) (ends >>> Integer.SIZE)) {
      deliverAll(log);
    }
  }

  private synchronized void deliverAll(LastAccesses log) {
    int first = ring.get(JAVA_INT, FIRST);
    int last = ring.get(JAVA_INT, LAST);
    VarHandle.acquireFence(); // the entries after the number that says they are there
    while (first != last) {
      deliver(ENTRIES + first * ENTRY, log);
      delivered++;
      first = (first + 1) % CAPACITY;
      // Only now, so that who finds the ring empty knows that the devices have everything.
      VarHandle.releaseFence();
      ring.set(JAVA_INT, FIRST, first);
    }
  }

  private void deliver(long at, LastAccesses log) {
    long port = ring.get(JAVA_LONG, at + ADDRESS);
    int width = ring.get(JAVA_INT, at + LENGTH);
    long value =
        switch (width) {
          case 1 -> Byte.toUnsignedLong(ring.get(JAVA_BYTE, at + DATA));
          case 2 -> Short.toUnsignedLong(ring.get(JAVA_SHORT_UNALIGNED, at + DATA));
          default -> Integer.toUnsignedLong(ring.get(JAVA_INT_UNALIGNED, at + DATA));
        };
    log.note(LastAccesses.Kind.OUT, port, width, value);
    ports.write(port, width, value);
  }

  /** How many writes have come out of the ring since the machine was made. */
  synchronized long delivered() {
    return delivered;
  }
}
