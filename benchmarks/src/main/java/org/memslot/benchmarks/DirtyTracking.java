package org.memslot.benchmarks;

import java.util.concurrent.TimeUnit;
import org.memslot.machine.AddressSpace;
import org.memslot.machine.RamRegion;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What a write pays for live migration: with the dirty log on and off. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DirtyTracking {
  /** Regions that the 64 MiB are cut into. */
  @Param({"1", "64"})
  public int regions;

  /** Whether pages written are noted. */
  @Param({"off", "on"})
  public String tracking;

  private AddressSpace space;
  private long[] at;
  private int next;

  /** Makes the regions. */
  @Setup(Level.Trial)
  public void prepare() {
    Regions all = new Regions(regions, 16384);
    space = all.space;
    at = all.addresses;
    if (tracking.equals("on")) {
      all.rams.forEach(RamRegion::startDirtyTracking);
    }
  }

  @Benchmark
  public void write() {
    int now = next;
    next = now + 1;
    space.write64(at[now & (at.length - 1)], now);
  }
}
