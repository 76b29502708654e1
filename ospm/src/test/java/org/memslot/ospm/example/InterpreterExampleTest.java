package org.memslot.ospm.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.memslot.aml.AmlTable;
import org.memslot.aml.TableHeader;
import org.memslot.aml.asl.Externals;
import org.memslot.aml.memory.MemoryDevice;
import org.memslot.aml.memory.MemslotAml;
import org.memslot.aml.memory.MemslotRegisters;
import org.memslot.machine.AddressSpace;
import org.memslot.machine.RamRegion;

class InterpreterExampleTest {
  @Test
  void example() {
    AddressSpace ports = AddressSpace.ports("ports");
    ports.change(change -> change.add(0, RamRegion.create("port ram", 1 << 16)));
    ports.write8(MemslotRegisters.STATUS_PORT, 1);
    byte[] dsdt =
        Externals.declare(
                new AmlTable(header("DSDT"), MemslotAml.dsdtTerms()), MemslotAml.dsdtExternals())
            .encode();
    byte[] ssdt =
        MemslotAml.ssdt(
                header("SSDT"), List.of(new MemoryDevice(0, 4L << 30, 512 << 20, 0)), slot -> false)
            .encode();

    String said = InterpreterExample.run(AddressSpace.memory("memory"), ports, dsdt, ssdt);

    assertThat(said).isEqualTo("Notify(\\_SB_.MP00, 1)\n0xF\n");
    assertThat(ports.read8(MemslotRegisters.EJECT_PORT)).isEqualTo(1);
  }

  private static TableHeader header(String signature) {
    return new TableHeader(signature, 2, "MEMSLT", "EXAMPLE", 1, "TEST", 1);
  }
}
