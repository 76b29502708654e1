package org.memslot.hypervisor.kvm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The accesses that KVM does not make in one piece, or that one instruction makes many of. */
@NeedsKvm
class GuestAccessTest {
  private final RealModeMachine machine = new RealModeMachine();

  @AfterEach
  void close() {
    machine.close();
  }

  @Test
  void eightBytesAreOneAccess() {
    // mov bx,0xc000; mov ds,bx; movq mm0,[8]; movq [0x10],mm0; hlt
    assertThat(machine.run("bb00c0 8edb 0f6f060800 0f7f061000 f4"))
        .isEqualTo(new VcpuExit.Halted());
    assertThat(machine.accesses).containsExactly("mem read 8/8", "mem write 10/8 f0e0d0c0b0a0908");
  }

  @Test
  void anAccessAcrossPagesReachesEveryByteOnce() {
    // mov bx,0xc000; mov ds,bx; mov eax,0x44332211; mov [0xffd],eax; mov eax,[0xffd]; xor bx,bx;
    // mov ds,bx; mov [0x500],eax; hlt
    assertThat(machine.run("bb00c0 8edb 66b811223344 66a3fd0f 66a1fd0f 31db 8edb 66a30005 f4"))
        .isEqualTo(new VcpuExit.Halted());
    assertThat(machine.accesses)
        .containsExactly(
            "mem write ffd/1 11",
            "mem write ffe/1 22",
            "mem write fff/1 33",
            "mem write 1000/1 44",
            "mem read ffd/1",
            "mem read ffe/1",
            "mem read fff/1",
            "mem read 1000/1");
    assertThat(machine.memory.read32(0x500)).isEqualTo(0x00ff_fefd);
  }

  @Test
  void anAccessThatBeginsInRamEndsInNothing() {
    // mov bx,0x7fff; mov ds,bx; mov eax,0x44332211; mov [0xe],eax; mov eax,[0xe]; xor bx,bx;
    // mov ds,bx; mov [0x500],eax; hlt: the first two bytes are the last of RAM
    assertThat(machine.run("bbff7f 8edb 66b811223344 66a30e00 66a10e00 31db 8edb 66a30005 f4"))
        .isEqualTo(new VcpuExit.Halted());
    assertThat(machine.memory.read16(RealModeMachine.RAM_SIZE - 2)).isEqualTo(0x2211);
    assertThat(machine.memory.read32(0x500)).isEqualTo(0xffff_2211);
  }

  @Test
  void stringsGoToAndFromPortsInEitherDirection() {
    machine.memory.write32(0x700, 0x4433_2211);
    machine.memory.write32(0x704, 0x8877_6655);
    // mov dx,0x110; cld; mov di,0x600; mov cx,2; rep insw; mov di,0x608; mov cx,2; rep insd;
    // mov si,0x700; mov cx,3; rep outsb; mov si,0x700; mov cx,2; rep outsd;
    // std; mov si,0x704; mov cx,3; rep outsw; hlt
    assertThat(
            machine.run(
                """
                ba1001 fc bf0006 b90200 f36d bf0806 b90200 66f36d be0007 b90300 f36e
                be0007 b90200 66f36f fd be0407 b90300 f36f f4"""))
        .isEqualTo(new VcpuExit.Halted());
    assertThat(machine.accesses)
        .containsExactly(
            "port read 10/2",
            "port read 10/2",
            "port read 10/4",
            "port read 10/4",
            "port write 10/1 11",
            "port write 10/1 22",
            "port write 10/1 33",
            "port write 10/4 44332211",
            "port write 10/4 88776655",
            "port write 10/2 6655",
            "port write 10/2 4433",
            "port write 10/2 2211");
    assertThat(machine.memory.read32(0x600)).isEqualTo(0x1110_1110);
    assertThat(machine.memory.read64(0x608)).isEqualTo(0x1312_1110_1312_1110L);
  }

  @Test
  void stringsGoBetweenMemoryDevicesAndPorts() {
    machine.memory.write32(0x700, 0x4433_2211);
    // mov bx,0xc000; mov es,bx; cld; mov si,0x700; mov di,0x20; mov cx,3; rep movsb;
    // mov ax,0x1234; mov di,0x30; mov cx,2; rep stosw; mov ds,bx; xor ax,ax; mov es,ax;
    // mov si,0x40; mov di,0x600; mov cx,2; rep movsd; mov dx,0x110; mov si,0x50; mov cx,2;
    // rep outsb; hlt
    assertThat(
            machine.run(
                """
                bb00c0 8ec3 fc be0007 bf2000 b90300 f3a4 b83412 bf3000 b90200 f3ab 8edb 31c0 8ec0
                be4000 bf0006 b90200 66f3a5 ba1001 be5000 b90200 f36e f4"""))
        .isEqualTo(new VcpuExit.Halted());
    assertThat(machine.accesses)
        .containsExactly(
            "mem write 20/1 11",
            "mem write 21/1 22",
            "mem write 22/1 33",
            "mem write 30/2 1234",
            "mem write 32/2 1234",
            "mem read 40/4",
            "mem read 44/4",
            "mem read 50/1",
            "port write 10/1 50",
            "mem read 51/1",
            "port write 10/1 51");
    assertThat(machine.memory.read64(0x600)).isEqualTo(0x4746_4544_4342_4140L);
  }
}
