package org.memslot.hypervisor.kvm;

/**
 * What a host's KVM may have or not, as far as it matters here ({@code KVM_CAP_*} of {@code
 * linux/kvm.h}).
 */
public enum KvmCapability {
  /** Interrupt controllers (two 8259, IOAPIC, local APICs) in the kernel. */
  IRQCHIP(0),
  /** Memory regions backed by memory of this process. */
  USER_MEMORY(3),
  /** KVM_SET_TSS_ADDR, for real mode on Intel CPUs. */
  SET_TSS_ADDR(4),
  /** KVM_GET_SUPPORTED_CPUID and KVM_SET_CPUID2. */
  EXT_CPUID(7),
  /** How many vCPUs a machine should have at most. */
  NR_VCPUS(9),
  /** How many memory slots a machine has. */
  NR_MEMSLOTS(10),
  /**
   * A ring of writes for which the guest is not left; the number of its page in a vCPU's memory.
   */
  COALESCED_MMIO(15),
  /** An 8254 timer in the kernel. */
  PIT2(33),
  /** KVM_SET_IDENTITY_MAP_ADDR, for real mode on Intel CPUs. */
  SET_IDENTITY_MAP_ADDR(37),
  /** How many vCPUs a machine can have. */
  MAX_VCPUS(66),
  /** The TSC-deadline mode of the local APICs in the kernel. */
  TSC_DEADLINE_TIMER(72),
  /** Memory slots that the guest can only read. */
  READONLY_MEM(81),
  /** The field immediate_exit of kvm_run. */
  IMMEDIATE_EXIT(136),
  /** The ring takes writes to I/O ports, too. */
  COALESCED_PIO(162);

  private final int number;

  KvmCapability(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }

  /** The name in the kernel's documentation. */
  public String kernelName() {
    return "KVM_CAP_" + name();
  }
}
