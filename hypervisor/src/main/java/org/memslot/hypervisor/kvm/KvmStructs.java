package org.memslot.hypervisor.kvm;

import static java.lang.foreign.MemoryLayout.paddingLayout;
import static java.lang.foreign.MemoryLayout.sequenceLayout;
import static java.lang.foreign.MemoryLayout.structLayout;
import static java.lang.foreign.MemoryLayout.unionLayout;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.GroupLayout;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.StructLayout;

/**
 * The structures of the KVM API on x86-64, with the names and order of {@code linux/kvm.h} and
 * {@code asm/kvm.h}.
 */
final class KvmStructs {
  static final StructLayout USERSPACE_MEMORY_REGION =
      structLayout(
              JAVA_INT.withName("slot"),
              JAVA_INT.withName("flags"),
              JAVA_LONG.withName("guest_phys_addr"),
              JAVA_LONG.withName("memory_size"),
              JAVA_LONG.withName("userspace_addr"))
          .withName("kvm_userspace_memory_region");

  static final StructLayout DIRTY_LOG =
      structLayout(JAVA_INT.withName("slot"), paddingLayout(4), JAVA_LONG.withName("dirty_bitmap"))
          .withName("kvm_dirty_log");

  static final StructLayout IRQ_LEVEL =
      structLayout(JAVA_INT.withName("irq"), JAVA_INT.withName("level")).withName("kvm_irq_level");

  static final StructLayout PIT_CONFIG =
      structLayout(JAVA_INT.withName("flags"), sequenceLayout(15, JAVA_INT).withName("pad"))
          .withName("kvm_pit_config");

  static final StructLayout REGS =
      structLayout(
              JAVA_LONG.withName("rax"),
              JAVA_LONG.withName("rbx"),
              JAVA_LONG.withName("rcx"),
              JAVA_LONG.withName("rdx"),
              JAVA_LONG.withName("rsi"),
              JAVA_LONG.withName("rdi"),
              JAVA_LONG.withName("rsp"),
              JAVA_LONG.withName("rbp"),
              JAVA_LONG.withName("r8"),
              JAVA_LONG.withName("r9"),
              JAVA_LONG.withName("r10"),
              JAVA_LONG.withName("r11"),
              JAVA_LONG.withName("r12"),
              JAVA_LONG.withName("r13"),
              JAVA_LONG.withName("r14"),
              JAVA_LONG.withName("r15"),
              JAVA_LONG.withName("rip"),
              JAVA_LONG.withName("rflags"))
          .withName("kvm_regs");

  static final StructLayout SEGMENT =
      structLayout(
              JAVA_LONG.withName("base"),
              JAVA_INT.withName("limit"),
              JAVA_SHORT.withName("selector"),
              JAVA_BYTE.withName("type"),
              JAVA_BYTE.withName("present"),
              JAVA_BYTE.withName("dpl"),
              JAVA_BYTE.withName("db"),
              JAVA_BYTE.withName("s"),
              JAVA_BYTE.withName("l"),
              JAVA_BYTE.withName("g"),
              JAVA_BYTE.withName("avl"),
              JAVA_BYTE.withName("unusable"),
              JAVA_BYTE.withName("padding"))
          .withName("kvm_segment");

  static final StructLayout DTABLE =
      structLayout(
              JAVA_LONG.withName("base"),
              JAVA_SHORT.withName("limit"),
              sequenceLayout(3, JAVA_SHORT).withName("padding"))
          .withName("kvm_dtable");

  static final StructLayout SREGS =
      structLayout(
              SEGMENT.withName("cs"),
              SEGMENT.withName("ds"),
              SEGMENT.withName("es"),
              SEGMENT.withName("fs"),
              SEGMENT.withName("gs"),
              SEGMENT.withName("ss"),
              SEGMENT.withName("tr"),
              SEGMENT.withName("ldt"),
              DTABLE.withName("gdt"),
              DTABLE.withName("idt"),
              JAVA_LONG.withName("cr0"),
              JAVA_LONG.withName("cr2"),
              JAVA_LONG.withName("cr3"),
              JAVA_LONG.withName("cr4"),
              JAVA_LONG.withName("cr8"),
              JAVA_LONG.withName("efer"),
              JAVA_LONG.withName("apic_base"),
              sequenceLayout(4, JAVA_LONG).withName("interrupt_bitmap"))
          .withName("kvm_sregs");

  static final StructLayout CPUID_ENTRY =
      structLayout(
              JAVA_INT.withName("function"),
              JAVA_INT.withName("index"),
              JAVA_INT.withName("flags"),
              JAVA_INT.withName("eax"),
              JAVA_INT.withName("ebx"),
              JAVA_INT.withName("ecx"),
              JAVA_INT.withName("edx"),
              sequenceLayout(3, JAVA_INT).withName("padding"))
          .withName("kvm_cpuid_entry2");

  /** The part of kvm_cpuid2 in front of its entries. */
  static final StructLayout CPUID =
      structLayout(JAVA_INT.withName("nent"), JAVA_INT.withName("padding")).withName("kvm_cpuid2");

  /** The part of kvm_signal_mask in front of its set, and the kernel's set of 64 signals. */
  static final StructLayout SIGNAL_MASK =
      structLayout(JAVA_INT.withName("len"), sequenceLayout(8, JAVA_BYTE).withName("sigset"))
          .withName("kvm_signal_mask");

  static final StructLayout COALESCED_ZONE =
      structLayout(JAVA_LONG.withName("addr"), JAVA_INT.withName("size"), JAVA_INT.withName("pio"))
          .withName("kvm_coalesced_mmio_zone");

  static final StructLayout COALESCED_ENTRY =
      structLayout(
              JAVA_LONG.withName("phys_addr"),
              JAVA_INT.withName("len"),
              JAVA_INT.withName("pio"),
              sequenceLayout(8, JAVA_BYTE).withName("data"))
          .withName("kvm_coalesced_mmio");

  /** The part of kvm_coalesced_mmio_ring in front of its entries. */
  static final StructLayout COALESCED_RING =
      structLayout(JAVA_INT.withName("first"), JAVA_INT.withName("last"))
          .withName("kvm_coalesced_mmio_ring");

  private static final GroupLayout EXIT =
      unionLayout(
          structLayout(JAVA_LONG.withName("hardware_exit_reason")).withName("hw"),
          structLayout(
                  JAVA_LONG.withName("hardware_entry_failure_reason"), JAVA_INT.withName("cpu"))
              .withName("fail_entry"),
          structLayout(
                  JAVA_BYTE.withName("direction"),
                  JAVA_BYTE.withName("size"),
                  JAVA_SHORT.withName("port"),
                  JAVA_INT.withName("count"),
                  JAVA_LONG.withName("data_offset"))
              .withName("io"),
          structLayout(
                  JAVA_LONG.withName("phys_addr"),
                  JAVA_LONG.withName("data"),
                  JAVA_INT.withName("len"),
                  JAVA_BYTE.withName("is_write"),
                  paddingLayout(3))
              .withName("mmio"),
          structLayout(
                  JAVA_INT.withName("suberror"),
                  JAVA_INT.withName("ndata"),
                  sequenceLayout(16, JAVA_LONG).withName("data"))
              .withName("internal"),
          structLayout(
                  JAVA_INT.withName("type"),
                  JAVA_INT.withName("ndata"),
                  sequenceLayout(16, JAVA_LONG).withName("data"))
              .withName("system_event"),
          sequenceLayout(256, JAVA_BYTE).withName("padding"));

  /** The beginning of kvm_run: all that this library reads and writes of it. */
  static final StructLayout RUN =
      structLayout(
              JAVA_BYTE.withName("request_interrupt_window"),
              JAVA_BYTE.withName("immediate_exit"),
              paddingLayout(6),
              JAVA_INT.withName("exit_reason"),
              JAVA_BYTE.withName("ready_for_interrupt_injection"),
              JAVA_BYTE.withName("if_flag"),
              JAVA_SHORT.withName("flags"),
              JAVA_LONG.withName("cr8"),
              JAVA_LONG.withName("apic_base"),
              EXIT.withName("exit"))
          .withName("kvm_run");

  private KvmStructs() {}

  /** The offset of a field in bytes; each name leads one structure deeper. */
  static long offset(MemoryLayout struct, String... path) {
    MemoryLayout.PathElement[] elements = new MemoryLayout.PathElement[path.length];
    for (int i = 0; i < path.length; i++) {
      elements[i] = MemoryLayout.PathElement.groupElement(path[i]);
    }
    return struct.byteOffset(elements);
  }
}
