package org.memslot.aml.resource;

import java.util.Optional;

/**
 * Begins one of several sets of resources, any one of which will do (ACPI 6.5, section 6.4.2.3).
 * The set ends at the next start or at {@link EndDependentFunctions}.
 *
 * @param priority how good the set is; absent means acceptable
 */
public record StartDependentFunctions(Optional<Priority> priority) implements ResourceDescriptor {
  /**
   * How good a set of resources is.
   *
   * @param compatibility 0 good, 1 acceptable, 2 sub-optimal
   * @param performance 0 good, 1 acceptable, 2 sub-optimal
   */
  public record Priority(int compatibility, int performance) {
    /** Checks the values. */
    public Priority {
      Checks.range("compatibility priority", compatibility, 0, 2);
      Checks.range("performance priority", performance, 0, 2);
    }
  }

  @Override
  public byte[] encode() {
    ItemWriter out = ItemWriter.small(ItemTag.START_DEPENDENT);
    priority.ifPresent(p -> out.u8(p.compatibility() | p.performance() << 2));
    return out.toByteArray();
  }

  static StartDependentFunctions decode(ItemReader in) {
    if (in.remaining() == 0) {
      return new StartDependentFunctions(Optional.empty());
    }
    int priority = in.u8();
    return new StartDependentFunctions(Optional.of(new Priority(priority & 3, priority >> 2 & 3)));
  }

  /** Returns the macro without its braces: the template puts the set's descriptors there. */
  @Override
  public Optional<AslMacro> macro() {
    MacroBuilder macro =
        new MacroBuilder(priority.isPresent() ? "StartDependentFn" : "StartDependentFnNoPri");
    priority.ifPresent(p -> macro.decimal(p.compatibility()).decimal(p.performance()));
    return macro.build();
  }
}
