package org.memslot.hypervisor.kvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.memslot.machine.AddressSpace;
import org.memslot.machine.DeviceRegion;
import org.memslot.machine.IoHandler;
import org.memslot.machine.RamRegion;

/** Small real-mode programs on this host's KVM, and what their accesses are on the buses. */
@NeedsKvm
class RealModeGuestTest {
  private static final int CODE = 0x1000;

  private final List<String> accesses = new ArrayList<>();
  private final AddressSpace memory = AddressSpace.memory("memory");
  private final AddressSpace ports = AddressSpace.ports("ports");
  private final RamRegion ram = RamRegion.create("ram", 0x8_0000);

  @BeforeEach
  void plug() {
    memory.change(
        change -> {
          change.add(0, ram);
          change.add(0xc_0000, new DeviceRegion("mmio", 0x1000, recorder("mem")));
        });
    ports.change(change -> change.add(0x100, new DeviceRegion("io", 0x100, recorder("port"))));
  }

  @AfterEach
  void unplug() {
    if (!memory.view().ranges().isEmpty()) {
      memory.change(change -> change.remove(ram));
    }
    ram.close();
  }

  private IoHandler recorder(String bus) {
    return new IoHandler() {
      @Override
      public long read(long offset, int width) {
        accesses.add(String.format(Locale.ROOT, "%s read %x/%d", bus, offset, width));
        return 0x8877_6655_4433_2211L;
      }

      @Override
      public void write(long offset, int width, long value) {
        accesses.add(String.format(Locale.ROOT, "%s write %x/%d %x", bus, offset, width, value));
      }
    };
  }

  private void program(String hex) {
    byte[] code = HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
    memory.write(CODE, code, 0, code.length);
  }

  /** Runs the program to its first exit other than an access. */
  private VcpuExit run(String hex) {
    program(hex);
    try (Kvm kvm = Kvm.open();
        KvmVm vm = kvm.createVm();
        KvmMemory mirror = KvmMemory.mirror(vm, memory);
        KvmVcpu vcpu = vm.createVcpu(0)) {
      assertThat(mirror.slotsInUse()).isPositive();
      begin(vcpu);
      return vcpu.run(memory, ports);
    }
  }

  private static void begin(KvmVcpu vcpu) {
    vcpu.setSpecialRegisters(vcpu.specialRegisters().withRealModeCode(0));
    vcpu.setRegisters(KvmRegs.at(CODE).withRsp(0x8000));
  }

  @Test
  void portAccessesOfEveryWidth() {
    // mov dx,0x104; mov eax,0x11223344; out dx,al; out dx,ax; out dx,eax; in al,dx; in ax,dx;
    // in eax,dx; mov [0x500],eax; hlt
    VcpuExit exit = run("ba0401 66b844332211 ee ef 66ef ec ed 66ed 66a30005 f4");
    assertThat(exit).isEqualTo(new VcpuExit.Halted());
    assertThat(accesses)
        .containsExactly(
            "port write 4/1 44",
            "port write 4/2 3344",
            "port write 4/4 11223344",
            "port read 4/1",
            "port read 4/2",
            "port read 4/4");
    assertThat(memory.read32(0x500)).isEqualTo(0x4433_2211);
  }

  @Test
  void memoryMappedAccessesOfEveryWidth() {
    // mov bx,0xc000; mov ds,bx; mov eax,0x11223344; mov [8],al; mov [8],ax; mov [8],eax;
    // mov al,[8]; mov ax,[8]; mov eax,[8]; hlt
    VcpuExit exit =
        run("bb00c0 8edb 66b844332211 a20800 a30800 66a30800 a00800 a10800 66a10800 f4");
    assertThat(exit).isEqualTo(new VcpuExit.Halted());
    assertThat(accesses)
        .containsExactly(
            "mem write 8/1 44",
            "mem write 8/2 3344",
            "mem write 8/4 11223344",
            "mem read 8/1",
            "mem read 8/2",
            "mem read 8/4");
  }

  @Test
  void stringInputAndOutput() {
    // mov dx,0x110; mov di,0x600; mov cx,4; cld; rep insb; mov si,0x700; mov cx,3; rep outsw; hlt
    memory.write32(0x700, 0x2222_1111);
    memory.write16(0x704, 0x3333);
    VcpuExit exit = run("ba1001 bf0006 b90400 fc f36c be0007 b90300 f36f f4");
    assertThat(exit).isEqualTo(new VcpuExit.Halted());
    assertThat(accesses)
        .containsExactly(
            "port read 10/1",
            "port read 10/1",
            "port read 10/1",
            "port read 10/1",
            "port write 10/2 1111",
            "port write 10/2 2222",
            "port write 10/2 3333");
    assertThat(memory.read32(0x600)).isEqualTo(0x1111_1111);
  }

  @Test
  void anInterruptIsTakenAtItsVector() {
    memory.write16(0x21 * 4, 0x2000);
    memory.write16(0x21 * 4 + 2, 0);
    // at 0x2000: mov al,0x5a; mov dx,0x100; out dx,al; hlt
    byte[] handler = HexFormat.of().parseHex("b05aba0001eef4");
    memory.write(0x2000, handler, 0, handler.length);
    program("fb eb fe"); // sti; jmp $
    try (Kvm kvm = Kvm.open();
        KvmVm vm = kvm.createVm();
        KvmMemory mirror = KvmMemory.mirror(vm, memory);
        KvmVcpu vcpu = vm.createVcpu(0)) {
      assertThat(mirror.slotsInUse()).isPositive();
      begin(vcpu);
      vcpu.setInterruptWindowWanted(true);
      assertThat(vcpu.run(memory, ports)).isEqualTo(new VcpuExit.InterruptWindow());
      vcpu.setInterruptWindowWanted(false);
      vcpu.injectInterrupt(0x21);
      assertThat(vcpu.run(memory, ports)).isEqualTo(new VcpuExit.Halted());
    }
    assertThat(accesses).containsExactly("port write 0/1 5a");
  }

  @Test
  void unclaimedPortsReadOnes() {
    // mov dx,0x3000; in eax,dx; mov [0x500],eax; hlt
    run("ba0030 66ed 66a30005 f4");
    assertThat(memory.read32(0x500)).isEqualTo(-1);
  }

  @Test
  void anEndlessLoopIsStopped() throws Exception {
    program("eb fe");
    CountDownLatch told = new CountDownLatch(1);
    try (Kvm kvm = Kvm.open();
        KvmVm vm = kvm.createVm();
        KvmMemory mirror = KvmMemory.mirror(vm, memory);
        KvmVcpu vcpu = vm.createVcpu(0)) {
      assertThat(mirror.slotsInUse()).isPositive();
      begin(vcpu);
      VcpuThread thread = new VcpuThread(vcpu, memory, ports, _ -> told.countDown());
      thread.start();
      Thread.sleep(50);
      thread.close();
      assertThat(vcpu.registers().rip()).isEqualTo(CODE);
      assertThat(told.getCount()).isEqualTo(1);
    }
  }

  @Test
  void memoryComesAndGoesWhileTheGuestTouchesIt() throws Exception {
    // mov bx,0x9000; mov ds,bx; loop: inc word [0]; jmp loop
    program("bb0090 8edb ff060000 ebfa");
    try (Kvm kvm = Kvm.open();
        KvmVm vm = kvm.createVm();
        KvmMemory mirror = KvmMemory.mirror(vm, memory);
        KvmVcpu vcpu = vm.createVcpu(0);
        RamRegion more = RamRegion.create("more", 0x1000)) {
      begin(vcpu);
      List<VcpuThread.Outcome> outcomes = new ArrayList<>();
      VcpuThread thread = new VcpuThread(vcpu, memory, ports, outcomes::add);
      thread.start();
      for (int i = 0; i < 20; i++) {
        memory.change(change -> change.add(0x9_0000, more));
        assertThat(mirror.slotsInUse()).isEqualTo(2);
        Thread.sleep(2);
        memory.change(change -> change.remove(more));
        assertThat(mirror.slotsInUse()).isEqualTo(1);
      }
      thread.close();
      assertThat(outcomes).isEmpty();
    }
  }

  @Test
  void dirtyPagesAreThoseTheGuestWrote() {
    program("f4"); // hlt: KVM takes the first read of the code for a write
    List<String> dirty = new ArrayList<>();
    try (Kvm kvm = Kvm.open();
        KvmVm vm = kvm.createVm();
        KvmMemory mirror = KvmMemory.mirrorWithDirtyLog(vm, memory);
        KvmVcpu vcpu = vm.createVcpu(0)) {
      begin(vcpu);
      vcpu.run(memory, ports);
      mirror.takeDirty((_, _) -> {});
      program("a20050 a20071 f4"); // mov [0x5000],al; mov [0x7100],al; hlt
      begin(vcpu);
      vcpu.run(memory, ports);
      mirror.takeDirty((region, range) -> dirty.add(region.name() + " " + range.first()));
      mirror.takeDirty((region, range) -> dirty.add("again " + range));
    }
    assertThat(dirty).containsExactly("ram " + 0x5000, "ram " + 0x7000);
  }

  @Test
  void nothingIsLeftAfterClose() throws IOException {
    run("f4");
    long descriptors = count("/proc/self/fd");
    long mappings = vcpuMappings();
    for (int i = 0; i < 10; i++) {
      run("f4");
    }
    assertThat(count("/proc/self/fd")).isLessThanOrEqualTo(descriptors);
    assertThat(vcpuMappings()).isEqualTo(mappings).isZero();
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().startsWith("vcpu-"));
  }

  private static long count(String folder) throws IOException {
    try (Stream<Path> files = Files.list(Path.of(folder))) {
      return files.count();
    }
  }

  private static long vcpuMappings() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc/self/maps"))) {
      return lines.filter(line -> line.contains("kvm-vcpu")).count();
    }
  }
}
