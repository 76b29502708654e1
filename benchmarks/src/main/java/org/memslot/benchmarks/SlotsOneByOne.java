package org.memslot.benchmarks;

import java.util.concurrent.TimeUnit;
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

/**
 * All of so many slots of a machine populated one by one and removed one by one with the embedded
 * guest. The machine has 4096 slots whatever the number that is used, or only those that are used.
 */
@State(Scope.Thread)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch"})
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class SlotsOneByOne {
  /** Slots used. */
  @Param({"512", "1024", "2048", "4096"})
  public int used;

  /** Whether the machine has as many slots, or 4096. */
  @Param({"4096", "as many"})
  public String present;

  private GuestMachine machine;

  /** Boots. */
  @Setup(Level.Iteration)
  public void boot() {
    int slots = present.equals("as many") ? used : Integer.parseInt(present);
    machine = new GuestMachine(HotplugInterfaces.QEMU, slots, 128 * ByteSize.MIB);
  }

  /** All in, all out. */
  @Benchmark
  public void inAndOut() {
    for (int slot = 0; slot < used; slot++) {
      machine.add(slot);
    }
    for (int slot = 0; slot < used; slot++) {
      machine.remove(slot);
    }
  }
}
