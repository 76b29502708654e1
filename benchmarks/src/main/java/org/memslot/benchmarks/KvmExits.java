package org.memslot.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import org.memslot.hypervisor.kvm.Kvm;
import org.memslot.hypervisor.kvm.KvmMemory;
import org.memslot.hypervisor.kvm.KvmRegs;
import org.memslot.hypervisor.kvm.KvmVcpu;
import org.memslot.hypervisor.kvm.KvmVm;
import org.memslot.hypervisor.kvm.VcpuExit;
import org.memslot.machine.AccessWidths;
import org.memslot.machine.AddressSpace;
import org.memslot.machine.DeviceRegion;
import org.memslot.machine.IoHandler;
import org.memslot.machine.RamRegion;

/**
 * What an exit of a guest on KVM costs, from the guest's instruction through the bus to a device
 * and back: a loop in real mode of one access, as {@code kvm-exits.c} has it in C with nothing
 * between. {@code KvmExitsBenchmark} of the module acceptance runs the two in turns.
 */
public final class KvmExits {
  private static final int CODE = 0x1000;
  private static final int RAM_SIZE = 0x8_0000;

  /** Before each loop: mov bx,0xc000; mov ds,bx; mov dx,0x100; mov ecx,imm32. */
  private static final String PROLOGUE = "bb00c0 8edb ba0001 66b9";

  /** The guest's loops; each ends with dec ecx; jnz; hlt. */
  private enum Access {
    /** out dx,al. */
    OUT("ee 6649 75fb f4"),
    /** in al,dx. */
    IN("ec 6649 75fb f4"),
    /** mov [8],eax. */
    STORE("66a30800 6649 75f8 f4"),
    /** mov eax,[8]. */
    LOAD("66a10800 6649 75f8 f4");

    private final String loop;

    Access(String loop) {
      this.loop = loop;
    }
  }

  /** Answers and counts. */
  private static final class Device implements IoHandler {
    private long accesses;

    @Override
    public long read(long offset, int width) {
      return accesses++;
    }

    @Override
    public void write(long offset, int width, long value) {
      accesses++;
    }
  }

  private final AddressSpace memory = AddressSpace.memory("memory");
  private final AddressSpace ports = AddressSpace.ports("ports");
  private final Device device = new Device();
  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final int exits;
  private long allocated;

  private KvmExits(int exits) {
    this.exits = exits;
  }

  /**
   * Measures and prints, for each access, the least and the median time of an exit, and what it
   * allocated.
   *
   * @param arguments exits in a round, rounds that warm up, rounds that count
   */
  public static void main(String[] arguments) {
    new KvmExits(Integer.parseInt(arguments[0]))
        .run(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }

  private void run(int warmUp, int rounds) {
    AccessWidths widths = AccessWidths.handling(1, 4);
    try (Kvm kvm = Kvm.open();
        RamRegion ram = RamRegion.create("ram", RAM_SIZE)) {
      memory.change(
          change -> {
            change.add(0, ram);
            change.add(0xc_0000, new DeviceRegion("memory device", 0x1000, device, widths));
          });
      ports.change(
          change -> change.add(0x100, new DeviceRegion("port device", 0x10, device, widths)));
      try (KvmVm vm = kvm.createVm();
          KvmMemory _ = KvmMemory.mirror(vm, memory);
          KvmVcpu vcpu = vm.createVcpu(0)) {
        vcpu.setSpecialRegisters(vcpu.specialRegisters().withRealModeCode(0));
        for (int i = 0; i < warmUp; i++) {
          for (Access access : Access.values()) {
            loop(vcpu, access);
          }
        }
        for (Access access : Access.values()) {
          measure(vcpu, access, rounds);
        }
      } finally {
        memory.change(change -> change.remove(ram));
      }
    }
  }

  private void measure(KvmVcpu vcpu, Access access, int rounds) {
    long[] nanos = new long[rounds];
    allocated = 0;
    for (int i = 0; i < rounds; i++) {
      nanos[i] = loop(vcpu, access);
    }
    Arrays.sort(nanos);
    System.out.printf(
        "java %-5s %8.3f us least, %8.3f us median, %.4f bytes allocated%n",
        access,
        nanos[0] / 1e3 / exits,
        nanos[rounds / 2] / 1e3 / exits,
        (double) allocated / exits / rounds);
  }

  private long loop(KvmVcpu vcpu, Access access) {
    byte[] prologue = bytes(PROLOGUE);
    byte[] body = bytes(access.loop);
    byte[] program =
        ByteBuffer.allocate(prologue.length + Integer.BYTES + body.length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(prologue)
            .putInt(exits)
            .put(body)
            .array();
    memory.write(CODE, program, 0, program.length);
    vcpu.setRegisters(KvmRegs.at(CODE));
    long before = device.accesses;
    long bytes = threads.getCurrentThreadAllocatedBytes();
    long begin = System.nanoTime();
    VcpuExit end = vcpu.run(memory, ports);
    long nanos = System.nanoTime() - begin;
    allocated += threads.getCurrentThreadAllocatedBytes() - bytes;
    if (!(end instanceof VcpuExit.Halted) || device.accesses - before != exits) {
      throw new IllegalStateException(
          "%s: %s after %d accesses".formatted(access, end, device.accesses - before));
    }
    return nanos;
  }
}
