/**
 * Linux KVM through {@link java.lang.foreign}: no C, no JNI.
 *
 * <p>The KVM API has three kinds of file descriptor, and this package has a class for each: {@link
 * org.memslot.hypervisor.kvm.Kvm} is {@code /dev/kvm}, {@link org.memslot.hypervisor.kvm.KvmVm} a
 * virtual machine, {@link org.memslot.hypervisor.kvm.KvmVcpu} a virtual CPU. Close them in reverse
 * order of creation. This runs a real-mode program:
 *
 * {@snippet id="KvmExampleTest" :
 * try (Kvm kvm = Kvm.open();
 *     KvmVm vm = kvm.createVm();
 *     KvmMemory _ = KvmMemory.mirror(vm, memory);
 *     KvmVcpu cpu = vm.createVcpu(0)) {
 *   cpu.setSpecialRegisters(cpu.specialRegisters().withRealModeCode(0));
 *   cpu.setRegisters(KvmRegs.at(0x1000));
 *   exits.add(cpu.run(memory, ports)); // Halted: the program ended with HLT
 * }
 * }
 *
 * <p>{@link org.memslot.hypervisor.kvm.KvmVcpu#run} enters the guest. It forwards port and MMIO
 * accesses to the two buses without allocating an object for each. Any other exit makes it return a
 * {@link org.memslot.hypervisor.kvm.VcpuExit} with the reason. {@link
 * org.memslot.hypervisor.kvm.KvmMemory} keeps KVM's memory slots in step with the bus. {@link
 * org.memslot.hypervisor.kvm.VcpuThread} runs a vCPU on a thread of its own and can stop it
 * wherever the guest is.
 *
 * <p>Neither ioeventfd nor irqfd is used, because neither helps here. An ioeventfd lets a guest
 * continue without waiting for the device, which suits a doorbell register; every register of this
 * board may be read back immediately, so the write must have taken effect. An irqfd replaces
 * KVM_IRQ_LINE by a write to a descriptor, which costs the same, and a level-triggered interrupt
 * needs a second descriptor for its end.
 *
 * <p>A feature that the host lacks causes a {@link org.memslot.hypervisor.kvm.KvmException}, whose
 * kind and message state what is missing and what to do. Numbers and structures are those of
 * Linux's {@code include/uapi/linux/kvm.h} for x86-64; the kernel's {@code
 * Documentation/virt/kvm/api.rst} specifies the behaviour.
 */
@NullMarked
package org.memslot.hypervisor.kvm;

import org.jspecify.annotations.NullMarked;
