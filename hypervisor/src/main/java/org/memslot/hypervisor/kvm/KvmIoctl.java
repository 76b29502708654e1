package org.memslot.hypervisor.kvm;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.ValueLayout;

/** The ioctls of the KVM API that this library makes. */
enum KvmIoctl {
  KVM_GET_API_VERSION(0x00),
  KVM_CREATE_VM(0x01),
  KVM_CHECK_EXTENSION(0x03),
  KVM_GET_VCPU_MMAP_SIZE(0x04),
  KVM_GET_SUPPORTED_CPUID(0x05, Direction.BOTH, KvmStructs.CPUID),
  KVM_CREATE_VCPU(0x41),
  KVM_GET_DIRTY_LOG(0x42, Direction.WRITE, KvmStructs.DIRTY_LOG),
  KVM_SET_USER_MEMORY_REGION(0x46, Direction.WRITE, KvmStructs.USERSPACE_MEMORY_REGION),
  KVM_SET_TSS_ADDR(0x47),
  KVM_SET_IDENTITY_MAP_ADDR(0x48, Direction.WRITE, ValueLayout.JAVA_LONG),
  KVM_CREATE_IRQCHIP(0x60),
  KVM_IRQ_LINE(0x61, Direction.WRITE, KvmStructs.IRQ_LEVEL),
  KVM_REGISTER_COALESCED_MMIO(0x67, Direction.WRITE, KvmStructs.COALESCED_ZONE),
  KVM_CREATE_PIT2(0x77, Direction.WRITE, KvmStructs.PIT_CONFIG),
  KVM_RUN(0x80),
  KVM_GET_REGS(0x81, Direction.READ, KvmStructs.REGS),
  KVM_SET_REGS(0x82, Direction.WRITE, KvmStructs.REGS),
  KVM_GET_SREGS(0x83, Direction.READ, KvmStructs.SREGS),
  KVM_SET_SREGS(0x84, Direction.WRITE, KvmStructs.SREGS),
  KVM_INTERRUPT(0x86, Direction.WRITE, ValueLayout.JAVA_INT),
  KVM_SET_SIGNAL_MASK(0x8b, Direction.WRITE, ValueLayout.JAVA_INT),
  KVM_SET_CPUID2(0x90, Direction.WRITE, KvmStructs.CPUID);

  /** Which way the argument goes, as the user sees it: bits 31-30 of a request number. */
  private enum Direction {
    WRITE(1),
    READ(2),
    BOTH(3);

    private final long bits;

    Direction(long bits) {
      this.bits = bits << 30;
    }
  }

  private static final long KVMIO = 0xae;

  private final long request;

  KvmIoctl(int number) {
    request = KVMIO << 8 | number;
  }

  KvmIoctl(int number, Direction direction, MemoryLayout argument) {
    request = direction.bits | argument.byteSize() << 16 | KVMIO << 8 | number;
  }

  /** The request number, as ioctl(2) takes it. */
  long request() {
    return request;
  }
}
