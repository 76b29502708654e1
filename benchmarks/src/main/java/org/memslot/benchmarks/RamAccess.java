package org.memslot.benchmarks;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.concurrent.TimeUnit;
import org.memslot.machine.AddressSpace;
import org.memslot.machine.Cursor;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/**
 * One access to RAM: a u64 read or written through the bus, and through a {@link MemorySegment} at
 * the same bytes. The {@code loop} variants make all accesses in one loop, where the compiler moves
 * the segment's checks out of the loop.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RamAccess {
  private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;

  /** Regions that the 64 MiB are cut into. */
  @Param({"1", "8", "64", "256", "1024", "4096"})
  public int regions;

  /** Addresses in turn. */
  @Param({"1024", "16384"})
  public int addresses;

  private AddressSpace space;
  private Cursor cursor;
  private MemorySegment flat;
  private long[] at;
  private long[] offsets;
  private int next;

  /** Makes the regions. */
  @Setup(Level.Trial)
  public void prepare() {
    Regions all = new Regions(regions, addresses);
    space = all.space;
    cursor = space.cursor();
    flat = all.flat;
    at = all.addresses;
    offsets = all.offsets;
  }

  private int turn() {
    int now = next;
    next = now + 1;
    return now & (at.length - 1);
  }

  @Benchmark
  public long readSegment() {
    return flat.get(LONG, offsets[turn()]);
  }

  @Benchmark
  public long readBus() {
    return space.read64(at[turn()]);
  }

  @Benchmark
  public void writeSegment() {
    int turn = turn();
    flat.set(LONG, offsets[turn], turn);
  }

  @Benchmark
  public void writeBus() {
    int turn = turn();
    space.write64(at[turn], turn);
  }

  @Benchmark
  public void loopReadSegment(Blackhole hole) {
    for (long offset : offsets) {
      hole.consume(flat.get(LONG, offset));
    }
  }

  @Benchmark
  public void loopReadBus(Blackhole hole) {
    for (long address : at) {
      hole.consume(space.read64(address));
    }
  }

  @Benchmark
  public void loopReadCursor(Blackhole hole) {
    for (long address : at) {
      hole.consume(cursor.read64(address));
    }
  }
}
