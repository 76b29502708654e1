package org.memslot.hypervisor.kvm;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.util.Locale;

/**
 * The general registers of a vCPU (struct kvm_regs), named as in the processors' manuals.
 *
 * @param rflags bit 1 is always set in a CPU; KVM sets it where it is not
 */
public record KvmRegs(
    long rax,
    long rbx,
    long rcx,
    long rdx,
    long rsi,
    long rdi,
    long rsp,
    long rbp,
    long r8,
    long r9,
    long r10,
    long r11,
    long r12,
    long r13,
    long r14,
    long r15,
    long rip,
    long rflags) {
  private static final long RESERVED_FLAG = 2;

  /** All registers 0, interrupts disabled, to go on at this offset in the code segment. */
  public static KvmRegs at(long rip) {
    return new KvmRegs(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, rip, RESERVED_FLAG);
  }

  /** The same with another RBX. */
  public KvmRegs withRbx(long value) {
    return new KvmRegs(
        rax, value, rcx, rdx, rsi, rdi, rsp, rbp, r8, r9, r10, r11, r12, r13, r14, r15, rip,
        rflags);
  }

  /** The same with another RSI. */
  public KvmRegs withRsi(long value) {
    return new KvmRegs(
        rax, rbx, rcx, rdx, value, rdi, rsp, rbp, r8, r9, r10, r11, r12, r13, r14, r15, rip,
        rflags);
  }

  /** The same with another RSP. */
  public KvmRegs withRsp(long value) {
    return new KvmRegs(
        rax, rbx, rcx, rdx, rsi, rdi, value, rbp, r8, r9, r10, r11, r12, r13, r14, r15, rip,
        rflags);
  }

  static KvmRegs read(MemorySegment struct) {
    return new KvmRegs(
        at(struct, 0),
        at(struct, 1),
        at(struct, 2),
        at(struct, 3),
        at(struct, 4),
        at(struct, 5),
        at(struct, 6),
        at(struct, 7),
        at(struct, 8),
        at(struct, 9),
        at(struct, 10),
        at(struct, 11),
        at(struct, 12),
        at(struct, 13),
        at(struct, 14),
        at(struct, 15),
        at(struct, 16),
        at(struct, 17));
  }

  private static long at(MemorySegment struct, int index) {
    return struct.getAtIndex(JAVA_LONG, index);
  }

  void write(MemorySegment struct) {
    long[] values = {
      rax, rbx, rcx, rdx, rsi, rdi, rsp, rbp, r8, r9, r10, r11, r12, r13, r14, r15, rip, rflags
    };
    for (int i = 0; i < values.length; i++) {
      struct.setAtIndex(JAVA_LONG, i, values[i]);
    }
  }

  /** All registers in hexadecimal, four a line. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        """
        RIP=%016x RFLAGS=%016x RSP=%016x RBP=%016x
        RAX=%016x RBX=%016x RCX=%016x RDX=%016x
        RSI=%016x RDI=%016x R8 =%016x R9 =%016x
        R10=%016x R11=%016x R12=%016x R13=%016x
        R14=%016x R15=%016x""",
        rip,
        rflags,
        rsp,
        rbp,
        rax,
        rbx,
        rcx,
        rdx,
        rsi,
        rdi,
        r8,
        r9,
        r10,
        r11,
        r12,
        r13,
        r14,
        r15);
  }
}
