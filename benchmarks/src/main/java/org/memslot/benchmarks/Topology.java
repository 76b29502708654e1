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

/** One region plugged and unplugged, each published at once, with others present. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Topology {
  /** Regions present. */
  @Param({"8", "64", "512", "4096"})
  public int regions;

  private AddressSpace space;
  private final RamRegion ram = RamRegion.create("slot", 0x4000);
  private final RamRegion terabyte = RamRegion.create("terabyte", 1L << 40);
  private long hole;

  /** Makes the regions; the one that comes and goes has its place in a hole between them. */
  @Setup(Level.Trial)
  public void prepare() {
    space = new Regions(regions, 1024).space;
    hole = space.view().ranges().get(regions / 2).range().last() + 1;
  }

  @Benchmark
  public void plugAndUnplug() {
    space.change(c -> c.add(hole, ram));
    space.change(c -> c.remove(ram));
  }

  @Benchmark
  public void plugAndUnplugTerabyte() {
    space.change(c -> c.add(1L << 40, terabyte));
    space.change(c -> c.remove(terabyte));
  }

  @Benchmark
  public void createPlugUnplugAndClose() {
    RamRegion fresh = RamRegion.create("fresh", 0x4000);
    space.change(c -> c.add(hole, fresh));
    space.change(c -> c.remove(fresh));
    fresh.close();
  }
}
