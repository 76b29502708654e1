package org.memslot.hypervisor.kvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemoryLayout;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The numbers are what a C program prints that includes {@code linux/kvm.h} of Debian 12
 * (linux-libc-dev 6.1) and formats each name, with {@code sizeof} and {@code offsetof} for
 * structures.
 */
class KvmAbiTest {
  private static final Map<String, Long> REQUESTS =
      Map.ofEntries(
          Map.entry("KVM_GET_API_VERSION", 0xae00L),
          Map.entry("KVM_CREATE_VM", 0xae01L),
          Map.entry("KVM_CHECK_EXTENSION", 0xae03L),
          Map.entry("KVM_GET_VCPU_MMAP_SIZE", 0xae04L),
          Map.entry("KVM_GET_SUPPORTED_CPUID", 0xc008ae05L),
          Map.entry("KVM_CREATE_VCPU", 0xae41L),
          Map.entry("KVM_GET_DIRTY_LOG", 0x4010ae42L),
          Map.entry("KVM_SET_USER_MEMORY_REGION", 0x4020ae46L),
          Map.entry("KVM_SET_TSS_ADDR", 0xae47L),
          Map.entry("KVM_SET_IDENTITY_MAP_ADDR", 0x4008ae48L),
          Map.entry("KVM_CREATE_IRQCHIP", 0xae60L),
          Map.entry("KVM_IRQ_LINE", 0x4008ae61L),
          Map.entry("KVM_CREATE_PIT2", 0x4040ae77L),
          Map.entry("KVM_REGISTER_COALESCED_MMIO", 0x4010ae67L),
          Map.entry("KVM_RUN", 0xae80L),
          Map.entry("KVM_GET_REGS", 0x8090ae81L),
          Map.entry("KVM_SET_REGS", 0x4090ae82L),
          Map.entry("KVM_GET_SREGS", 0x8138ae83L),
          Map.entry("KVM_SET_SREGS", 0x4138ae84L),
          Map.entry("KVM_INTERRUPT", 0x4004ae86L),
          Map.entry("KVM_SET_SIGNAL_MASK", 0x4004ae8bL),
          Map.entry("KVM_SET_CPUID2", 0x4008ae90L));

  @ParameterizedTest
  @EnumSource(KvmIoctl.class)
  void requestNumbersAreTheKernels(KvmIoctl ioctl) {
    assertThat(ioctl.request()).isEqualTo(REQUESTS.get(ioctl.name()));
  }

  @Test
  void structuresHaveTheKernelsSizes() {
    assertThat(KvmStructs.USERSPACE_MEMORY_REGION.byteSize()).isEqualTo(32);
    assertThat(KvmStructs.DIRTY_LOG.byteSize()).isEqualTo(16);
    assertThat(KvmStructs.IRQ_LEVEL.byteSize()).isEqualTo(8);
    assertThat(KvmStructs.PIT_CONFIG.byteSize()).isEqualTo(64);
    assertThat(KvmStructs.COALESCED_ZONE.byteSize()).isEqualTo(16);
    assertThat(KvmStructs.COALESCED_ENTRY.byteSize()).isEqualTo(24);
    assertThat(KvmStructs.COALESCED_RING.byteSize()).isEqualTo(8);
    assertThat(CoalescedWrites.CAPACITY).isEqualTo(170);
    assertThat(KvmStructs.REGS.byteSize()).isEqualTo(144);
    assertThat(KvmStructs.SEGMENT.byteSize()).isEqualTo(24);
    assertThat(KvmStructs.DTABLE.byteSize()).isEqualTo(16);
    assertThat(KvmStructs.SREGS.byteSize()).isEqualTo(312);
    assertThat(KvmStructs.CPUID_ENTRY.byteSize()).isEqualTo(40);
    assertThat(KvmStructs.CPUID.byteSize()).isEqualTo(8);
  }

  @Test
  void fieldsAreWhereTheKernelHasThem() {
    assertOffset(KvmStructs.RUN, 1, "immediate_exit");
    assertOffset(KvmStructs.RUN, 8, "exit_reason");
    assertOffset(KvmStructs.RUN, 13, "if_flag");
    assertOffset(KvmStructs.RUN, 24, "apic_base");
    assertOffset(KvmStructs.RUN, 32, "exit", "hw");
    assertOffset(KvmStructs.COALESCED_ZONE, 12, "pio");
    assertOffset(KvmStructs.COALESCED_RING, 4, "last");
    assertOffset(KvmStructs.COALESCED_ENTRY, 8, "len");
    assertOffset(KvmStructs.COALESCED_ENTRY, 16, "data");
    assertOffset(KvmStructs.RUN, 32, "exit", "io", "direction");
    assertOffset(KvmStructs.RUN, 33, "exit", "io", "size");
    assertOffset(KvmStructs.RUN, 34, "exit", "io", "port");
    assertOffset(KvmStructs.RUN, 36, "exit", "io", "count");
    assertOffset(KvmStructs.RUN, 40, "exit", "io", "data_offset");
    assertOffset(KvmStructs.RUN, 40, "exit", "mmio", "data");
    assertOffset(KvmStructs.RUN, 48, "exit", "mmio", "len");
    assertOffset(KvmStructs.RUN, 52, "exit", "mmio", "is_write");
    assertOffset(KvmStructs.RUN, 40, "exit", "internal", "data");
    assertOffset(KvmStructs.RUN, 40, "exit", "system_event", "data");
    assertOffset(KvmStructs.SREGS, 192, "gdt");
    assertOffset(KvmStructs.SREGS, 224, "cr0");
    assertOffset(KvmStructs.SREGS, 264, "efer");
    assertOffset(KvmStructs.SREGS, 280, "interrupt_bitmap");
    assertOffset(KvmStructs.REGS, 128, "rip");
    assertOffset(KvmStructs.DIRTY_LOG, 8, "dirty_bitmap");
    assertOffset(KvmStructs.SEGMENT, 22, "unusable");
    assertOffset(KvmStructs.CPUID_ENTRY, 24, "edx");
  }

  private static void assertOffset(MemoryLayout struct, long expected, String... path) {
    assertThat(KvmStructs.offset(struct, path)).as(String.join(".", path)).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource(KvmCapability.class)
  void capabilityNumbersAreTheKernels(KvmCapability capability) {
    int expected =
        switch (capability) {
          case IRQCHIP -> 0;
          case USER_MEMORY -> 3;
          case SET_TSS_ADDR -> 4;
          case EXT_CPUID -> 7;
          case NR_VCPUS -> 9;
          case NR_MEMSLOTS -> 10;
          case COALESCED_MMIO -> 15;
          case PIT2 -> 33;
          case SET_IDENTITY_MAP_ADDR -> 37;
          case MAX_VCPUS -> 66;
          case TSC_DEADLINE_TIMER -> 72;
          case READONLY_MEM -> 81;
          case IMMEDIATE_EXIT -> 136;
          case COALESCED_PIO -> 162;
        };
    assertThat(capability.number()).isEqualTo(expected);
  }
}
