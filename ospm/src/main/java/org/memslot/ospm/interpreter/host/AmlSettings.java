package org.memslot.ospm.interpreter.host;

import java.util.EnumSet;
import java.util.Set;

/**
 * Where an interpreter does more than the specification asks for.
 *
 * @param behaviours the ways of evaluation that apply
 */
public record AmlSettings(Set<AmlBehaviour> behaviours) {
  /** What the specification says, and acpiexec does unless told otherwise. */
  public static final AmlSettings STRICT = new AmlSettings(Set.of());

  /** What Linux does: ACPICA in its slack mode. */
  public static final AmlSettings LINUX =
      new AmlSettings(
          Set.of(
              AmlBehaviour.IMPLICIT_RETURN,
              AmlBehaviour.UNSET_VARIABLES_ARE_ZERO,
              AmlBehaviour.STORE_ANY_OBJECT,
              AmlBehaviour.ROUND_UP_REGIONS));

  /** What Windows does, as far as uACPI has found out. */
  public static final AmlSettings WINDOWS =
      LINUX
          .with(AmlBehaviour.STORE_THROUGH_VARIABLES)
          .with(AmlBehaviour.FOLLOW_REFERENCES)
          .with(AmlBehaviour.CONVERT_BY_BYTES);

  /** Copies the set. */
  public AmlSettings {
    behaviours = Set.copyOf(behaviours);
  }

  /** Tells whether a way of evaluation applies. */
  public boolean has(AmlBehaviour behaviour) {
    return behaviours.contains(behaviour);
  }

  /** Returns these settings with one more way of evaluation. */
  public AmlSettings with(AmlBehaviour behaviour) {
    Set<AmlBehaviour> more = EnumSet.of(behaviour);
    more.addAll(behaviours);
    return new AmlSettings(more);
  }

  /** Returns these settings without a way of evaluation. */
  public AmlSettings without(AmlBehaviour behaviour) {
    Set<AmlBehaviour> fewer = EnumSet.of(behaviour);
    fewer.addAll(behaviours);
    fewer.remove(behaviour);
    return new AmlSettings(fewer);
  }
}
