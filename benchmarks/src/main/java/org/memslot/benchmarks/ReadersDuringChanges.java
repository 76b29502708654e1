package org.memslot.benchmarks;

import java.util.concurrent.TimeUnit;
import org.memslot.machine.AddressSpace;
import org.memslot.machine.RamRegion;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Group;
import org.openjdk.jmh.annotations.GroupThreads;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Readers on one core while regions come and go without pause on the other. In {@code quiet} the
 * other core is as busy and changes a space of its own, so that the two differ by what a change
 * does to readers alone.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ReadersDuringChanges {
  /** What readers and writer share. */
  @State(Scope.Group)
  public static class Shared {
    /** Regions present. */
    @Param({"8", "4096"})
    public int regions;

    private AddressSpace space;
    private AddressSpace other;
    private long[] addresses;
    private long hole;
    private final RamRegion ram = RamRegion.create("slot", 0x4000);

    /** Makes two spaces. */
    @Setup(Level.Trial)
    public void prepare() {
      Regions all = new Regions(regions, 1024);
      space = all.space;
      addresses = all.addresses;
      other = new Regions(regions, 1024).space;
      hole = space.view().ranges().get(regions / 2).range().last() + 1;
    }

    private void change(AddressSpace where) {
      where.change(c -> c.add(hole, ram));
      where.change(c -> c.remove(ram));
    }

    private void read(Blackhole hole) {
      for (long address : addresses) {
        hole.consume(space.read64(address));
      }
    }
  }

  @Benchmark
  @Group("changing")
  @GroupThreads(1)
  public void changingReader(Shared shared, Blackhole hole) {
    shared.read(hole);
  }

  @Benchmark
  @Group("changing")
  @GroupThreads(1)
  public void changingWriter(Shared shared) {
    shared.change(shared.space);
  }

  @Benchmark
  @Group("quiet")
  @GroupThreads(1)
  public void quietReader(Shared shared, Blackhole hole) {
    shared.read(hole);
  }

  @Benchmark
  @Group("quiet")
  @GroupThreads(1)
  public void quietWriter(Shared shared) {
    shared.change(shared.other);
  }
}
