package org.memslot.hypervisor;

import java.util.List;
import java.util.stream.Collectors;

/** A machine that cannot be had, with everything that is wrong with it. */
public final class MachineConfigException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final transient List<MachineProblem> problems;

  /** Refuses a machine for these reasons, at least one. */
  public MachineConfigException(List<MachineProblem> problems) {
    super(problems.stream().map(MachineProblem::message).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** Every problem found. */
  public List<MachineProblem> problems() {
    return problems;
  }
}
