package org.memslot.hypervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.memslot.hotplug.slot.SlotProblem;
import org.memslot.hotplug.state.StateFileException;
import org.memslot.hotplug.state.StateFileProblem;
import org.memslot.hypervisor.boot.NoRoomException;
import org.memslot.machine.ByteSize;
import org.memslot.testing.CommandWords;

/** A board that cannot be had says why and what helps; a program reads both apart. */
class RemedyTest {
  private static final List<Remedy> ALL =
      List.of(
          new Remedy.LessBootMemory(),
          new Remedy.MoreBootMemory(),
          new Remedy.MoreSlotMemory(),
          new Remedy.FewerProcessors(8),
          new Remedy.NarrowerAddresses(39));

  @Test
  void noMessageHasAWordOfTheCommand() {
    assertThat(ALL)
        .extracting(remedy -> (Object) remedy.getClass())
        .contains((Object[]) Remedy.class.getPermittedSubclasses());
    assertThat(ALL).extracting(Remedy::message).noneMatch(CommandWords::areIn);
  }

  @Test
  void theMessageIsTheFaultAndTheRemedy() {
    BoardException without = new BoardException("the firmware has not run");
    assertThat(without).hasMessage("the firmware has not run");
    assertThat(without.remedy()).isEmpty();
    BoardException with = new BoardException("8 are wanted", new Remedy.FewerProcessors(4));
    assertThat(with).hasMessage("8 are wanted; give the machine 4 processors or fewer");
    assertThat(with.fault()).isEqualTo("8 are wanted");
    assertThat(with.remedy()).contains(new Remedy.FewerProcessors(4));
  }

  @Test
  void aFailureOnTheWayKeepsWhatHelps() {
    BoardException inner = new BoardException("8 are wanted", new Remedy.FewerProcessors(4));
    BoardException outer = BoardException.because("the firmware failed: ", inner);
    assertThat(outer)
        .hasMessage("the firmware failed: 8 are wanted; give the machine 4 processors or fewer")
        .hasCause(inner);
    assertThat(outer.remedy()).isEqualTo(inner.remedy());
  }

  @Test
  void anImageWithoutRoomNeedsMoreBootMemory() {
    NoRoomException image = new NoRoomException("initial RAM disk", 0, "0x10 bytes find no room");
    assertThat(BoardException.because("the firmware failed: ", image))
        .hasMessage(
            "the firmware failed: initial RAM disk, offset 0x0: 0x10 bytes find no room; give the"
                + " machine more boot memory");
  }

  @Test
  void savedSlotsThatDoNotFitNeedMoreMemoryForSlots() {
    ByteSize size = ByteSize.of(ByteSize.GIB);
    assertThat(remedyOf(new SlotProblem.BeyondMaximum("slot0", size, size)))
        .contains(new Remedy.MoreSlotMemory());
    assertThat(remedyOf(new SlotProblem.DuplicateId("slot0"))).isEmpty();
    assertThat(failure(new SlotProblem.BeyondMaximum("slot0", size, size)))
        .hasMessageEndingWith(
            ": no machine has saved it: memslot slot0: 1G is more than the 1G that are left for"
                + " anonymous slots; give the machine more memory for anonymous slots");
  }

  private static Optional<Remedy> remedyOf(SlotProblem problem) {
    return failure(problem).remedy();
  }

  private static BoardException failure(SlotProblem problem) {
    StateFileException file =
        new StateFileException(Path.of("state"), new StateFileProblem.ImpossiblePlace(problem));
    return BoardException.because("", file);
  }
}
