package org.memslot.aml.asl;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.memslot.aml.AmlTable;
import org.memslot.aml.NameSeg;
import org.memslot.aml.NameString;

/** The names that a table declares, Externals included, and those that every namespace has. */
final class DeclaredNames {
  private final Map<NamePath, Integer> types;

  private DeclaredNames(Map<NamePath, Integer> types) {
    this.types = types;
  }

  static DeclaredNames of(AmlTable table) {
    Map<NamePath, Integer> types = new HashMap<>();
    for (String predefined : List.of("_GPE", "_PR_", "_SB_", "_SI_", "_TZ_")) {
      types.put(new NamePath(List.of(NameSeg.of(predefined))), NameWalker.DEVICE);
    }
    for (String predefined : List.of("_GL_", "_OS_", "_REV")) {
      types.put(new NamePath(List.of(NameSeg.of(predefined))), NameWalker.UNKNOWN);
    }
    types.put(new NamePath(List.of(NameSeg.of("_OSI"))), NameWalker.METHOD);
    types.put(NamePath.ROOT, NameWalker.DEVICE);
    NameWalker collector =
        new NameWalker() {
          @Override
          void declares(NameString name, int objectType) {
            types.merge(scope().resolve(name), objectType, Math::max);
          }
        };
    collector.walk(table);
    return new DeclaredNames(types);
  }

  /**
   * Returns the type of the object that a name means in a scope, if the table declares it: a single
   * segment without prefix is searched for in all enclosing scopes (ACPI 6.5, section 5.3).
   */
  Optional<Integer> find(NamePath scope, NameString name) {
    Optional<Integer> found = Optional.ofNullable(types.get(scope.resolve(name)));
    if (found.isPresent() || !name.isSearched()) {
      return found;
    }
    Optional<NamePath> outer = scope.parent();
    while (found.isEmpty() && outer.isPresent()) {
      found = Optional.ofNullable(types.get(outer.get().resolve(name)));
      outer = outer.get().parent();
    }
    return found;
  }
}
