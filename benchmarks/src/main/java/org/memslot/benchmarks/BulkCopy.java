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

/**
 * A disk's or a network card's transfer: bytes copied out of and into guest memory at random
 * multiples of 64, for 4096 bytes and more of 4096, against MemorySegment.copy at the same bytes.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class BulkCopy {
  /** Bytes copied at once. */
  @Param({"64", "4096", "1048576"})
  public int size;

  private AddressSpace space;
  private Cursor cursor;
  private MemorySegment flat;
  private byte[] buffer;
  private long[] at;
  private long[] offsets;
  private int next;

  /** Makes one region of 64 MiB. */
  @Setup(Level.Trial)
  public void prepare() {
    Regions all = new Regions(1, 1024);
    space = all.space;
    cursor = space.cursor();
    flat = all.flat;
    buffer = new byte[size];
    long step = Math.min(size, 0x1000);
    long first = space.view().ranges().getFirst().range().first();
    at = new long[all.offsets.length];
    offsets = new long[all.offsets.length];
    for (int i = 0; i < offsets.length; i++) {
      offsets[i] = Math.min(all.offsets[i] & -step, flat.byteSize() - size);
      at[i] = first + offsets[i];
    }
  }

  private int turn() {
    int now = next;
    next = now + 1;
    return now & (at.length - 1);
  }

  @Benchmark
  public byte[] readSegment() {
    MemorySegment.copy(flat, ValueLayout.JAVA_BYTE, offsets[turn()], buffer, 0, size);
    return buffer;
  }

  @Benchmark
  public byte[] readBus() {
    space.read(at[turn()], buffer, 0, size);
    return buffer;
  }

  @Benchmark
  public void writeSegment() {
    MemorySegment.copy(buffer, 0, flat, ValueLayout.JAVA_BYTE, offsets[turn()], size);
  }

  @Benchmark
  public void writeBus() {
    space.write(at[turn()], buffer, 0, size);
  }

  @Benchmark
  public byte[] readCursor() {
    cursor.read(at[turn()], buffer, 0, size);
    return buffer;
  }

  @Benchmark
  public void writeCursor() {
    cursor.write(at[turn()], buffer, 0, size);
  }
}
