package org.memslot.cli.words;

import org.memslot.hotplug.SlotRefusal;
import org.memslot.hotplug.slot.HotplugAdvice;
import org.memslot.hotplug.slot.SlotProblem;
import org.memslot.hotplug.slot.SlotSyntax;
import org.memslot.machine.ByteSize;

/** What is wrong with slots, as a line for the user of the command. */
public final class SlotWords {
  private static final String ANONYMOUS_SLOTS = "-m SIZE,slots=N,maxmem=SIZE";

  private SlotWords() {}

  /** The problem in one line, with the way out. */
  public static String line(SlotProblem problem) {
    return switch (problem) {
      case SlotProblem.OfText text ->
          "%s %s: %s".formatted(command(text.syntax()), text.text(), text.fault());
      case SlotProblem.BadId(String id, String reason) ->
          "-memslot: id \"%s\": %s".formatted(id, reason);
      case SlotProblem.NoSuchNode missing ->
          "%s; add -numa node,nodeid=%d,mem=SIZE".formatted(missing.message(), missing.node());
      case SlotProblem.OfValue value when value.slot().isEmpty() ->
          "%s: %s".formatted(command(SlotSyntax.REQUEST), value.fault());
      case SlotProblem.BeyondMaximum(String slot, ByteSize size, ByteSize left) ->
          "memslot %s: %s is more than the %s that maxmem leaves; ask for less, delete a slot, or start with a larger maxmem"
              .formatted(slot, size, left);
      case SlotProblem.FixedRanges fixed ->
          fixed.message() + "; name the slots with -memslot, or use --hotplug qemu";
      case SlotProblem.OfValue _,
          SlotProblem.BadSwitch _,
          SlotProblem.AddressOverflow _,
          SlotProblem.BeyondAddressLimit _,
          SlotProblem.Overlap _,
          SlotProblem.NoRoom _,
          SlotProblem.DuplicateId _,
          SlotProblem.TooManySlots _ ->
          problem.message();
    };
  }

  /** The refusal in one line, with the way out. */
  public static String line(SlotRefusal refusal) {
    return switch (refusal) {
      case SlotRefusal.NeedsSize size ->
          "%s; write memslot add %s".formatted(size.message(), SlotSyntax.REQUEST.form());
      case SlotRefusal.NoFreeSlot none when none.count() == 0 ->
          "memslot add: %s; start it with %s".formatted(none.message(), ANONYMOUS_SLOTS);
      case SlotRefusal.NoFreeSlot none -> "memslot add: " + none.message();
      case SlotRefusal.NoSlotOfThatSize other ->
          "memslot add: %s, or start with --hotplug qemu %s"
              .formatted(other.message(), ANONYMOUS_SLOTS);
      case SlotRefusal.CannotPlace(SlotProblem problem) -> line(problem);
      case SlotRefusal.UnknownSlot _,
          SlotRefusal.NotNow _,
          SlotRefusal.NoHostMemory _,
          SlotRefusal.BusRefused _,
          SlotRefusal.CannotBeListed _ ->
          refusal.message();
    };
  }

  /** The advice in one line. */
  public static String line(HotplugAdvice advice) {
    return switch (advice) {
      case HotplugAdvice.BounceBuffers small ->
          "-m %s: %s".formatted(small.bootMemory(), small.fault());
      case HotplugAdvice.GuestIsSmall _,
          HotplugAdvice.NotAnnounced _,
          HotplugAdvice.NodeNotAnnounced _,
          HotplugAdvice.OffBlock _,
          HotplugAdvice.InHyperTransport _,
          HotplugAdvice.BeyondFourLevels _ ->
          advice.message();
    };
  }

  private static String command(SlotSyntax syntax) {
    return switch (syntax) {
      case OPTION -> "-memslot";
      case REQUEST -> "memslot add";
    };
  }
}
