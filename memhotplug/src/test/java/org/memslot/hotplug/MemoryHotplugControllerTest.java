package org.memslot.hotplug;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.memslot.hotplug.device.HotplugInterfaces;
import org.memslot.hotplug.slot.SlotState;
import org.memslot.machine.AddressRange;
import org.memslot.machine.ByteSize;
import org.memslot.machine.Pin;
import org.memslot.machine.TopologyDelta;
import org.memslot.machine.TopologyException;
import org.memslot.machine.TopologyListener;

class MemoryHotplugControllerTest {
  private static final long GIB = ByteSize.GIB;

  private final TestMachine machine =
      TestMachine.of("id=hot1,size=128M,start=4G", "id=hot2,size=128M,start=5G,node=1");
  private final MemoryHotplugController controller = machine.controller;

  @Test
  void addPutsMemoryOnTheBusSetsTheBitAndInterruptsTheGuest() {
    CommandResult answer = controller.add("hot1");

    assertThat(answer)
        .isInstanceOf(CommandResult.Started.class)
        .extracting(CommandResult::message)
        .isEqualTo("memslot hot1: memory is at 0x100000000-0x107ffffff; the guest is told");
    machine.memory.write64(4 * GIB + 0x1000, 0x0123456789abcdefL);
    assertThat(machine.memory.read64(4 * GIB + 0x1000)).isEqualTo(0x0123456789abcdefL);
    assertThat(machine.bit(0)).isTrue();
    assertThat(machine.bit(1)).isFalse();
    assertThat(machine.gpe.status()).isEqualTo(8);
    assertThat(machine.sci.isAsserted()).isTrue();
    assertThat(machine.state("hot1")).isEqualTo(SlotState.POPULATED);
    assertThat(machine.events)
        .containsExactly(
            new SlotEvent.Populated(
                new SlotEvent.Stamp(1, Instant.ofEpochSecond(0)),
                "hot1",
                AddressRange.of(4 * GIB, 128 * ByteSize.MIB),
                0));
  }

  @Test
  void theGuestSaysOnline() {
    controller.add("hot1");
    machine.report(TestMachine.ADD_SUCCEEDED, 0);
    assertThat(machine.state("hot1")).isEqualTo(SlotState.ONLINE);
    assertThat(machine.lines()).containsExactly("memslot hot1 populated", "memslot hot1 online");
  }

  @Test
  void addIsRefusedWhereThereIsMemory() {
    controller.add("hot1");
    assertThat(controller.add("hot1").message())
        .isEqualTo(
            "memslot hot1 add: the slot is populated: it has memory already; delete it first to add"
                + " it anew");
    assertThat(machine.allocated).hasSize(1);
    assertThat(machine.lines()).hasSize(1);
  }

  @Test
  void aSlotThatDoesNotExistIsNamedWithThoseThatDo() {
    String message = "memslot hot3: no such slot; there are hot1, hot2";
    assertThat(controller.add("hot3").message()).isEqualTo(message);
    assertThat(controller.delete("hot3").message()).isEqualTo(message);
    assertThat(controller.cancel("hot3").message()).isEqualTo(message);
    assertThat(TestMachine.of().controller.add("a").message())
        .isEqualTo("memslot a: no such slot; the machine has none");
  }

  @Test
  void aHostWithoutMemoryLeavesTheSlotEmpty() {
    machine.allocator =
        (name, size) -> {
          throw new OutOfMemoryError("mmap: ENOMEM");
        };
    assertThat(controller.add("hot1").message())
        .isEqualTo(
            "memslot hot1 add: the host has no 128M to give (mmap: ENOMEM); the slot stays empty");
    assertThat(machine.state("hot1")).isEqualTo(SlotState.EMPTY);
    assertThat(machine.bit(0)).isFalse();
    assertThat(machine.sci.isAsserted()).isFalse();
    assertThat(machine.lines()).isEmpty();
  }

  @Test
  void aBusThatRefusesLeavesTheSlotEmptyAndTheMemoryFree() {
    TopologyListener veto = new Veto();
    machine.memory.addListener(veto);
    assertThat(controller.add("hot1").message())
        .isEqualTo(
            "memslot hot1 add: the memory bus refused it: no more regions; the slot stays empty");
    assertThat(machine.state("hot1")).isEqualTo(SlotState.EMPTY);
    assertThat(machine.memory.read64(4 * GIB)).isEqualTo(-1L);
    machine.memory.removeListener(veto);
    assertThat(controller.add("hot1")).isInstanceOf(CommandResult.Started.class);
  }

  @Test
  void deleteAsksAndTheGuestsEjectionTakesTheMemoryAway() {
    machine.bringOnline("hot1", 0);

    assertThat(controller.delete("hot1").message())
        .isEqualTo("memslot hot1: the guest is asked to give it back");
    assertThat(machine.state("hot1")).isEqualTo(SlotState.EJECT_REQUESTED);
    assertThat(machine.bit(0)).isFalse();
    assertThat(machine.takeInterrupt()).isTrue();
    machine.memory.write64(4 * GIB, 5);
    assertThat(machine.memory.read64(4 * GIB)).isEqualTo(5);

    machine.eject(0);
    assertThat(machine.state("hot1")).isEqualTo(SlotState.EMPTY);
    assertThat(machine.memory.read64(4 * GIB)).isEqualTo(-1L);
    assertThat(machine.lines())
        .containsExactly("memslot hot1 eject-requested", "memslot hot1 deleted");
    assertThat(machine.isFreed(0)).isTrue();
  }

  @Test
  void aSlotIsUsedAgainWithFreshMemory() {
    machine.bringOnline("hot1", 0);
    machine.memory.write64(4 * GIB, 5);
    controller.delete("hot1");
    machine.eject(0);
    controller.add("hot1");
    assertThat(machine.memory.read64(4 * GIB)).isZero();
  }

  @Test
  void aRefusalSaysWhyKeepsTheMemoryAndCanBeAskedAgain() {
    machine.bringOnline("hot1", 0);
    controller.delete("hot1");
    machine.takeInterrupt();
    machine.refuseRemoval(0, 0x82);

    assertThat(machine.lines())
        .containsExactly(
            "memslot hot1 eject-requested", "memslot hot1 eject-refused: 0x82 device busy");
    assertThat(machine.state("hot1")).isEqualTo(SlotState.ONLINE);
    assertThat(machine.bit(0)).isTrue();
    machine.memory.write64(4 * GIB, 5);
    assertThat(machine.memory.read64(4 * GIB)).isEqualTo(5);

    assertThat(controller.delete("hot1")).isInstanceOf(CommandResult.Started.class);
    assertThat(machine.bit(0)).isFalse();
    assertThat(machine.takeInterrupt()).isTrue();
    machine.eject(0);
    assertThat(machine.lines().getLast()).isEqualTo("memslot hot1 deleted");
  }

  @Test
  void aRefusalWithoutACodeIsUnspecifiedAndCodesAreNotKept() {
    machine.bringOnline("hot1", 0);
    controller.delete("hot1");
    machine.refuseRemoval(0, 0x81);
    controller.delete("hot1");
    machine.report(TestMachine.REMOVE_FAILED, 0);
    assertThat(machine.lines())
        .containsExactly(
            "memslot hot1 eject-requested",
            "memslot hot1 eject-refused: 0x81 device in use by application",
            "memslot hot1 eject-requested",
            "memslot hot1 eject-refused: 0x1 non-specific failure");
  }

  @Test
  void aSlotThatWasNeverOnlineGoesBackToPopulated() {
    controller.add("hot1");
    assertThat(machine.bit(0)).isTrue();
    controller.delete("hot1");
    machine.refuseRemoval(0, 0x80);
    assertThat(machine.state("hot1")).isEqualTo(SlotState.POPULATED);
  }

  @Test
  void anOnlineReportThatCrossesTheRequestCounts() {
    controller.add("hot1");
    assertThat(machine.bit(0)).isTrue();
    controller.delete("hot1");
    machine.report(TestMachine.ADD_SUCCEEDED, 0);
    assertThat(machine.lines()).contains("memslot hot1 online");
    machine.refuseRemoval(0, 0x82);
    assertThat(machine.state("hot1")).isEqualTo(SlotState.ONLINE);
  }

  @Test
  void deleteOfAnEmptySlotIsRefused() {
    assertThat(controller.delete("hot1").message())
        .isEqualTo("memslot hot1 delete: the slot is empty: there is nothing to delete");
  }

  @Test
  void deleteWhileARequestIsPendingAsksAgain() {
    machine.bringOnline("hot1", 0);
    controller.delete("hot1");
    machine.takeInterrupt();
    assertThat(controller.delete("hot1").message())
        .isEqualTo("memslot hot1: the guest was asked already and is asked again");
    assertThat(machine.sci.isAsserted()).isTrue();
    assertThat(machine.lines()).containsExactly("memslot hot1 eject-requested");
  }

  @Test
  void addWhileARequestIsPendingIsRefused() {
    machine.bringOnline("hot1", 0);
    controller.delete("hot1");
    assertThat(controller.add("hot1").message())
        .isEqualTo(
            "memslot hot1 add: the slot is eject-requested: its removal was asked for; wait for the"
                + " outcome or cancel it");
  }

  @Test
  void aRequestCanBeCancelled() {
    machine.bringOnline("hot1", 0);
    controller.delete("hot1");
    assertThat(controller.cancel("hot1").message())
        .isEqualTo("memslot hot1: the request is taken back");
    assertThat(machine.state("hot1")).isEqualTo(SlotState.ONLINE);
    assertThat(machine.bit(0)).isTrue();
    assertThat(machine.lines().getLast()).isEqualTo("memslot hot1 eject-cancelled");
    assertThat(controller.cancel("hot1").message())
        .isEqualTo("memslot hot1 cancel: the slot is online: no removal was asked for");
  }

  @Test
  void anEjectionThatCrossesTheCancellationIsUndone() {
    machine.bringOnline("hot1", 0);
    controller.delete("hot1");
    machine.takeInterrupt();
    controller.cancel("hot1");
    machine.eject(0);
    assertThat(machine.lines().getLast())
        .isEqualTo("memslot hot1 eject-crossed: the request had been cancelled; offered again");
    assertThat(machine.state("hot1")).isEqualTo(SlotState.POPULATED);
    assertThat(machine.takeInterrupt()).isTrue();
    machine.eject(0);
    assertThat(controller.guestFaults()).containsEntry(GuestFault.UNREQUESTED_EJECT, 1L);
  }

  /** The AML compares bitmaps: of what came and went between two looks it never hears. */
  @Test
  void memoryThatTheGuestNeverLookedAtIsTakenBackWithoutIt() {
    controller.add("hot1");
    assertThat(controller.delete("hot1").message())
        .isEqualTo("memslot hot1: the guest never took it; it is taken back");
    assertThat(machine.state("hot1")).isEqualTo(SlotState.EMPTY);
    assertThat(machine.lines()).containsExactly("memslot hot1 populated", "memslot hot1 deleted");
  }

  @Test
  void memoryThatFirmwareListedAtAResetIsAskedFor() {
    controller.add("hot1");
    controller.reset(ResetMode.KEEP);
    controller.delete("hot1");
    assertThat(machine.state("hot1")).isEqualTo(SlotState.EJECT_REQUESTED);
  }

  @Test
  void pinnedMemoryStaysUntilTheLastHolderLetsGo() {
    machine.bringOnline("hot1", 0);
    Pin vcpu = machine.allocated.getFirst().pin("vcpu 0");
    Pin vhost = machine.allocated.getFirst().pin("vhost");
    controller.delete("hot1");
    machine.eject(0);

    assertThat(machine.state("hot1")).isEqualTo(SlotState.EJECTING);
    assertThat(controller.slot("hot1").orElseThrow().holders()).containsExactly("vcpu 0", "vhost");
    assertThat(machine.lines().getLast())
        .isEqualTo("memslot hot1 ejecting: waits for vcpu 0, vhost");
    machine.memory.write64(4 * GIB, 5);
    assertThat(machine.memory.read64(4 * GIB)).isEqualTo(5);
    assertThat(controller.add("hot1").message())
        .isEqualTo(
            "memslot hot1 add: the slot is ejecting: its memory is leaving; add it when the"
                + " deletion is done");
    assertThat(controller.delete("hot1").message())
        .isEqualTo(
            "memslot hot1 delete: the slot is ejecting: the guest has let go already; the deletion"
                + " waits for holders on the host");
    assertThat(controller.cancel("hot1")).isInstanceOf(CommandResult.Refused.class);

    vcpu.close();
    assertThat(machine.state("hot1")).isEqualTo(SlotState.EJECTING);
    assertThat(controller.slot("hot1").orElseThrow().holders()).containsExactly("vhost");
    vhost.close();
    assertThat(machine.state("hot1")).isEqualTo(SlotState.EMPTY);
    assertThat(machine.lines().getLast()).isEqualTo("memslot hot1 deleted");
    assertThat(machine.memory.read64(4 * GIB)).isEqualTo(-1L);
  }

  @Test
  void aBusThatWillNotLetGoGivesTheMemoryBackToTheGuest() {
    machine.bringOnline("hot1", 0);
    controller.delete("hot1");
    machine.takeInterrupt();
    TopologyListener veto = new Veto();
    machine.memory.addListener(veto);
    machine.eject(0);

    assertThat(machine.lines().getLast()).isEqualTo("memslot hot1 eject-failed: no more regions");
    assertThat(machine.state("hot1")).isEqualTo(SlotState.POPULATED);
    assertThat(machine.bit(0)).isTrue();
    assertThat(machine.sci.isAsserted()).isTrue();
    machine.allocated.getFirst().pin("again").close();

    machine.memory.removeListener(veto);
    controller.delete("hot1");
    machine.eject(0);
    assertThat(machine.state("hot1")).isEqualTo(SlotState.EMPTY);
  }

  @Test
  void memoryThatTheGuestDeclinedIsOfferedAgainOrTakenBack() {
    controller.add("hot1");
    machine.takeInterrupt();
    machine.ports.write32(TestMachine.STATUS_CODE, 0x1);
    machine.report(TestMachine.ADD_FAILED, 0);
    assertThat(machine.lines().getLast())
        .isEqualTo("memslot hot1 add-refused: 0x1 non-specific failure");
    assertThat(machine.state("hot1")).isEqualTo(SlotState.POPULATED);
    assertThat(controller.slot("hot1").orElseThrow().declined()).isTrue();

    assertThat(controller.add("hot1").message())
        .isEqualTo("memslot hot1: the guest, which could not add it before, is told of it again");
    assertThat(machine.takeInterrupt()).isTrue();
    machine.report(TestMachine.ADD_FAILED, 0);

    assertThat(controller.delete("hot1").message())
        .isEqualTo("memslot hot1: the guest never took it; it is taken back");
    assertThat(machine.state("hot1")).isEqualTo(SlotState.EMPTY);
    assertThat(machine.lines().getLast()).isEqualTo("memslot hot1 deleted");
  }

  /** The guest's AML has no record of it, and so would never hear of a request. */
  @Test
  void memoryThatIsOfferedAgainIsTakenBackUntilTheGuestLooks() {
    controller.add("hot1");
    machine.takeInterrupt();
    assertThat(machine.bit(0)).isTrue();
    machine.report(TestMachine.ADD_FAILED, 0);
    controller.add("hot1");
    controller.delete("hot1");
    assertThat(machine.state("hot1")).isEqualTo(SlotState.EMPTY);
    assertThat(machine.lines().getLast()).isEqualTo("memslot hot1 deleted");
  }

  @Test
  void progressIsToldOnce() {
    machine.bringOnline("hot1", 0);
    controller.delete("hot1");
    machine.refuseRemoval(0, 0x84);
    machine.refuseRemoval(0, 0x84);
    assertThat(machine.lines())
        .containsExactly("memslot hot1 eject-requested", "memslot hot1 eject-in-progress");
    assertThat(machine.state("hot1")).isEqualTo(SlotState.EJECT_REQUESTED);
    assertThat(controller.guestFaults()).containsEntry(GuestFault.UNEXPECTED_REPORT, 1L);
  }

  @Test
  void whatTheGuestDoesWrongIsCountedAndChangesNothing() {
    machine.bringOnline("hot1", 0);
    machine.eject(0);
    machine.eject(1);
    machine.eject(9);
    machine.report(TestMachine.ADD_SUCCEEDED, 0);
    machine.report(TestMachine.ADD_SUCCEEDED, 1);
    machine.report(TestMachine.ADD_FAILED, 0);
    machine.report(TestMachine.REMOVE_FAILED, 0);
    machine.report(TestMachine.REMOVE_FAILED, 200);
    machine.ports.write32(TestMachine.STATUS, -1);
    machine.ports.read8(TestMachine.EJECT);

    assertThat(machine.lines())
        .containsExactly(
            "memslot hot1 eject-unrequested: nobody had asked for it; refused, the slot keeps its"
                + " memory");
    assertThat(machine.state("hot1")).isEqualTo(SlotState.ONLINE);
    assertThat(machine.state("hot2")).isEqualTo(SlotState.EMPTY);
    assertThat(controller.guestFaults())
        .isEqualTo(
            Map.of(
                GuestFault.UNREQUESTED_EJECT, 2L,
                GuestFault.UNEXPECTED_REPORT, 4L,
                GuestFault.UNKNOWN_SLOT, 2L,
                GuestFault.WRONG_DIRECTION, 2L));
  }

  @Test
  void unrequestedEjectionIsASetting() {
    TestMachine lax =
        TestMachine.of(
            HotplugInterfaces.MEMSLOT,
            HotplugSettings.defaults().withUnrequestedEject(true),
            "id=a,size=128M");
    lax.controller.add("a");
    lax.eject(0);
    assertThat(lax.state("a")).isEqualTo(SlotState.EMPTY);
    assertThat(lax.lines())
        .containsExactly(
            "memslot a populated",
            "memslot a eject-unrequested: nobody had asked for it; carried out",
            "memslot a deleted");
    assertThat(lax.controller.slot("a").orElseThrow().statistics().unrequestedEjects())
        .isEqualTo(1);
    lax.eject(0);
    assertThat(lax.controller.guestFaults()).containsEntry(GuestFault.UNREQUESTED_EJECT, 1L);
  }

  @Test
  void aGuestThatAnswersInsideTheInterruptIsHeardInOrder() {
    machine.sci.addListener(
        asserted -> {
          if (asserted) {
            machine.takeInterrupt();
            machine.report(TestMachine.ADD_SUCCEEDED, 0);
          }
        });
    controller.add("hot1");
    assertThat(machine.state("hot1")).isEqualTo(SlotState.ONLINE);
    assertThat(machine.lines()).containsExactly("memslot hot1 populated", "memslot hot1 online");
  }

  /** Vetoes every change. */
  private static final class Veto implements TopologyListener {
    private boolean armed;

    @Override
    public void prepare(TopologyDelta delta) {
      if (armed) {
        throw new TopologyException("no more regions");
      }
      armed = true;
    }
  }
}
