package org.memslot.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.memslot.aml.memory.MemoryHotplugRegisters;
import org.memslot.bios.device.Devices;
import org.memslot.hotplug.CommandResult;
import org.memslot.hotplug.GpeBlock;
import org.memslot.hotplug.MemoryHotplugController;
import org.memslot.hotplug.device.HotplugInterfaces;
import org.memslot.hotplug.slot.SlotPlan;
import org.memslot.machine.AddressRange;
import org.memslot.machine.AddressSpace;
import org.memslot.machine.ByteSize;
import org.memslot.machine.LevelInterruptLine;
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
 * {@code memslot ID add} as far as the host goes: from the command to the interrupt line, with the
 * memory on the bus. All other slots of the machine have memory already. Not measured are removal
 * and the host's fault at the first access.
 */
@State(Scope.Thread)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch"})
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class AddSlot {
  private static final int GPE_PORT = 0xafe0;
  private static final long OTHERS = ByteSize.MIB;

  /** Slots of the machine. */
  @Param({"8", "4096"})
  public int slots;

  /** MiB of the slot that is added. */
  @Param({"128", "1024", "65536", "1048576"})
  public long mebibytes;

  private final AddressSpace memory = AddressSpace.memory("memory");
  private final AddressSpace ports = AddressSpace.ports("ports");
  private final LevelInterruptLine sci = new LevelInterruptLine("SCI");
  private final List<SlotPlan> plans = new ArrayList<>();
  private final long start = 16 * ByteSize.GIB;

  private MemoryHotplugController controller;

  /** Populates all slots but the one. */
  @Setup(Level.Trial)
  public void prepare() {
    plans.add(
        new SlotPlan.Named("measured", AddressRange.of(start, mebibytes * ByteSize.MIB), 0, false));
    for (int slot = 1; slot < slots; slot++) {
      AddressRange range = AddressRange.of((1L << 32) + slot * OTHERS, OTHERS);
      plans.add(new SlotPlan.Named("s" + slot, range, 0, true));
    }
    GpeBlock gpe = new GpeBlock(sci);
    controller =
        MemoryHotplugController.builder(memory, HotplugInterfaces.QEMU, gpe).slots(plans).build();
    new Devices(List.of(gpe, controller.registers())).plug(memory, ports);
    ports.write16(GPE_PORT + 2, 1 << MemoryHotplugRegisters.GPE_BIT);
    controller.populateAtStart().ifPresent(refusal -> fail(refusal.message()));
  }

  /** Adds it. */
  @Benchmark
  public CommandResult add() {
    return controller.add("measured");
  }

  /** Checks what was measured, and has the guest's registers take the memory away again. */
  @TearDown(Level.Invocation)
  public void remove() {
    if (!sci.isAsserted() || memory.read64(start) != 0) {
      fail("no interrupt, or no memory");
    }
    controller.delete("measured");
    ports.write32(MemoryHotplugRegisters.PORT + MemoryHotplugRegisters.SELECTOR, 0);
    ports.write32(
        MemoryHotplugRegisters.PORT + MemoryHotplugRegisters.FLAGS, MemoryHotplugRegisters.EJECT);
    ports.write16(GPE_PORT, 1 << MemoryHotplugRegisters.GPE_BIT);
    if (sci.isAsserted() || memory.read64(start) != -1) {
      fail("the slot was not emptied");
    }
  }

  private static void fail(String reason) {
    throw new IllegalStateException(reason);
  }
}
