package org.memslot.bios.acpi.layout;

import java.util.Map;
import java.util.Set;

/** Where a view differs from iasl 20200925 on purpose, with the reason. */
final class DeliberateDifferences {
  private static final Map<String, Set<Integer>> OFFSETS = Map.of();

  private DeliberateDifferences() {}

  /** The offsets in iasl's template of a table at which the two may differ. */
  static Set<Integer> offsets(String signature) {
    return OFFSETS.getOrDefault(signature, Set.of());
  }
}
