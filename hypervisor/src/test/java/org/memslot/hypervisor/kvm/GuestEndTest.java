package org.memslot.hypervisor.kvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.memslot.hypervisor.BoardException;

/** How a guest ends, or fails to. */
@NeedsKvm
class GuestEndTest {
  private static final int LIMIT_SECONDS = 120;

  private static int status(FirmwareBoard machine) throws Exception {
    return machine.board.off().get(LIMIT_SECONDS, TimeUnit.SECONDS);
  }

  @Test
  void aTestProgramGivesTheStatus() throws Exception {
    // mov al,5; out 0xf4,al; hlt
    try (FirmwareBoard machine = new FirmwareBoard(FirmwareBoard.program("b005 e6f4 f4"))) {
      machine.board.powerOn();
      assertThat(status(machine)).isEqualTo(5 * 2 + 1);
      assertThat(machine.events).containsExactly("guest exit: status 11");
    }
  }

  @Test
  void aTripleFaultResets() throws Exception {
    HostKvm.assumeTripleFaults();
    // xor ax,ax; mov ds,ax; inc word [0x500]; cmp word [0x500],3; je 1f; lidt [0x2000]; int3;
    // 1: mov al,5; out 0xf4,al; hlt
    try (FirmwareBoard machine =
        new FirmwareBoard(
            FirmwareBoard.program(
                "31c0 8ed8 ff060005 833e000503 7407 660f011e0020 cc b005 e6f4 f4"))) {
      machine.board.powerOn();
      assertThat(status(machine)).isEqualTo(5 * 2 + 1);
      assertThat(machine.events).startsWith("guest reset", "guest reset").hasSize(3);
    }
  }

  @Test
  void aGuestThatCannotGoOnEndsTheMachineWithTheStateThatExplainsIt() {
    // mov al,'M'; mov dx,0x402; out dx,al; lgdt; mov eax,1; mov cr0,eax; jmp 8:0x10000000, where
    // no memory is
    try (FirmwareBoard machine =
        new FirmwareBoard(
            FirmwareBoard.program(
                """
                b04dba0204ee2e660f0116300066b8010000000f22c066ea0000001008006690000000
                0000000000ffff0000009acf000f0020000f00"""))) {
      machine.board.powerOn();
      assertThatThrownBy(() -> status(machine))
          .isInstanceOf(ExecutionException.class)
          .cause()
          .isInstanceOf(BoardException.class)
          .hasMessageContaining("vCPU 0")
          .hasMessageContaining("KVM_EXIT_INTERNAL_ERROR")
          .hasMessageContaining("RIP=0000000010000000")
          .hasMessageContaining("OUT   0x402/1 = 0x4d");
    }
  }
}
