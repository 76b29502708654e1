package org.memslot.hypervisor.kvm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.memslot.machine.RamRegion;

/** KVM's dirty log is a part of the regions' own tracking. */
@NeedsKvm
class DirtyLogTest {
  /** mov [0x5000],al; mov [0x7100],al; hlt. */
  private static final String WRITES = "a20050 a20071 f4";

  private static final String NOTHING = "f4";

  private final RealModeMachine machine = new RealModeMachine();

  @AfterEach
  void close() {
    machine.close();
  }

  private long[] harvest() {
    machine.mirror.collectDirty();
    return machine.ram.harvestDirty().offsets().toArray();
  }

  /** The guest has read its code before, as KVM takes a first read for a write. */
  private void begin() {
    machine.ram.startDirtyTracking();
    machine.mirror.startDirtyLog();
    machine.run(NOTHING);
    harvest();
  }

  @Test
  void whatTheGuestWroteIsInTheHarvestBesideWhatCameOverTheBus() {
    begin();
    machine.run(WRITES);
    machine.memory.write8(0x9000, 1);
    assertThat(harvest()).containsExactly(RealModeMachine.CODE, 0x5000, 0x7000, 0x9000);
    assertThat(harvest()).isEmpty();
  }

  @Test
  void theLogCanBeStoppedAndStartedWhileTheMachineLives() {
    begin();
    machine.mirror.stopDirtyLog();
    machine.run(WRITES);
    assertThat(harvest()).containsExactly(RealModeMachine.CODE);
    machine.mirror.startDirtyLog();
    machine.run(WRITES);
    assertThat(harvest()).containsExactly(RealModeMachine.CODE, 0x5000, 0x7000);
  }

  @Test
  void memoryThatLeavesIsJoinedAsItLeaves() {
    begin();
    try (RamRegion more = RamRegion.create("more", 0x4000)) {
      more.startDirtyTracking();
      machine.memory.change(change -> change.add(0x9_0000, more));
      // mov bx,0x9200; mov ds,bx; mov [0x1234],al; hlt
      machine.run("bb0092 8edb a23412 f4");
      machine.memory.change(change -> change.remove(more));
      assertThat(more.harvestDirty().offsets()).containsExactly(0x3000L);
    }
  }
}
