package org.memslot.hypervisor.kvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.memslot.machine.AddressSpace;
import org.memslot.machine.AliasRegion;
import org.memslot.machine.Pin;
import org.memslot.machine.RamRegion;
import org.memslot.machine.RomRegion;
import org.memslot.machine.TopologyException;
import org.memslot.testing.Await;

/** The guest has the memory that is on the bus, and no other. */
@NeedsKvm
class KvmMemoryTest {
  private static final long MORE = 0x9_0000;
  private static final int MORE_SIZE = 0x4000;

  private final RealModeMachine machine = new RealModeMachine();
  private final AddressSpace memory = machine.memory;
  private final RamRegion more = RamRegion.create("more", MORE_SIZE);

  @AfterEach
  void close() {
    machine.close();
    more.close();
  }

  /** A word of the region, whether a bus has it or not. */
  private int word() {
    AddressSpace aside = AddressSpace.memory("aside");
    aside.change(change -> change.add(0, more));
    int value = aside.read16(0);
    aside.change(change -> change.remove(more));
    return value;
  }

  @Test
  void aRunningGuestWritesToMemoryWhileItIsThereAndNeverAfter() throws Exception {
    // mov bx,0x9000; mov ds,bx; 1: inc ax; mov [0],ax; jmp 1b
    machine.load("bb0090 8edb 40 a30000 ebfa");
    List<VcpuThread.Outcome> outcomes = new CopyOnWriteArrayList<>();
    try (VcpuThread thread = new VcpuThread(machine.vcpu, memory, machine.ports, outcomes::add)) {
      thread.start();
      for (int i = 0; i < 20; i++) {
        int before = word();
        memory.change(change -> change.add(MORE, more));
        Await.until("a word of the guest's", () -> word() != before);
        memory.change(change -> change.remove(more));
        // One that was under way on the bus may still have come; the vCPU's next begins after it.
        awaitWritesToNothing(1);
        int after = word();
        awaitWritesToNothing(2);
        assertThat(word()).isEqualTo(after);
      }
    }
    assertThat(outcomes).isEmpty();
    assertThat(machine.mirror.slotsInUse()).isEqualTo(1);
  }

  private void awaitWritesToNothing(int count) throws InterruptedException {
    long least = memory.counters().unclaimedWrites() + count;
    Await.until("a write to nothing", () -> memory.counters().unclaimedWrites() >= least);
  }

  @Test
  void aWindowShowsItsPartOfARegion() {
    AliasRegion window = new AliasRegion("window", more, 0x2000, 0x1000);
    memory.change(change -> change.add(MORE, window));
    // mov bx,0x9000; mov ds,bx; mov word [0x10],0x1234; hlt
    assertThat(machine.run("bb0090 8edb c70610003412 f4")).isEqualTo(new VcpuExit.Halted());
    assertThat(memory.read16(MORE + 0x10)).isEqualTo(0x1234);
    memory.change(change -> change.remove(window));
    memory.change(change -> change.add(MORE, more));
    assertThat(memory.read16(MORE + 0x2010)).isEqualTo(0x1234);
    memory.change(change -> change.remove(more));
  }

  @Test
  void romIsReadAndKeepsWhatItHas() {
    RomRegion rom = RomRegion.of("rom", new byte[] {0x11, 0x22, 0x33, 0x44});
    memory.change(change -> change.add(MORE, rom));
    // mov bx,0x9000; mov ds,bx; mov word [0],0x5555; mov eax,[0]; xor bx,bx; mov ds,bx;
    // mov [0x500],eax; hlt
    assertThat(machine.run("bb0090 8edb c70600005555 66a10000 31db 8edb 66a30005 f4"))
        .isEqualTo(new VcpuExit.Halted());
    assertThat(memory.read32(0x500)).isEqualTo(0x4433_2211);
    memory.change(change -> change.remove(rom));
  }

  /** The limit is the host's KVM_CAP_NR_MEMSLOTS; a smaller one is reached sooner. */
  @Test
  void moreRangesThanKvmTakesAreRefusedAndChangeNothing() {
    try (KvmVm small = machine.kvm.createVm(4);
        KvmMemory mirror = KvmMemory.mirror(small, memory)) {
      assertThatThrownBy(() -> addWindows(4))
          .isInstanceOf(TopologyException.class)
          .hasMessageContaining("4 memory slots (KVM_CAP_NR_MEMSLOTS)")
          .hasMessageContaining("no room for more");
      assertThat(mirror.slotsInUse()).isEqualTo(1);
      assertThat(machine.mirror.slotsInUse()).isEqualTo(1);
      assertThat(memory.read16(MORE)).isEqualTo(0xffff);

      List<AliasRegion> windows = addWindows(3);
      assertThat(mirror.slotsInUse()).isEqualTo(4);
      memory.change(change -> windows.forEach(change::remove));
      assertThat(mirror.slotsInUse()).isEqualTo(1);
    }
    assertThat(machine.vm.memorySlots()).isGreaterThan(4);
  }

  private List<AliasRegion> addWindows(int count) {
    List<AliasRegion> windows = new CopyOnWriteArrayList<>();
    memory.change(
        change -> {
          for (int i = 0; i < count; i++) {
            AliasRegion window = new AliasRegion("window " + i, more, 0, 0x1000);
            windows.add(window);
            change.add(MORE + 0x2000L * i, window);
          }
        });
    return windows;
  }

  /** As at a reset while the host still holds a slot's memory. */
  @Test
  void aMachineThatStartsAnewHasAlsoMemoryThatIsLeaving() {
    memory.change(change -> change.add(MORE, more));
    try (Pin _ = more.pin("savevm")) {
      var leaving = more.drain();
      try (KvmVm other = machine.kvm.createVm();
          KvmMemory mirror = KvmMemory.mirror(other, memory)) {
        assertThat(mirror.slotsInUse()).isEqualTo(2);
      }
      assertThat(leaving).isNotDone();
    }
    more.cancelDrain();
    memory.change(change -> change.remove(more));
  }
}
