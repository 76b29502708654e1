package org.memslot.hypervisor.kvm;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * The accesses to ports and devices that a vCPU made last, for the report of a failure. Noting one
 * makes no object. For one thread at a time.
 */
final class LastAccesses {
  /** A power of two. */
  private static final int KEPT = 8;

  private final long[] addresses = new long[KEPT];
  private final long[] values = new long[KEPT];
  private final int[] widths = new int[KEPT];
  private final Kind[] kinds = new Kind[KEPT];
  private long count;

  /**
   * Notes one.
   *
   * @param kind what it was
   * @param width bytes
   */
  void note(Kind kind, long address, int width, long value) {
    int at = (int) count++ & (KEPT - 1);
    addresses[at] = address;
    values[at] = value;
    widths[at] = width;
    kinds[at] = kind;
  }

  /** What an access can be. */
  enum Kind {
    /** An instruction of the IN family. */
    IN,
    /** An instruction of the OUT family. */
    OUT,
    /** A read of memory that is no RAM. */
    READ,
    /** A write to memory that is no RAM. */
    WRITE
  }

  /** A line each, the oldest first. */
  @Override
  public String toString() {
    return LongStream.range(Math.max(0, count - KEPT), count)
        .mapToInt(n -> (int) n & (KEPT - 1))
        .mapToObj(this::line)
        .collect(Collectors.joining("\n"));
  }

  private String line(int at) {
    return String.format(
        Locale.ROOT, "%-5s 0x%x/%d = 0x%x", kinds[at], addresses[at], widths[at], values[at]);
  }
}
