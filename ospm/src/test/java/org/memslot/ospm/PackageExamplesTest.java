package org.memslot.ospm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.memslot.aml.AmlTable;
import org.memslot.aml.RegionSpace;
import org.memslot.aml.asl.Externals;
import org.memslot.aml.memory.MemoryDevice;
import org.memslot.aml.memory.MemslotAml;
import org.memslot.aml.memory.MemslotRegisters;
import org.memslot.machine.AddressSpace;
import org.memslot.machine.RamRegion;
import org.memslot.ospm.interpreter.AmlInterpreter;
import org.memslot.ospm.interpreter.host.AmlHost;
import org.memslot.ospm.interpreter.host.AmlLimits;
import org.memslot.ospm.interpreter.host.BusRegionHandler;
import org.memslot.ospm.interpreter.host.VirtualClock;
import org.memslot.ospm.interpreter.value.AmlInteger;
import org.memslot.ospm.interpreter.value.AmlObject;

/** The examples in the package documentation of this module. */
class PackageExamplesTest {
  @Test
  void runsTheGuestOnTheCallersThread() {
    TestMachine machine = new TestMachine();
    machine.installFirmware();
    AddressSpace memory = machine.memory;
    AddressSpace ports = machine.ports;
    List<Long> totals = new ArrayList<>();
    // snippet guest
    try (EmbeddedGuest guest = new EmbeddedGuest(memory, ports, new VirtualClock())) {
      guest.boot();
      // Here the machine adds memory and raises the SCI.
      guest.runUntilIdle();
      totals.add(guest.describe().memoryTotal());
    }
    // end snippet
    assertThat(totals).containsExactly(TestMachine.RAM);
  }

  @Test
  void evaluatesTheStatusOfASlot() {
    AddressSpace ports = AddressSpace.ports("ports");
    ports.change(change -> change.add(0, RamRegion.create("port ram", 1 << 16)));
    ports.write8(MemslotRegisters.STATUS_PORT, 1);
    byte[] dsdt =
        Externals.declare(
                new AmlTable(TestMachine.header("DSDT"), MemslotAml.dsdtTerms()),
                MemslotAml.dsdtExternals())
            .encode();
    List<MemoryDevice> slots = List.of(new MemoryDevice(0, 4L << 30, 512 << 20, 0));
    byte[] ssdt = MemslotAml.ssdt(TestMachine.header("SSDT"), slots, _ -> false).encode();
    // snippet interpreter
    var interpreter = new AmlInterpreter(new VirtualClock(), new AmlHost() {}, AmlLimits.DEFAULT);
    interpreter.install(RegionSpace.SYSTEM_IO, new BusRegionHandler(ports));
    interpreter.load(dsdt);
    interpreter.load(ssdt);
    interpreter.evaluate("\\_GPE._E03"); // the event handler notices the slot
    boolean present =
        switch (interpreter.evaluate("\\_SB.MP00._STA").orElseThrow()) {
          case AmlInteger(long status) -> (status & 1) != 0;
          case AmlObject other -> throw new IllegalStateException("_STA returned " + other);
        };
    // end snippet
    assertThat(present).isTrue();
  }
}
