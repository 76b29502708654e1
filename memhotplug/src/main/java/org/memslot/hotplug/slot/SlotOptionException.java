package org.memslot.hotplug.slot;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Slot options that cannot be had. Nothing was changed; every fault found is in {@link #problems}.
 */
public final class SlotOptionException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final transient List<SlotProblem> problems;

  /** Refuses options for these reasons, at least one. */
  public SlotOptionException(List<SlotProblem> problems) {
    super(problems.stream().map(SlotProblem::message).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** What is wrong, one entry and one line of {@link #getMessage} for each fault. */
  public List<SlotProblem> problems() {
    return problems;
  }
}
