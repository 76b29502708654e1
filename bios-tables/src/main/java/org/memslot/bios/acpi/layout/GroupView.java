package org.memslot.bios.acpi.layout;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Fields under a title: a subtable, an element of an array, a generic address.
 *
 * @param title of the group
 * @param type of a subtable; none for other groups
 * @param offset of its first byte from the start of the table
 * @param length bytes it spans
 * @param nodes its fields and groups, in the order of the bytes; what a reference leads to comes
 *     last
 */
public record GroupView(
    String title, OptionalLong type, int offset, int length, List<ViewNode> nodes)
    implements ViewNode {
  /** Copies the list. */
  public GroupView {
    nodes = List.copyOf(nodes);
  }

  /** Returns the field of that name, if the bytes have all of it. */
  public Optional<FieldView> field(String name) {
    return Nodes.field(nodes, name);
  }

  /** Returns the number in the field of that name, if the bytes have all of it. */
  public OptionalLong number(String name) {
    return Nodes.number(nodes, name);
  }
}
