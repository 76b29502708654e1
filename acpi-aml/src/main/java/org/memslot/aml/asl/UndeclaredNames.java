package org.memslot.aml.asl;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.memslot.aml.NameString;
import org.memslot.aml.NamedObject.External;

/** Collects the names that are used and not declared. */
final class UndeclaredNames extends NameWalker {
  private final DeclaredNames declared;
  private final Map<NamePath, External> found = new LinkedHashMap<>();

  UndeclaredNames(DeclaredNames declared) {
    this.declared = declared;
  }

  @Override
  void uses(NameString name, int objectType, int argumentCount) {
    if (name.isNull() || declared.find(scope(), name).isPresent()) {
      return;
    }
    // a searched name can be anywhere above its use; the root is the place that all of them see
    NamePath path = (name.isSearched() ? NamePath.ROOT : scope()).resolve(name);
    External external = new External(path.toName(), objectType, argumentCount);
    found.merge(path, external, UndeclaredNames::moreTelling);
  }

  private static External moreTelling(External first, External second) {
    return first.objectType() >= second.objectType() ? first : second;
  }

  List<External> externals() {
    return List.copyOf(found.values());
  }
}
