package org.memslot.hotplug;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.memslot.hotplug.device.HotplugInterfaces;
import org.memslot.hotplug.slot.SlotProblem;
import org.memslot.hotplug.slot.SlotState;
import org.memslot.hotplug.slot.SlotSyntax;
import org.memslot.machine.AddressRange;
import org.memslot.machine.ByteSize;

/** A library's user has no options and no monitor: messages speak of slots and values. */
class SlotMessagesTest {
  private static final ByteSize SIZE = ByteSize.of(ByteSize.GIB);
  private static final AddressRange RANGE = AddressRange.of(1L << 32, 1 << 30);
  private static final String OPTIONS = ".*(^| )--?[a-z].*|.*(maxmem|nodeid|mem=).*";

  private static final List<SlotProblem> PROBLEMS =
      List.of(
          new SlotProblem.NotKeyValue(SlotSyntax.OPTION, "id=a,b", "b"),
          new SlotProblem.UnknownKey(SlotSyntax.REQUEST, "id=a", "id"),
          new SlotProblem.DuplicateKey(SlotSyntax.OPTION, "id=a,id=b", "id"),
          new SlotProblem.MissingKey(SlotSyntax.REQUEST, "node=1", "size"),
          new SlotProblem.BadId("1", "it begins with a digit"),
          new SlotProblem.BadNumber("a", "size", "x", "no size"),
          new SlotProblem.BadNode("a", "x"),
          new SlotProblem.BadSwitch("a", "populated", "x"),
          new SlotProblem.ZeroSize("a"),
          new SlotProblem.UnalignedSize("a", ByteSize.of(1)),
          new SlotProblem.UnalignedStart("a", 1),
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
          new SlotRefusal.CannotPlace(new SlotProblem.ZeroSize("a")));

  @Test
  void everyKindIsHere() {
    assertThat(PROBLEMS)
        .extracting(problem -> (Object) problem.getClass())
        .containsAll(leaves(SlotProblem.class).toList());
    assertThat(REFUSALS)
        .extracting(refusal -> (Object) refusal.getClass())
        .containsAll(leaves(SlotRefusal.class).toList());
  }

  private static Stream<Class<?>> leaves(Class<?> kind) {
    return kind.isSealed()
        ? Stream.of(kind.getPermittedSubclasses()).flatMap(SlotMessagesTest::leaves)
        : Stream.of(kind);
  }

  @Test
  void noMessageHasAnOptionOfTheCommand() {
    assertThat(PROBLEMS).extracting(SlotProblem::message).noneMatch(said -> said.matches(OPTIONS));
    assertThat(REFUSALS).extracting(SlotRefusal::message).noneMatch(said -> said.matches(OPTIONS));
  }
}
