package org.memslot.hotplug;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.memslot.hotplug.device.HotplugInterfaces;
import org.memslot.hotplug.slot.HotplugAdvice;
import org.memslot.hotplug.slot.SlotProblem;
import org.memslot.hotplug.slot.SlotState;
import org.memslot.hotplug.slot.SlotSyntax;
import org.memslot.hotplug.state.StateFileProblem;
import org.memslot.machine.AddressRange;
import org.memslot.machine.ByteSize;
import org.memslot.testing.CommandWords;

/** A library's user has no options and no monitor: messages speak of slots and values. */
class SlotMessagesTest {
  private static final ByteSize SIZE = ByteSize.of(ByteSize.GIB);
  private static final AddressRange RANGE = AddressRange.of(1L << 32, 1 << 30);

  private static final List<SlotProblem> PROBLEMS =
      List.of(
          new SlotProblem.NotKeyValue(SlotSyntax.OPTION, "id=a,b", "b"),
          new SlotProblem.UnknownKey(SlotSyntax.REQUEST, "id=a", "id"),
          new SlotProblem.DuplicateKey(SlotSyntax.OPTION, "id=a,id=b", "id"),
          new SlotProblem.MissingKey(SlotSyntax.REQUEST, "node=1", "size"),
          new SlotProblem.BadId("1", "it begins with a digit"),
          new SlotProblem.BadNumber(Optional.of("a"), "size", "x", "no size"),
          new SlotProblem.BadNode(Optional.of("a"), "x"),
          new SlotProblem.BadSwitch("a", "populated", "x"),
          new SlotProblem.ZeroSize(Optional.of("a")),
          new SlotProblem.ZeroSize(Optional.empty()),
          new SlotProblem.UnalignedSize(Optional.of("a"), ByteSize.of(1)),
          new SlotProblem.UnalignedStart(Optional.of("a"), 1),
          new SlotProblem.AddressOverflow("a", -1, SIZE),
          new SlotProblem.BeyondAddressLimit("a", RANGE, 32),
          new SlotProblem.Overlap("a", RANGE, "RAM", RANGE),
          new SlotProblem.NoRoom("a", SIZE, 1L << 32, 36),
          new SlotProblem.DuplicateId("a"),
          new SlotProblem.NoSuchNode("a", 1, Set.of(0)),
          new SlotProblem.TooManySlots(256, HotplugInterfaces.MEMSLOT.slots()),
          new SlotProblem.BeyondMaximum("a", SIZE, SIZE),
          new SlotProblem.FixedRanges("a"));

  private static final List<SlotRefusal> REFUSALS =
      List.of(
          new SlotRefusal.UnknownSlot("a", List.of("b")),
          new SlotRefusal.NotNow("a", "add", SlotState.ONLINE, "it has memory"),
          new SlotRefusal.NoHostMemory("a", SIZE, "ENOMEM"),
          new SlotRefusal.BusRefused("a", "something is there"),
          new SlotRefusal.CannotBeListed("a", "e820 is full"),
          new SlotRefusal.NeedsSize("a"),
          new SlotRefusal.NoFreeSlot(0),
          new SlotRefusal.NoFreeSlot(2),
          new SlotRefusal.NoSlotOfThatSize(SIZE, List.of()),
          new SlotRefusal.CannotPlace(new SlotProblem.DuplicateId("a")));

  private static final List<HotplugAdvice> ADVICE =
      List.of(
          new HotplugAdvice.GuestIsSmall("a", SIZE, SIZE),
          new HotplugAdvice.NotAnnounced("a", RANGE),
          new HotplugAdvice.NodeNotAnnounced("a", 1),
          new HotplugAdvice.OffBlock("a", RANGE, SIZE),
          new HotplugAdvice.InHyperTransport("a", RANGE),
          new HotplugAdvice.BeyondFourLevels("a", RANGE),
          new HotplugAdvice.BounceBuffers(SIZE));

  private static final List<StateFileProblem> FILES =
      List.of(
          new StateFileProblem.NotAStateFile(),
          new StateFileProblem.OtherVersion(2, 1),
          new StateFileProblem.Truncated(1),
          new StateFileProblem.Altered(1),
          new StateFileProblem.Malformed(1, "a range of 0 bytes"),
          new StateFileProblem.OtherMachine("it has 1 slots, this one 2"),
          new StateFileProblem.ImpossibleRequest("a", SlotState.EMPTY),
          new StateFileProblem.ImpossiblePlace(new SlotProblem.BeyondMaximum("a", SIZE, SIZE)),
          new StateFileProblem.NoMemory("ENOMEM"));

  private static <T> void assertSpeaksOfSlots(
      Class<T> kind, List<? extends T> all, Function<T, String> message) {
    assertThat(all).extracting(each -> (Object) each.getClass()).containsAll(leaves(kind).toList());
    assertThat(all.stream().map(message)).noneMatch(CommandWords::areIn);
  }

  /** The records of a sealed hierarchy: one that is added fails until it has an example. */
  private static Stream<Class<?>> leaves(Class<?> kind) {
    return kind.isSealed()
        ? Stream.of(kind.getPermittedSubclasses()).flatMap(SlotMessagesTest::leaves)
        : Stream.of(kind);
  }

  @Test
  void noMessageHasAWordOfTheCommand() {
    assertSpeaksOfSlots(SlotProblem.class, PROBLEMS, SlotProblem::message);
    assertSpeaksOfSlots(SlotRefusal.class, REFUSALS, SlotRefusal::message);
    assertSpeaksOfSlots(HotplugAdvice.class, ADVICE, HotplugAdvice::message);
    assertSpeaksOfSlots(StateFileProblem.class, FILES, StateFileProblem::message);
  }
}
