package org.memslot.bios.acpi.layout;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Finds fields by name. */
final class Nodes {
  private Nodes() {}

  static Optional<FieldView> field(List<ViewNode> nodes, String name) {
    for (ViewNode node : nodes) {
      if (node instanceof FieldView field && field.isWhole() && field.name().equals(name)) {
        return Optional.of(field);
      }
    }
    return Optional.empty();
  }

  static OptionalLong number(List<ViewNode> nodes, String name) {
    Optional<FieldView> field = field(nodes, name);
    return field.isPresent() ? OptionalLong.of(field.orElseThrow().number()) : OptionalLong.empty();
  }
}
