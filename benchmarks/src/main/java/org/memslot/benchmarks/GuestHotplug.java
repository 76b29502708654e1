package org.memslot.benchmarks;

import java.util.concurrent.TimeUnit;
import org.memslot.hotplug.HotplugInterface;
import org.memslot.hotplug.device.HotplugInterfaces;
import org.memslot.machine.ByteSize;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * {@code memslot ID add} with the embedded guest: from the command to the report that the memory is
 * online. {@code mebibytes} 128 and 1024 differ by what the guest's look at every page costs.
 */
@State(Scope.Thread)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch"})
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class GuestHotplug {
  /** The interface. */
  @Param({"memslot", "qemu"})
  public String kind;

  /** Slots of the machine. */
  @Param({"8", "255"})
  public int slots;

  /** MiB of a slot. */
  @Param({"128", "1024"})
  public long mebibytes;

  private GuestMachine machine;

  /** Boots. */
  @Setup(Level.Trial)
  public void boot() {
    HotplugInterface hotplug = HotplugInterfaces.named(kind).orElseThrow();
    machine = new GuestMachine(hotplug, slots, mebibytes * ByteSize.MIB);
  }

  /** Adds the last slot. */
  @Benchmark
  public void add() {
    machine.add(slots - 1);
  }

  /** Removes it. */
  @TearDown(Level.Invocation)
  public void remove() {
    machine.remove(slots - 1);
  }
}
