/**
 * Linux KVM through {@link java.lang.foreign}: no C, no JNI.
 *
 * <p>Three handles follow the three kinds of file descriptor of the KVM API, each closeable, each
 * closed before the one it came from: {@link org.memslot.hypervisor.kvm.Kvm} is {@code /dev/kvm},
 * {@link org.memslot.hypervisor.kvm.KvmVm} a virtual machine, {@link
 * org.memslot.hypervisor.kvm.KvmVcpu} a virtual CPU. A real-mode program runs like this:
 *
 * <pre>{@code
 * try (Kvm kvm = Kvm.open();
 *     KvmVm vm = kvm.createVm();
 *     KvmMemory mirror = KvmMemory.mirror(vm, memory);
 *     KvmVcpu cpu = vm.createVcpu(0)) {
 *   cpu.setRegisters(KvmRegs.at(0x1000));
 *   VcpuExit exit = cpu.run(memory, ports);
 * }
 * }</pre>
 *
 * <p>{@link org.memslot.hypervisor.kvm.KvmVcpu#run} enters the guest and hands its port and
 * memory-mapped accesses straight to the two buses, without an object for each; it returns for
 * everything else, with a {@link org.memslot.hypervisor.kvm.VcpuExit} that says why. {@link
 * org.memslot.hypervisor.kvm.KvmMemory} keeps KVM's memory slots equal to the bus, and {@link
 * org.memslot.hypervisor.kvm.VcpuThread} runs a vCPU on a thread of its own that can be stopped
 * wherever the guest is.
 *
 * <p>Neither ioeventfd nor irqfd is used, as neither pays here. An ioeventfd saves a guest the wait
 * for a device whose register has nothing to say afterwards, a doorbell; every register of this
 * board may be read back the next moment with what the write did. An irqfd saves the one that
 * raises an interrupt nothing but the name of the call: a write to a descriptor in place of
 * KVM_IRQ_LINE, and it needs a second descriptor for the end of a level-triggered interrupt.
 *
 * <p>What the host lacks is a {@link org.memslot.hypervisor.kvm.KvmException}, whose kind and
 * message say what it is and what can be done. Numbers and layouts are those of Linux's {@code
 * include/uapi/linux/kvm.h} for x86-64; the behaviour is in the kernel's {@code
 * Documentation/virt/kvm/api.rst}.
 */
@NullMarked
package org.memslot.hypervisor.kvm;

import org.jspecify.annotations.NullMarked;
