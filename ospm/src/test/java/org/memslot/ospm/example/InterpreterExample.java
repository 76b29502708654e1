package org.memslot.ospm.example;

import org.memslot.aml.RegionSpace;
import org.memslot.machine.AddressSpace;
import org.memslot.ospm.interpreter.AmlInterpreter;
import org.memslot.ospm.interpreter.host.AmlHost;
import org.memslot.ospm.interpreter.host.AmlLimits;
import org.memslot.ospm.interpreter.host.BusRegionHandler;
import org.memslot.ospm.interpreter.host.VirtualClock;
import org.memslot.ospm.interpreter.value.AmlInteger;
import org.memslot.ospm.interpreter.value.NamespaceNode;

/** Runs the memory hotplug methods of a machine's tables. */
final class InterpreterExample {
  private InterpreterExample() {}

  static String run(AddressSpace memory, AddressSpace ports, byte[] dsdt, byte[] ssdt) {
    StringBuilder log = new StringBuilder();
    // snippet
    AmlHost host =
        new AmlHost() {
          @Override
          public void onNotify(NamespaceNode node, long value) {
            log.append("Notify(%s, %d)\n".formatted(node, value));
          }
        };
    var interpreter = new AmlInterpreter(new VirtualClock(), host, AmlLimits.DEFAULT);
    interpreter.install(RegionSpace.SYSTEM_MEMORY, new BusRegionHandler(memory));
    interpreter.install(RegionSpace.SYSTEM_IO, new BusRegionHandler(ports));
    interpreter.load(dsdt);
    interpreter.load(ssdt);

    interpreter.evaluate("\\_GPE._E03"); // what an operating system runs on an SCI
    log.append(interpreter.evaluate("\\_SB.MP00._STA").orElseThrow()).append('\n');
    interpreter.evaluate("\\_SB.MP00._EJ0", AmlInteger.ONE);
    // end snippet
    return log.toString();
  }
}
