package org.memslot.bios.acpi.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.memslot.aml.ByteList;
import org.memslot.aml.diagnostic.Finding;

/**
 * A table as its fields: what its bytes hold by its layout, and where they do not fit it.
 *
 * @param layout the layout that it was decoded by
 * @param content all bytes
 * @param nodes fields and groups, in the order of the bytes
 * @param findings where the bytes do not fit the layout, in the order of the bytes
 */
public record TableView(
    TableLayout layout, ByteList content, List<ViewNode> nodes, List<Finding> findings) {
  /** Copies the lists. */
  public TableView {
    nodes = List.copyOf(nodes);
    findings = List.copyOf(findings);
  }

  /**
   * Decodes a table by its layout. Any bytes are accepted; what does not fit becomes a finding.
   *
   * @param name what findings call the table
   * @param content its bytes; bytes behind the length in the header are shown, too
   * @param layout the layout
   */
  public static TableView decode(String name, ByteList content, TableLayout layout) {
    return new LayoutDecoder(name, layout, content).decode();
  }

  /** Returns the field of that name, if the bytes have all of it; not those of groups. */
  public Optional<FieldView> field(String name) {
    return Nodes.field(nodes, name);
  }

  /** Returns the number in the field of that name, if the bytes have all of it. */
  public OptionalLong number(String name) {
    return Nodes.number(nodes, name);
  }

  /** Returns the group with that title; not those within groups. */
  public Optional<GroupView> group(String title) {
    for (ViewNode node : nodes) {
      if (node instanceof GroupView group && group.title().equals(title)) {
        return Optional.of(group);
      }
    }
    return Optional.empty();
  }

  /** Returns all fields, those of groups included. */
  public List<FieldView> fields() {
    List<FieldView> fields = new ArrayList<>();
    collect(nodes, fields);
    return fields;
  }

  private static void collect(List<ViewNode> nodes, List<FieldView> into) {
    for (ViewNode node : nodes) {
      switch (node) {
        case FieldView field -> into.add(field);
        case GroupView group -> collect(group.nodes(), into);
      }
    }
  }

  /** Returns the groups of the table that are subtables of a type. */
  public List<GroupView> subtables(long type) {
    List<GroupView> found = new ArrayList<>();
    for (ViewNode node : nodes) {
      if (node instanceof GroupView group
          && group.type().isPresent()
          && group.type().orElseThrow() == type) {
        found.add(group);
      }
    }
    return found;
  }
}
