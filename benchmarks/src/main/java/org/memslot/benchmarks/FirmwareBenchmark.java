package org.memslot.benchmarks;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.memslot.bios.E820Map;
import org.memslot.bios.E820Type;
import org.memslot.bios.FwCfg;
import org.memslot.bios.MachineInformation;
import org.memslot.bios.NumaDistances;
import org.memslot.bios.ParavirtInformation;
import org.memslot.bios.SlotInformation;
import org.memslot.bios.firmware.BuiltInFirmware;
import org.memslot.bios.firmware.FirmwareFiles;
import org.memslot.bios.firmware.FirmwareResult;
import org.memslot.bios.firmware.Platform;
import org.memslot.hotplug.device.MemslotDevice;
import org.memslot.hypervisor.PcPlatform;
import org.memslot.hypervisor.device.PciHost;
import org.memslot.hypervisor.device.PmBlock;
import org.memslot.machine.AddressRange;
import org.memslot.machine.AddressSpace;
import org.memslot.machine.RamRegion;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The firmware's work at a reset: all tables of a machine with 255 slots, 64 CPUs and 4 nodes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 8, time = 1)
@Measurement(iterations = 10, time = 1)
public class FirmwareBenchmark {
  private static final long BOOT_MEMORY = 1L << 30;
  private static final long SLOT = 1L << 27;
  private static final int NODES = 4;

  private final MachineInformation machine =
      MachineInformation.builder(E820Map.EMPTY.add(AddressRange.of(0, BOOT_MEMORY), E820Type.RAM))
          .presentCpus(64)
          .paravirt(
              new ParavirtInformation(
                  IntStream.range(0, 64).map(cpu -> cpu % NODES).boxed().toList(),
                  Collections.nCopies(NODES, BOOT_MEMORY / NODES),
                  IntStream.range(0, 255)
                      .mapToObj(
                          slot ->
                              new SlotInformation(
                                  AddressRange.of((4L << 30) + slot * SLOT, SLOT), slot % NODES))
                      .toList()))
          .distances(NumaDistances.uniform(NODES, 20))
          .build();

  private final AddressSpace memory = AddressSpace.memory("memory");
  private final AddressSpace ports = AddressSpace.ports("ports");
  private final Platform platform =
      PcPlatform.of(List.of(new PciHost(PmBlock.PORT, () -> {}), new MemslotDevice()));
  private final List<byte[]> tables;

  /** A board at reset, and the tables that its firmware makes. */
  public FirmwareBenchmark() {
    FwCfg fwCfg = new FwCfg(memory);
    memory.change(edit -> edit.add(0, RamRegion.create("ram", BOOT_MEMORY)));
    ports.change(fwCfg::attach);
    machine.publish(fwCfg);
    FirmwareFiles files = FirmwareFiles.of(machine, platform);
    tables =
        FirmwareFiles.FILES.stream().map(name -> files.file(name).orElseThrow().toArray()).toList();
  }

  /** All of it: reads fw_cfg through ports, builds, links, writes to guest memory. */
  @Benchmark
  public FirmwareResult run() {
    return new BuiltInFirmware(memory, ports, platform).run();
  }

  /** Builds the tables and the script that links them. */
  @Benchmark
  public FirmwareFiles build() {
    return FirmwareFiles.of(machine, platform);
  }

  /** Copies the tables' bytes to guest memory and sums them: what {@link #run} is compared with. */
  @Benchmark
  public int copyWithChecksum() {
    int sum = 0;
    long address = 0x10_0000;
    for (byte[] table : tables) {
      for (byte b : table) {
        sum += b;
      }
      memory.write(address, table, 0, table.length);
      address += table.length;
    }
    return sum;
  }
}
