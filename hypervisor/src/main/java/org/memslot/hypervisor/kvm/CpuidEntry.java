package org.memslot.hypervisor.kvm;

/**
 * What the instruction CPUID answers to one leaf (struct kvm_cpuid_entry2).
 *
 * @param function the leaf, EAX of the question
 * @param index the subleaf, ECX of the question; counts only where bit 0 of flags is set
 * @param flags KVM_CPUID_FLAG_*
 */
public record CpuidEntry(int function, int index, int flags, int eax, int ebx, int ecx, int edx) {
  CpuidEntry withEbx(int value) {
    return new CpuidEntry(function, index, flags, eax, value, ecx, edx);
  }

  CpuidEntry withEcx(int value) {
    return new CpuidEntry(function, index, flags, eax, ebx, value, edx);
  }

  CpuidEntry withEdx(int value) {
    return new CpuidEntry(function, index, flags, eax, ebx, ecx, value);
  }

  CpuidEntry withEax(int value) {
    return new CpuidEntry(function, index, flags, value, ebx, ecx, edx);
  }
}
