package org.memslot.hotplug.slot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.memslot.machine.ByteSize;

/**
 * A slot as it is asked for; as text, {@code
 * id=NAME,size=SIZE[,start=ADDR|auto][,node=PXM][,populated=on|off]}.
 *
 * <p>{@link #parse} finds every fault that shows in the text alone; what depends on the machine
 * (overlaps, nodes that do not exist, limits of the register interface) is found by {@link
 * SlotPlacement#place}.
 *
 * @param id the slot's name, a letter followed by letters, digits, {@code -}, {@code .} and {@code
 *     _}
 * @param size the slot's size, a multiple of {@link SlotPlacement#BLOCK_SIZE}
 * @param start where it is to lie
 * @param node the proximity domain, 0 or more
 * @param populated whether the slot has memory when the machine starts
 */
public record SlotOptions(String id, ByteSize size, SlotStart start, int node, boolean populated) {
  /** Checks that the fields are within their limits. */
  public SlotOptions {
    List<SlotProblem> problems = new ArrayList<>();
    SlotId.fault(id).ifPresent(fault -> problems.add(new SlotProblem.BadId(id, fault)));
    checkSize(Optional.of(id), size, problems);
    checkStart(Optional.of(id), start, problems);
    if (node < 0) {
      problems.add(new SlotProblem.BadNode(Optional.of(id), Integer.toString(node)));
    }
    if (!problems.isEmpty()) {
      throw new SlotOptionException(problems);
    }
  }

  /** A slot that starts empty, in node 0, wherever there is room. */
  public static SlotOptions of(String id, long size) {
    return new SlotOptions(id, ByteSize.of(size), SlotStart.auto(), 0, false);
  }

  /** These options with another start. */
  public SlotOptions startingAt(long address) {
    return new SlotOptions(id, size, SlotStart.at(address), node, populated);
  }

  /** These options with another proximity domain. */
  public SlotOptions inNode(int proximityDomain) {
    return new SlotOptions(id, size, start, proximityDomain, populated);
  }

  /** These options with memory from the start. */
  public SlotOptions populatedAtStart() {
    return new SlotOptions(id, size, start, node, true);
  }

  /**
   * Reads one slot's text.
   *
   * @throws SlotOptionException with every fault found in the text
   */
  public static SlotOptions parse(String text) {
    return new SlotOptionParser(SlotSyntax.OPTION, text).option();
  }

  /** The slot's text, which {@link #parse} reads back. */
  @Override
  public String toString() {
    return "id=%s,size=%s,start=%s,node=%d,populated=%s"
        .formatted(id, size, start, node, populated ? "on" : "off");
  }

  static void checkSize(Optional<String> slot, ByteSize size, List<SlotProblem> problems) {
    if (size.bytes() == 0) {
      problems.add(new SlotProblem.ZeroSize(slot));
    } else if (!size.isMultipleOf(SlotPlacement.BLOCK_SIZE)) {
      problems.add(new SlotProblem.UnalignedSize(slot, size));
    }
  }

  static void checkStart(Optional<String> slot, SlotStart start, List<SlotProblem> problems) {
    switch (start) {
      case SlotStart.Auto() -> {}
      case SlotStart.At(long address) -> {
        if ((address & (SlotPlacement.BLOCK_SIZE - 1)) != 0) {
          problems.add(new SlotProblem.UnalignedStart(slot, address));
        }
      }
    }
  }
}
