package org.memslot.hypervisor.kvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.memslot.machine.AddressSpace;
import org.memslot.machine.RamRegion;

/** The example in the package documentation. */
@NeedsKvm
class KvmExampleTest {
  @Test
  void runsARealModeProgram() {
    AddressSpace memory = AddressSpace.memory("memory");
    AddressSpace ports = AddressSpace.ports("ports");
    memory.change(change -> change.add(0, RamRegion.create("ram", 0x1_0000)));
    memory.write8(0x1000, 0xf4); // HLT
    List<VcpuExit> exits = new ArrayList<>();
    // snippet
    try (Kvm kvm = Kvm.open();
        KvmVm vm = kvm.createVm();
        KvmMemory _ = KvmMemory.mirror(vm, memory);
        KvmVcpu cpu = vm.createVcpu(0)) {
      cpu.setSpecialRegisters(cpu.specialRegisters().withRealModeCode(0));
      cpu.setRegisters(KvmRegs.at(0x1000));
      exits.add(cpu.run(memory, ports)); // Halted: the program ended with HLT
    }
    // end snippet
    assertThat(exits).containsExactly(new VcpuExit.Halted());
  }
}
