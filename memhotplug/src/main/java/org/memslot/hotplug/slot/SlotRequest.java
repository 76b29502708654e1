package org.memslot.hotplug.slot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.memslot.machine.ByteSize;

/**
 * Memory for an anonymous slot, whichever is free; as text, {@code
 * size=SIZE[,start=ADDR|auto][,node=PXM]}.
 *
 * @param size bytes, a multiple of {@link SlotPlacement#BLOCK_SIZE}
 * @param start where it is to lie
 * @param node the proximity domain, 0 or more
 */
public record SlotRequest(ByteSize size, SlotStart start, int node) {
  /** Checks that the fields are within their limits. */
  public SlotRequest {
    List<SlotProblem> problems = new ArrayList<>();
    SlotOptions.checkSize(Optional.empty(), size, problems);
    SlotOptions.checkStart(Optional.empty(), start, problems);
    if (node < 0) {
      problems.add(new SlotProblem.BadNode(Optional.empty(), Integer.toString(node)));
    }
    if (!problems.isEmpty()) {
      throw new SlotOptionException(problems);
    }
  }

  /** So much memory in node 0, wherever there is room. */
  public static SlotRequest of(long size) {
    return new SlotRequest(ByteSize.of(size), SlotStart.auto(), 0);
  }

  /**
   * Reads a request's text.
   *
   * @throws SlotOptionException with every fault found in the text
   */
  public static SlotRequest parse(String text) {
    return new SlotOptionParser(SlotSyntax.REQUEST, text).request();
  }
}
