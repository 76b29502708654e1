package org.memslot.benchmarks;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.concurrent.TimeUnit;
import org.memslot.machine.AddressSpace;
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
 * A disk's or a network card's transfer: bytes copied out of and into guest memory, against
 * MemorySegment.copy.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class BulkCopy {
  /** Bytes copied at once. */
  @Param({"64", "4096", "1048576"})
  public int size;

  private AddressSpace space;
  private MemorySegment flat;
  private byte[] buffer;
  private long address;
  private long offset;

  /** Makes one region of 64 MiB. */
  @Setup(Level.Trial)
  public void prepare() {
    Regions all = new Regions(1, 1024);
    space = all.space;
    flat = all.flat;
    buffer = new byte[size];
    address = all.space.view().ranges().getFirst().range().first() + 0x10_0000;
    offset = 0x10_0000;
  }

  @Benchmark
  public byte[] readSegment() {
    MemorySegment.copy(flat, ValueLayout.JAVA_BYTE, offset, buffer, 0, size);
    return buffer;
  }

  @Benchmark
  public byte[] readBus() {
    space.read(address, buffer, 0, size);
    return buffer;
  }

  @Benchmark
  public void writeSegment() {
    MemorySegment.copy(buffer, 0, flat, ValueLayout.JAVA_BYTE, offset, size);
  }

  @Benchmark
  public void writeBus() {
    space.write(address, buffer, 0, size);
  }
}
