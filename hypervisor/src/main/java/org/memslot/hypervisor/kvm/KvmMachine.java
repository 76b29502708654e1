package org.memslot.hypervisor.kvm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.memslot.hypervisor.boot.BootEntry;
import org.memslot.hypervisor.boot.FlatDescriptors;
import org.memslot.machine.AddressRange;
import org.memslot.machine.AddressSpace;
import org.memslot.machine.LevelInterruptLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PC's CPUs at work: a machine with interrupt controllers and timer in the kernel, the RAM of a
 * bus, and a thread for each vCPU. It runs from {@link #start} to {@link #close}; a reset is the
 * end of one and the start of another, so that nothing of the old CPUs can be left.
 */
public final class KvmMachine implements AutoCloseable {
  /** Between the local APICs at 0xfee00000 and the largest firmware image, at 0xff800000. */
  private static final int REAL_MODE_PAGES = 0xfeff_c000;

  /** Milliseconds between two looks at the writes that KVM has kept. */
  private static final int DELIVERY = 100;

  private static final Logger LOG = LoggerFactory.getLogger(KvmMachine.class);

  private final AddressSpace memory;
  private final AddressSpace ports;
  private final Consumer<StopReason> stopped;
  private final KvmVm vm;
  private final List<KvmVcpu> vcpus = new ArrayList<>();
  private final List<VcpuThread> threads = new ArrayList<>();
  private final List<Runnable> undo = new ArrayList<>();

  /**
   * Why a vCPU stopped by itself.
   *
   * @param vcpu its number
   * @param outcome what happened
   * @param state its registers where they could still be read (an AMD CPU loses them in a triple
   *     fault), and its last accesses to ports and devices; writes that KVM has kept are with the
   *     vCPU that was left next
   */
  public record StopReason(int vcpu, VcpuThread.Outcome outcome, String state) {
    /** Whether it is the triple fault that resets a PC. */
    public boolean isTripleFault() {
      return outcome instanceof VcpuThread.Outcome.Left(VcpuExit.Shutdown());
    }
  }

  /**
   * The buses and interrupt lines that KVM is connected to.
   *
   * @param memory the bus of guest-physical memory
   * @param ports the bus of I/O ports
   * @param lines the interrupt lines by their number at the IOAPIC
   * @param deferrableWrites ports whose writes may come late: all together, in their order, before
   *     the next access of any vCPU that KVM does not answer itself, or within some 100 ms
   */
  public record Wiring(
      AddressSpace memory,
      AddressSpace ports,
      Map<Integer, LevelInterruptLine> lines,
      List<AddressRange> deferrableWrites) {
    /** Keeps immutable copies. */
    public Wiring {
      lines = Map.copyOf(lines);
      deferrableWrites = List.copyOf(deferrableWrites);
    }
  }

  /**
   * The processors of a machine.
   *
   * @param count how many, at least 1
   * @param addressBits the width of physical addresses that CPUID tells them, not above the host's
   * @param entry where the first begins
   */
  public record Processors(int count, int addressBits, BootEntry entry) {}

  private KvmMachine(
      KvmVm vm, AddressSpace memory, AddressSpace ports, Consumer<StopReason> stopped) {
    this.vm = vm;
    this.memory = memory;
    this.ports = ports;
    this.stopped = stopped;
  }

  /**
   * Makes a machine and starts its CPUs.
   *
   * @param stopped hears when a vCPU stops by itself, on its thread; it must not close the machine
   * @throws KvmException when the host cannot; nothing is kept then
   */
  public static KvmMachine start(
      Kvm kvm, Wiring wiring, Processors processors, Consumer<StopReason> stopped) {
    kvm.require(KvmCapability.IRQCHIP, "a PC's interrupt controllers");
    kvm.require(KvmCapability.PIT2, "a PC's timer");
    kvm.require(KvmCapability.IMMEDIATE_EXIT, "stopping a vCPU");
    int most = kvm.check(KvmCapability.MAX_VCPUS);
    if (processors.count() > most) {
      throw new KvmException.Vcpus(most, processors.count());
    }
    KvmMachine machine = new KvmMachine(kvm.createVm(), wiring.memory(), wiring.ports(), stopped);
    try {
      machine.build(kvm, wiring, processors);
    } catch (RuntimeException e) {
      machine.close();
      throw e;
    }
    machine.threads.forEach(VcpuThread::start);
    return machine;
  }

  private void build(Kvm kvm, Wiring wiring, Processors processors) {
    Cpuid cpuid = kvm.supportedCpuid().withAddressBits(processors.addressBits());
    vm.setRealModePages(REAL_MODE_PAGES);
    vm.createInterruptControllers();
    vm.createTimer();
    KvmMemory mirror = KvmMemory.mirror(vm, memory);
    undo.add(mirror::close);
    for (int id = 0; id < processors.count(); id++) {
      KvmVcpu vcpu = vm.createVcpu(id);
      vcpus.add(vcpu);
      vcpu.setCpuid(cpuid.forVcpu(id, processors.count()));
      threads.add(new VcpuThread(vcpu, memory, ports, outcome -> report(vcpu, outcome)));
    }
    coalesce(kvm, wiring.deferrableWrites());
    enter(vcpus.getFirst(), processors.entry());
    wiring.lines().forEach(this::connect);
  }

  /** A guest's console is most of what it is left for: half of that are writes to one port. */
  private void coalesce(Kvm kvm, List<AddressRange> deferrable) {
    int page = kvm.check(KvmCapability.COALESCED_MMIO);
    if (page == 0 || kvm.check(KvmCapability.COALESCED_PIO) == 0 || deferrable.isEmpty()) {
      return;
    }
    CoalescedWrites writes = new CoalescedWrites(vcpus.getFirst().sharedPage(page), ports);
    vcpus.forEach(vcpu -> vcpu.setCoalescedWrites(writes));
    deferrable.forEach(vm::coalesceWrites);
    LastAccesses log = new LastAccesses();
    undo.add(() -> writes.deliver(log));
    // KVM does not say when it keeps something, and a guest may do nothing more.
    ScheduledExecutorService ticker =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("coalesced-writes").daemon().factory());
    undo.add(ticker::close);
    var _ =
        ticker.scheduleWithFixedDelay(
            () -> deliver(writes, log), DELIVERY, DELIVERY, TimeUnit.MILLISECONDS);
  }

  /** What is thrown would end the ticker, and nobody would hear of it. */
  private static void deliver(CoalescedWrites writes, LastAccesses log) {
    try {
      writes.deliver(log);
    } catch (RuntimeException | Error e) {
      LOG.error("writes that KVM has kept were not delivered", e);
    }
  }

  private void connect(int number, LevelInterruptLine line) {
    LevelInterruptLine.Listener listener = asserted -> vm.setInterruptLine(number, asserted);
    line.addListener(listener);
    undo.add(() -> line.removeListener(listener));
  }

  private static void enter(KvmVcpu vcpu, BootEntry entry) {
    switch (entry) {
      case BootEntry.ResetVector() -> {
        // A new vCPU is there already.
      }
      case BootEntry.LongMode(long rip, long rsi, long pageTable, long descriptors) -> {
        segments(vcpu, KvmSegment.CODE_64, descriptors, sregs -> longMode(sregs, pageTable));
        vcpu.setRegisters(KvmRegs.at(rip).withRsi(rsi));
      }
      case BootEntry.ProtectedMode(long eip, long ebx, long descriptors) -> {
        segments(vcpu, KvmSegment.CODE_32, descriptors, KvmMachine::protectedMode);
        vcpu.setRegisters(KvmRegs.at(eip).withRbx(ebx));
      }
    }
  }

  private static void segments(
      KvmVcpu vcpu, int code, long descriptors, UnaryOperator<KvmSregs> control) {
    KvmSregs sregs =
        vcpu.specialRegisters()
            .withSegments(
                KvmSegment.flat(FlatDescriptors.CODE, code),
                KvmSegment.flat(FlatDescriptors.DATA, KvmSegment.DATA_32),
                new KvmSegment(0, 0x67, FlatDescriptors.TASK, KvmSegment.TSS_32),
                new KvmTable(descriptors, FlatDescriptors.SIZE - 1));
    vcpu.setSpecialRegisters(control.apply(sregs));
  }

  private static KvmSregs longMode(KvmSregs sregs, long pageTable) {
    return sregs.withControl(
        KvmSregs.CR0_PE | KvmSregs.CR0_ET | KvmSregs.CR0_NE | KvmSregs.CR0_PG,
        pageTable,
        KvmSregs.CR4_PAE,
        KvmSregs.EFER_LME | KvmSregs.EFER_LMA);
  }

  private static KvmSregs protectedMode(KvmSregs sregs) {
    return sregs.withControl(KvmSregs.CR0_PE | KvmSregs.CR0_ET, 0, 0, 0);
  }

  private void report(KvmVcpu vcpu, VcpuThread.Outcome outcome) {
    String state;
    try {
      state = vcpu.registers() + "\n" + vcpu.specialRegisters();
    } catch (KvmException e) {
      state = "no registers: " + e.getMessage();
    }
    state += "\nlast accesses:\n" + vcpu.lastAccesses();
    stopped.accept(new StopReason(vcpu.id(), outcome, state));
  }

  /** Stops all vCPUs, wherever they are, and gives everything back. */
  @Override
  public void close() {
    threads.forEach(VcpuThread::stop);
    threads.forEach(VcpuThread::close);
    undo.reversed().forEach(Runnable::run);
    undo.clear();
    vcpus.forEach(KvmVcpu::close);
    vm.close();
  }
}
