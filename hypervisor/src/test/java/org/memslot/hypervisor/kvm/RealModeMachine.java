package org.memslot.hypervisor.kvm;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.memslot.machine.AccessWidths;
import org.memslot.machine.AddressSpace;
import org.memslot.machine.DeviceRegion;
import org.memslot.machine.IoHandler;
import org.memslot.machine.RamRegion;

/**
 * A machine for small programs in real mode: 512 KiB of RAM at 0, a device of 8 KiB at 0xc0000 and
 * one of 256 ports at 0x100, which note their accesses, and one vCPU.
 */
final class RealModeMachine implements AutoCloseable {
  /** Where a program begins. */
  static final int CODE = 0x1000;

  static final int RAM_SIZE = 0x8_0000;

  final AddressSpace memory = AddressSpace.memory("memory");
  final AddressSpace ports = AddressSpace.ports("ports");
  final RamRegion ram = RamRegion.create("ram", RAM_SIZE);

  /** What the two devices saw, in order. */
  final List<String> accesses = new CopyOnWriteArrayList<>();

  final Kvm kvm = Kvm.open();
  final KvmVm vm = kvm.createVm();
  final KvmMemory mirror = KvmMemory.mirror(vm, memory);
  final KvmVcpu vcpu = vm.createVcpu(0);

  RealModeMachine() {
    memory.change(
        change -> {
          change.add(0, ram);
          change.add(0xc_0000, device("mem", 0x2000));
        });
    ports.change(change -> change.add(0x100, device("port", 0x100)));
  }

  /** Reads as memory whose bytes are the low bytes of their offsets. */
  private DeviceRegion device(String bus, int size) {
    IoHandler handler =
        new IoHandler() {
          @Override
          public long read(long offset, int width) {
            accesses.add(String.format(Locale.ROOT, "%s read %x/%d", bus, offset, width));
            long value = 0;
            for (int i = width - 1; i >= 0; i--) {
              value = value << 8 | (offset + i & 0xff);
            }
            return value;
          }

          @Override
          public void write(long offset, int width, long value) {
            accesses.add(
                String.format(Locale.ROOT, "%s write %x/%d %x", bus, offset, width, value));
          }
        };
    return new DeviceRegion(bus, size, handler, AccessWidths.handling(1, 8));
  }

  /** Puts a program at {@link #CODE} and the vCPU before it, all segments at 0. */
  void load(String hex) {
    byte[] code = HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
    memory.write(CODE, code, 0, code.length);
    vcpu.setSpecialRegisters(vcpu.specialRegisters().withRealModeCode(0));
    vcpu.setRegisters(KvmRegs.at(CODE).withRsp(0x8000));
  }

  /** Runs a program to its first exit other than an access. */
  VcpuExit run(String hex) {
    load(hex);
    return vcpu.run(memory, ports);
  }

  @Override
  public void close() {
    vcpu.close();
    mirror.close();
    vm.close();
    kvm.close();
    memory.change(change -> change.remove(ram));
    ram.close();
  }
}
