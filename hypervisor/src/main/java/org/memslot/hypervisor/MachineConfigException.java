package org.memslot.hypervisor;

import java.util.List;

/**
 * A machine that cannot be had. Each problem is one line: what is wrong, the value, the limit, the
 * way out.
 */
public final class MachineConfigException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  /** Refuses a machine for these reasons, at least one. */
  public MachineConfigException(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  /** Every fault found, a line each. */
  public List<String> problems() {
    return problems;
  }
}
