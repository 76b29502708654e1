package org.memslot.hypervisor.kvm;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.memslot.machine.AddressSpace;

/**
 * A virtual CPU. All but {@link #requestExit} is for one thread at a time, and KVM is quickest when
 * it is always the same.
 *
 * <p>What it shares with the kernel, struct kvm_run, is memory of this object: where the guest's
 * port and memory-mapped accesses are read from and answered in, without an object for each.
 */
public final class KvmVcpu implements AutoCloseable {
  /** No exit reason of KVM: what the guest was left for has been done. */
  private static final int SERVED = Integer.MAX_VALUE;

  private static final int EXIT_UNKNOWN = 0;
  private static final int EXIT_IO = 2;
  private static final int EXIT_HLT = 5;
  private static final int EXIT_MMIO = 6;
  private static final int EXIT_IRQ_WINDOW_OPEN = 7;
  private static final int EXIT_SHUTDOWN = 8;
  private static final int EXIT_FAIL_ENTRY = 9;
  private static final int EXIT_INTR = 10;
  private static final int EXIT_INTERNAL_ERROR = 17;
  private static final int EXIT_SYSTEM_EVENT = 24;

  private static final long REQUEST_WINDOW = run("request_interrupt_window");
  private static final long IMMEDIATE_EXIT = run("immediate_exit");
  private static final long EXIT_REASON = run("exit_reason");
  private static final long READY_FOR_INTERRUPT = run("ready_for_interrupt_injection");
  private static final long IO = run("exit", "io");
  private static final int IO_SIZE = ioBit("size");
  private static final int IO_PORT = ioBit("port");
  private static final int IO_COUNT = ioBit("count");
  private static final long IO_DATA = run("exit", "io", "data_offset");
  private static final long MMIO_ADDRESS = run("exit", "mmio", "phys_addr");
  private static final long MMIO_DATA = run("exit", "mmio", "data");
  private static final long MMIO_LENGTH = run("exit", "mmio", "len");
  private static final long MMIO_WRITE = run("exit", "mmio", "is_write");
  private static final long HARDWARE_REASON = run("exit", "hw", "hardware_exit_reason");
  private static final long ERROR = run("exit", "internal", "suberror");
  private static final long ERROR_COUNT = run("exit", "internal", "ndata");
  private static final long ERROR_DATA = run("exit", "internal", "data");
  private static final int ERROR_DATA_LIMIT = 16;

  private static final int SIGNAL_SET_BYTES = 8;
  private static final long PAGE = 4096;

  private final int id;
  private final Descriptor descriptor;
  private final Arena arena;
  private final MemorySegment run;
  private final MemorySegment callState;
  private final LastAccesses lastAccesses = new LastAccesses();
  private Optional<CoalescedWrites> coalesced = Optional.empty();

  private KvmVcpu(int id, Descriptor descriptor, Arena arena, MemorySegment run) {
    this.id = id;
    this.descriptor = descriptor;
    this.arena = arena;
    this.run = run;
    this.callState = arena.allocate(Libc.CALL_STATE);
  }

  /** Takes ownership of the descriptor. */
  @SuppressWarnings({
    "restricted", // the kernel's own mapping, of the length that the kernel told
    "MustBeClosedChecker" // the vCPU owns the arena and closes it
  })
  static KvmVcpu map(int id, Descriptor descriptor, int runSize) {
    long address =
        Libc.mmap(runSize, Libc.PROT_READ | Libc.PROT_WRITE, Libc.MAP_SHARED, descriptor.fd());
    if (address < 0 && address > -4096) {
      descriptor.close();
      throw new KvmException.Call("mmap", "kvm_run of vCPU " + id, new Errno((int) -address));
    }
    Arena arena = Arena.ofShared();
    MemorySegment run =
        MemorySegment.ofAddress(address)
            .reinterpret(runSize, arena, gone -> Libc.munmap(address, runSize));
    return new KvmVcpu(id, descriptor, arena, run);
  }

  /** Where a field begins in the first eight bytes of kvm_run's "io". */
  private static int ioBit(String field) {
    return (int) (run("exit", "io", field) - IO) * Byte.SIZE;
  }

  private static long run(String... path) {
    return KvmStructs.offset(KvmStructs.RUN, path);
  }

  /** The vCPU's number, its local APIC ID. */
  public int id() {
    return id;
  }

  /** What the instruction CPUID is to answer. To be called before the vCPU first runs. */
  public void setCpuid(Cpuid cpuid) {
    try (Arena local = Arena.ofConfined()) {
      MemorySegment struct = Cpuid.room(local);
      cpuid.write(struct);
      descriptor.ioctl(
          KvmIoctl.KVM_SET_CPUID2, struct, "%d entries".formatted(cpuid.entries().size()));
    }
  }

  /** The general registers. */
  public KvmRegs registers() {
    try (Arena local = Arena.ofConfined()) {
      MemorySegment struct = local.allocate(KvmStructs.REGS);
      descriptor.ioctl(KvmIoctl.KVM_GET_REGS, struct, "vCPU " + id);
      return KvmRegs.read(struct);
    }
  }

  /** Sets the general registers. */
  public void setRegisters(KvmRegs registers) {
    try (Arena local = Arena.ofConfined()) {
      MemorySegment struct = local.allocate(KvmStructs.REGS);
      registers.write(struct);
      descriptor.ioctl(KvmIoctl.KVM_SET_REGS, struct, "vCPU " + id);
    }
  }

  /** The segment, table and control registers. */
  public KvmSregs specialRegisters() {
    try (Arena local = Arena.ofConfined()) {
      MemorySegment struct = local.allocate(KvmStructs.SREGS);
      descriptor.ioctl(KvmIoctl.KVM_GET_SREGS, struct, "vCPU " + id);
      return KvmSregs.read(struct);
    }
  }

  /** Sets the segment, table and control registers. */
  public void setSpecialRegisters(KvmSregs registers) {
    try (Arena local = Arena.ofConfined()) {
      MemorySegment struct = local.allocate(KvmStructs.SREGS);
      registers.write(struct);
      descriptor.ioctl(KvmIoctl.KVM_SET_SREGS, struct, "vCPU " + id);
    }
  }

  /**
   * Has the CPU take an interrupt on its next entry, where interrupt controllers are not in the
   * kernel (KVM_INTERRUPT).
   *
   * @param vector 0 to 255
   */
  public void injectInterrupt(int vector) {
    try (Arena local = Arena.ofConfined()) {
      MemorySegment struct = local.allocate(JAVA_INT);
      struct.set(JAVA_INT, 0, vector);
      descriptor.ioctl(KvmIoctl.KVM_INTERRUPT, struct, "vector " + vector);
    }
  }

  /** Whether the guest took interrupts when it was left last. */
  public boolean isReadyForInterrupt() {
    return run.get(JAVA_BYTE, READY_FOR_INTERRUPT) != 0;
  }

  /**
   * Whether {@link #run} is to return with {@link VcpuExit.InterruptWindow} as soon as the guest
   * takes interrupts.
   */
  public void setInterruptWindowWanted(boolean wanted) {
    run.set(JAVA_BYTE, REQUEST_WINDOW, (byte) (wanted ? 1 : 0));
  }

  /**
   * Sets which signals wait while the guest runs (KVM_SET_SIGNAL_MASK).
   *
   * @param blocked the kernel's set of 64 signals, bit n-1 for signal n
   */
  void setSignalMask(long blocked) {
    try (Arena local = Arena.ofConfined()) {
      MemorySegment mask = local.allocate(KvmStructs.SIGNAL_MASK);
      mask.set(JAVA_INT, 0, SIGNAL_SET_BYTES);
      mask.set(JAVA_LONG_UNALIGNED, Integer.BYTES, blocked);
      descriptor.ioctl(KvmIoctl.KVM_SET_SIGNAL_MASK, mask, "vCPU " + id);
    }
  }

  /**
   * From now on {@link #run} returns with {@link VcpuExit.Interrupted} as soon as it next leaves or
   * enters the guest. For any thread; it does not by itself bring a running or idle guest out, as
   * {@link VcpuThread} does.
   */
  public void requestExit() {
    run.set(JAVA_BYTE, IMMEDIATE_EXIT, (byte) 1);
  }

  /** Takes {@link #requestExit} back. */
  public void clearExitRequest() {
    run.set(JAVA_BYTE, IMMEDIATE_EXIT, (byte) 0);
  }

  /**
   * One of the pages that the kernel shares, as long as this is open; the first is struct kvm_run.
   */
  MemorySegment sharedPage(int number) {
    return run.asSlice(number * PAGE, PAGE);
  }

  /** From now on what is in this ring goes before whatever the guest is left for. */
  void setCoalescedWrites(CoalescedWrites writes) {
    coalesced = Optional.of(writes);
  }

  /**
   * Runs the guest, with its accesses going to the two buses, until something else happens.
   *
   * @param memory what answers guest-physical addresses that are not KVM's
   * @param ports what answers I/O ports
   * @throws KvmException.Call when KVM cannot run it at all
   */
  public VcpuExit run(AddressSpace memory, AddressSpace ports) {
    while (true) {
      int reason = runOnce(memory, ports);
      if (reason == -Errno.EINTR.number()) {
        return new VcpuExit.Interrupted();
      }
      if (reason < 0) {
        throw new KvmException.Call(KvmIoctl.KVM_RUN.name(), "vCPU " + id, new Errno(-reason));
      }
      if (reason != SERVED) {
        return other(reason);
      }
    }
  }

  /**
   * A method of its own, as the loop around it never ends and would stay interpreted for long.
   *
   * @return {@link #SERVED}, another exit reason, or a negated errno
   */
  private int runOnce(AddressSpace memory, AddressSpace ports) {
    int result = Libc.ioctl(callState, descriptor.fd(), KvmIoctl.KVM_RUN.request(), 0);
    if (coalesced.isPresent()) {
      coalesced.get().deliver(lastAccesses);
    }
    if (result < 0) {
      return result == -Errno.EAGAIN.number() ? SERVED : result;
    }
    int reason = run.get(JAVA_INT, EXIT_REASON);
    switch (reason) {
      case EXIT_IO -> portAccess(ports);
      case EXIT_MMIO -> memoryAccess(memory);
      default -> {
        return reason;
      }
    }
    return SERVED;
  }

  private void portAccess(AddressSpace ports) {
    long io = run.get(JAVA_LONG, IO); // four fields in one
    boolean out = (byte) io != 0;
    int width = (byte) (io >>> IO_SIZE);
    int port = (int) (io >>> IO_PORT) & 0xffff;
    int count = (int) (io >>> IO_COUNT);
    long data = run.get(JAVA_LONG, IO_DATA);
    for (int i = 0; i < count; i++, data += width) {
      if (out) {
        long value = value(data, width);
        lastAccesses.note(LastAccesses.Kind.OUT, port, width, value);
        ports.write(port, width, value);
      } else {
        long value = ports.read(port, width);
        lastAccesses.note(LastAccesses.Kind.IN, port, width, value);
        setValue(data, width, value);
      }
    }
  }

  private void memoryAccess(AddressSpace memory) {
    long address = run.get(JAVA_LONG, MMIO_ADDRESS);
    int length = run.get(JAVA_INT, MMIO_LENGTH);
    boolean write = run.get(JAVA_BYTE, MMIO_WRITE) != 0;
    // KVM splits an access at the end of a page, so that a length may be no power of two.
    int done = 0;
    while (done < length) {
      int width = Integer.highestOneBit(length - done);
      if (write) {
        long value = value(MMIO_DATA + done, width);
        lastAccesses.note(LastAccesses.Kind.WRITE, address + done, width, value);
        memory.write(address + done, width, value);
      } else {
        long value = memory.read(address + done, width);
        lastAccesses.note(LastAccesses.Kind.READ, address + done, width, value);
        setValue(MMIO_DATA + done, width, value);
      }
      done += width;
    }
  }

  /** The port and memory-mapped accesses made last, a line each; empty when there were none. */
  public String lastAccesses() {
    return lastAccesses.toString();
  }

  private long value(long offset, int width) {
    return switch (width) {
      case 1 -> Byte.toUnsignedLong(run.get(JAVA_BYTE, offset));
      case 2 -> Short.toUnsignedLong(run.get(JAVA_SHORT_UNALIGNED, offset));
      case 4 -> Integer.toUnsignedLong(run.get(JAVA_INT_UNALIGNED, offset));
      default -> run.get(JAVA_LONG_UNALIGNED, offset);
    };
  }

  private void setValue(long offset, int width, long value) {
    switch (width) {
      case 1 -> run.set(JAVA_BYTE, offset, (byte) value);
      case 2 -> run.set(JAVA_SHORT_UNALIGNED, offset, (short) value);
      case 4 -> run.set(JAVA_INT_UNALIGNED, offset, (int) value);
      default -> run.set(JAVA_LONG_UNALIGNED, offset, value);
    }
  }

  private VcpuExit other(int reason) {
    return switch (reason) {
      case EXIT_HLT -> new VcpuExit.Halted();
      case EXIT_IRQ_WINDOW_OPEN -> new VcpuExit.InterruptWindow();
      case EXIT_INTR -> new VcpuExit.Interrupted();
      case EXIT_SHUTDOWN -> new VcpuExit.Shutdown();
      case EXIT_FAIL_ENTRY -> new VcpuExit.FailedEntry(run.get(JAVA_LONG, HARDWARE_REASON));
      case EXIT_INTERNAL_ERROR -> new VcpuExit.KvmInternalError(run.get(JAVA_INT, ERROR), data());
      case EXIT_SYSTEM_EVENT -> new VcpuExit.SystemEvent(run.get(JAVA_INT, ERROR), data());
      case EXIT_UNKNOWN -> new VcpuExit.Unexpected(reason, run.get(JAVA_LONG, HARDWARE_REASON));
      default -> new VcpuExit.Unexpected(reason, 0);
    };
  }

  private List<Long> data() {
    int count = Math.clamp(run.get(JAVA_INT, ERROR_COUNT), 0, ERROR_DATA_LIMIT);
    List<Long> data = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      data.add(run.get(JAVA_LONG, ERROR_DATA + 8L * i));
    }
    return data;
  }

  @Override
  public void close() {
    if (arena.scope().isAlive()) {
      arena.close();
    }
    descriptor.close();
  }
}
