package org.memslot.hypervisor.kvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.memslot.machine.AddressSpace;
import org.memslot.machine.Pin;
import org.memslot.machine.RamRegion;
import org.memslot.testing.Await;

/** Guests that do what no guest should. */
@NeedsKvm
class HostileGuestTest {
  private static final int PHASE = 0x500;
  private static final int DONE = 2;
  private static final int CANARY_SIZE = 1 << 20;
  private static final long GUEST_MEMORY = 192L << 20;
  private static final long MARGIN = 64L << 20;

  /**
   * In real mode writes 4 bytes and one to every port, and reads 4, but where the debug exit is
   * hit; then, with a segment of 4 GiB, writes and reads 4 bytes at 0x8000 and writes 2 at 0x8ffd,
   * across pages, in every 256 KiB below 4 GiB. Where it is is in RAM, at 0x500 to 0x50b: a reset,
   * and there are some, does not stop it.
   */
  private static final String EVERYWHERE =
      """
      fa31c08ed88ed0bc007c833e00050075378b160405ff0604057506c7060005010089d02df10083f80772
      16660fb7c26669c0b179379e660d1c1c1c1c66efee66ed833e00050074c9833e00050175562e660f0116
      c0000f20c00c010f22c0bb08008ec324fe0f22c0668b3608056681060805000004007506c70600050200
      6689f066f7d026676689860080000026678986fd8f00002667668b8600800000833e00050174c3faf4eb
      fc8db400008d74000000000000000000ffff00000092cf000f00b0000f""";

  private static List<RamRegion> canaries() {
    return Stream.of("one", "two", "three").map(n -> RamRegion.create(n, CANARY_SIZE)).toList();
  }

  private static MemorySegment pattern() {
    return MemorySegment.ofArray(new byte[CANARY_SIZE]).fill((byte) 0x5a);
  }

  private static void arm(RamRegion canary) {
    try (Pin pin = canary.pin("test")) {
      pin.memory().copyFrom(pattern());
    }
  }

  private static boolean isIntact(RamRegion canary) {
    try (Pin pin = canary.pin("test")) {
      return pin.memory().mismatch(pattern()) == -1;
    }
  }

  private static long heapInUse() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  @Test
  void everyPortAndMuchOfTheAddressSpace() throws Exception {
    List<RamRegion> before = canaries();
    try (FirmwareBoard machine = new FirmwareBoard(FirmwareBoard.program(EVERYWHERE))) {
      List<RamRegion> after = canaries();
      before.forEach(HostileGuestTest::arm);
      after.forEach(HostileGuestTest::arm);
      AddressSpace memory = machine.board.memory();
      machine.board.powerOn();
      long heap = heapInUse();
      long resident = ProcessState.residentBytes();
      int threads = ProcessState.threads().size();

      Await.until("the end of its work", () -> memory.read16(PHASE) == DONE);
      Await.until("sleep of a halted CPU", () -> ProcessState.threads().contains("vcpu-0 S"));

      assertThat(machine.board.off()).isNotDone();
      assertThat(machine.board.awaitIdle(Duration.ofMinutes(1))).isTrue();
      assertThat(machine.events).contains("guest reset");
      assertThat(heapInUse()).isLessThan(heap + MARGIN);
      assertThat(ProcessState.residentBytes()).isLessThan(resident + GUEST_MEMORY + MARGIN);
      assertThat(ProcessState.threads().size()).isLessThanOrEqualTo(threads + 2);
      assertThat(before).allMatch(HostileGuestTest::isIntact);
      assertThat(after).allMatch(HostileGuestTest::isIntact);
      assertThat(memory.counters().unclaimedWrites()).isPositive();
      assertThat(machine.board.ports().counters().deviceFaults()).isZero();
      after.forEach(RamRegion::close);
    }
    before.forEach(RamRegion::close);
    assertThat(ProcessState.kvmDescriptors()).isEmpty();
    assertThat(ProcessState.mappings("kvm")).isEmpty();
    assertThat(ProcessState.threads()).noneMatch(thread -> thread.startsWith("vcpu-"));
  }

  /** xor ax,ax; mov ds,ax; inc word [0x500]; mov al,6; mov dx,0xcf9; 1: out dx,al; jmp 1b. */
  @Test
  void resetsWithoutEnd() throws Exception {
    try (FirmwareBoard machine =
        new FirmwareBoard(FirmwareBoard.program("31c0 8ed8 ff060005 b006 baf90c ee ebfd"))) {
      machine.board.powerOn();
      Await.until("ten starts", () -> machine.board.memory().read16(PHASE) >= 10);
    }
    assertThat(ProcessState.threads()).noneMatch(thread -> thread.startsWith("vcpu-"));
  }
}
