package org.memslot.hypervisor.kvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.memslot.hypervisor.boot.BootEntry;
import org.memslot.machine.AccessWidths;
import org.memslot.machine.AddressRange;
import org.memslot.machine.AddressSpace;
import org.memslot.machine.Backing;
import org.memslot.machine.DeviceRegion;
import org.memslot.machine.IoHandler;
import org.memslot.machine.LevelInterruptLine;
import org.memslot.machine.RamRegion;
import org.memslot.testing.Await;

/** PCs whose CPUs start at the reset vector, with interrupt controllers and timer in the kernel. */
@NeedsKvm
class KvmMachineTest {
  private static final int CODE = 0x1000;
  private static final int LINE = 4;
  private static final int RAM_SIZE = 0x8_0000;
  private static final long ROM = 0xffff_0000L;
  private static final int RESET_VECTOR = 0xfff0;

  private final AddressSpace memory = AddressSpace.memory("memory");
  private final AddressSpace ports = AddressSpace.ports("ports");
  private final RamRegion ram = RamRegion.create("guest-ram", RAM_SIZE, Backing.MEMFD);
  private final RamRegion rom = RamRegion.create("guest-rom", 0x1_0000, Backing.MEMFD);
  private final LevelInterruptLine line = new LevelInterruptLine("line");
  private final List<String> accesses = new CopyOnWriteArrayList<>();
  private final List<String> writers = new CopyOnWriteArrayList<>();
  private final List<KvmMachine.StopReason> stops = new CopyOnWriteArrayList<>();
  private final Kvm kvm = Kvm.open();

  KvmMachineTest() {
    memory.change(
        change -> {
          change.add(0, ram);
          change.add(ROM, rom);
        });
    IoHandler acknowledge =
        new IoHandler() {
          @Override
          public long read(long offset, int width) {
            accesses.add("read " + offset);
            return 0;
          }

          @Override
          public void write(long offset, int width, long value) {
            line.lower();
            writers.add(Thread.currentThread().getName());
            accesses.add("%d = 0x%x".formatted(offset, value));
          }
        };
    ports.change(
        change ->
            change.add(
                0x100, new DeviceRegion("device", 0x20, acknowledge, AccessWidths.handling(1, 1))));
    put(ROM + RESET_VECTOR, "ea00100000"); // jmp 0:0x1000
  }

  @AfterEach
  void close() {
    kvm.close();
    if (!memory.view().ranges().isEmpty()) {
      memory.change(
          change -> {
            change.remove(ram);
            change.remove(rom);
          });
    }
    ram.close();
    rom.close();
  }

  private void put(long address, String hex) {
    byte[] code = HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
    memory.write(address, code, 0, code.length);
  }

  private KvmMachine start(int cpus, String program) {
    return start(cpus, program, List.of());
  }

  private KvmMachine start(int cpus, String program, List<AddressRange> deferrableWrites) {
    put(CODE, program);
    return KvmMachine.start(
        kvm,
        new KvmMachine.Wiring(memory, ports, Map.of(LINE, line), deferrableWrites),
        new KvmMachine.Processors(
            cpus, kvm.supportedCpuid().addressBits(), new BootEntry.ResetVector()),
        stops::add);
  }

  private KvmMachine.StopReason stopReason() throws InterruptedException {
    Await.until("a stop", () -> !stops.isEmpty());
    return stops.getFirst();
  }

  /**
   * Sets vectors 8 and 12, both 8259 with all but lines 0 and 4 masked, and the timer to 1000 Hz,
   * then waits in HLT. Line 0 counts at 0x500; line 4 writes AL to port 0x100.
   */
  @Test
  void timerAndLinesInterruptAnIdleGuest() throws Exception {
    try (KvmMachine _ =
        start(
            1,
            """
            fa 31c0 8ed8 8ed0 bc007c c70620004610 c70622000000 c70630004f10 c70632000000
            b011e620 b008e621 b004e621 b001e621 b0eee621 b034e643 b0a9e640 b004e640 fb f4 ebfd
            ff060005 b020 e620 cf ba0001 ee b020 e620 cf""")) {
      Await.until("three ticks", () -> memory.read16(0x500) >= 3);
      for (int times = 1; times <= 3; times++) {
        int expected = times;
        line.raise();
        Await.until("an answer to the line", () -> accesses.size() == expected);
        assertThat(line.isAsserted()).isFalse();
      }
    }
    assertThat(stops).isEmpty();
  }

  @Test
  void aTripleFaultIsReportedWithTheAccessesBeforeIt() throws Exception {
    HostKvm.assumeTripleFaults();
    // mov al,0x77; mov dx,0x110; out dx,al; lidt [0x2000]; int3: no interrupt table, no vectors
    try (KvmMachine _ = start(1, "b077 ba1001 ee 0f011e0020 cc")) {
      KvmMachine.StopReason reason = stopReason();
      assertThat(reason.isTripleFault()).isTrue();
      assertThat(reason.vcpu()).isZero();
      assertThat(reason.state()).contains("RIP=", "CR0=", "OUT   0x110/1 = 0x77");
    }
  }

  @Test
  void whatKvmCannotEmulateIsReportedWithRegistersAndAccesses() throws Exception {
    // mov al,0x77; mov dx,0x110; out dx,al; jmp 0xd000:0x10, where no memory is
    try (KvmMachine _ = start(1, "b077 ba1001 ee ea100000d0")) {
      KvmMachine.StopReason reason = stopReason();
      assertThat(reason.isTripleFault()).isFalse();
      assertThat(reason.outcome().toString()).contains("KVM_EXIT_INTERNAL_ERROR", "cannot emulate");
      assertThat(reason.state())
          .contains(
              "RIP=0000000000000010",
              "RAX=0000000000000077",
              "base 00000000000d0000",
              "OUT   0x110/1 = 0x77");
    }
  }

  private static final List<AddressRange> PORT_0X110 = List.of(AddressRange.of(0x110, 1));

  private static List<String> writes(int count) {
    return IntStream.range(0, count).mapToObj(i -> "16 = 0x%x".formatted(i & 0xff)).toList();
  }

  @Test
  void writesThatMayComeLateComeInTheirOrderBeforeTheNextRead() throws Exception {
    // mov dx,0x110; xor ax,ax; then 100 times: out dx,al; inc ax; then in al,0x111; hlt
    try (KvmMachine _ = start(1, "ba1001 31c0 b96400 ee 40 e2fc ba1101 ec f4 ebfd", PORT_0X110)) {
      Await.until("the read", () -> accesses.contains("read 17"));
    }
    assertThat(accesses.subList(0, 100)).isEqualTo(writes(100));
    assertThat(accesses.get(100)).isEqualTo("read 17");
  }

  @Test
  void writesComeWithoutBeingLookedForWhenTheGuestDoesNothingMore() throws Exception {
    // xor ax,ax; mov dx,0x110; out dx,al; hlt
    try (KvmMachine _ = start(1, "31c0 ba1001 ee f4 ebfd", PORT_0X110)) {
      Await.until("the write", () -> !accesses.isEmpty());
    }
    assertThat(accesses).isEqualTo(writes(1));
    assertThat(writers)
        .containsExactly("coalesced-writes"); // KVM has kept it: not the vCPU's thread
  }

  @Test
  void moreWritesThanKvmKeepsAreAllThere() throws Exception {
    // 1000 times: out dx,al; inc ax; then in al,0x111; hlt
    try (KvmMachine _ = start(1, "ba1001 31c0 b9e803 ee 40 e2fc ba1101 ec f4 ebfd", PORT_0X110)) {
      Await.until("the read", () -> accesses.contains("read 17"));
    }
    assertThat(accesses.subList(0, 1000)).isEqualTo(writes(1000));
  }

  /**
   * The first vCPU starts the second at the same code by INIT and SIPI, with the segment FS of 4
   * GiB as it is after protected mode, and waits at 0x501 until that has written; then it reads.
   */
  @Test
  void whatOneVcpuHasWrittenComesBeforeWhatAnotherReadsAfterwards() throws Exception {
    put(0x2100, "0f00 08210000"); // limit and base of the table
    put(0x2108, "0000000000000000 ffff00000092cf00"); // null, flat data
    String who = "31c0 8ed8 b001 86060005 84c0 753e"; // ds = 0; xchg [0x500],al; jnz second
    String flat = "fa 0f01160021 0f20c0 0c01 0f22c0 bb0800 8ee3 24fe 0f22c0";
    String start = "66bb0003e0fe 646766c70300450c00 646766c70301460c00"; // INIT, SIPI to 0x1000
    String wait = "803e010501 75f9 ba1101 ec f4 ebfd"; // until [0x501] is 1; in al,0x111; hlt
    String second = "ba1001 31c0 b96400 ee 40 e2fc c606010501 f4 ebfd"; // 100 bytes to 0x110
    try (KvmMachine _ = start(2, who + flat + start + wait + second, PORT_0X110)) {
      Await.until("the read", () -> accesses.contains("read 17"));
    }
    assertThat(accesses.subList(0, 100)).isEqualTo(writes(100));
    assertThat(accesses.get(100)).isEqualTo("read 17");
  }

  @Test
  void whatTheGuestHasWrittenIsThereAfterTheMachinesEnd() throws Exception {
    for (int times = 0; times < 20; times++) {
      accesses.clear();
      memory.write8(0x500, 0);
      // 10 times: out dx,al; inc ax; then mov byte [0x500],1; jmp $
      try (KvmMachine _ =
          start(1, "ba1001 31c0 b90a00 ee 40 e2fc 31c0 8ed8 c606000501 ebfe", PORT_0X110)) {
        Await.until("the end of the writing", () -> memory.read8(0x500) == 1);
      }
      assertThat(accesses).isEqualTo(writes(10));
    }
  }

  @Test
  void nothingIsLeftOfAMachineAfterItsClose() throws Exception {
    int descriptors = ProcessState.descriptors();
    for (int i = 0; i < 5; i++) {
      KvmMachine machine = start(4, "fb f4 ebfc", PORT_0X110); // sti; hlt; and again
      Await.until(
          "four threads",
          () -> ProcessState.threads().stream().filter(t -> t.startsWith("vcpu-")).count() == 4);
      assertThat(ProcessState.kvmDescriptors()).hasSize(6); // the device, the machine, four vCPUs
      machine.close();
      assertThat(ProcessState.threads())
          .noneMatch(thread -> thread.startsWith("vcpu-") || thread.startsWith("coalesced-"));
      assertThat(ProcessState.kvmDescriptors()).containsExactly("/dev/kvm");
      assertThat(ProcessState.descriptors()).isEqualTo(descriptors);
      assertThat(ProcessState.mappings("kvm")).isEmpty();
    }
    memory.change(
        change -> {
          change.remove(ram);
          change.remove(rom);
        });
    assertThat(ProcessState.mappings("guest-r")).hasSize(2);
    ram.close();
    rom.close();
    assertThat(ProcessState.mappings("guest-r")).isEmpty();
  }

  @Test
  void moreCpusThanTheHostAllowsAreRefusedAndLeaveNothing() {
    int most = kvm.check(KvmCapability.MAX_VCPUS);
    assertThatThrownBy(() -> start(most + 1, "f4"))
        .isInstanceOf(KvmException.Vcpus.class)
        .hasMessageContaining("%d vCPUs are wanted".formatted(most + 1))
        .hasMessageContaining("KVM_CAP_MAX_VCPUS");
    assertThat(ProcessState.kvmDescriptors()).containsExactly("/dev/kvm");
  }
}
