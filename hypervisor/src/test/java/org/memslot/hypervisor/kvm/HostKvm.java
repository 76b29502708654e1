package org.memslot.hypervisor.kvm;

import static org.assertj.core.api.Assumptions.assumeThat;

/** What this host's KVM does otherwise than hardware. */
final class HostKvm {
  private HostKvm() {}

  /**
   * Skips a test on a host whose KVM emulates real mode without looking at the interrupt table's
   * limit (kvm_pvm does): there is no triple fault there.
   */
  static void assumeTripleFaults() {
    try (RealModeMachine machine = new RealModeMachine()) {
      // xor ax,ax; mov ds,ax; mov word [12],0x1013; mov [14],ax; lidt [0x2000]; int3; hlt
      VcpuExit exit = machine.run("31c0 8ed8 c7060c001310 a30e00 0f011e0020 cc f4");
      assumeThat(exit)
          .as("an interrupt beyond the table, on this host's KVM")
          .isNotInstanceOf(VcpuExit.Halted.class);
    }
  }
}
