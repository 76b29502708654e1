package org.memslot.ospm.interpreter.execution;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.memslot.aml.NameSeg;
import org.memslot.ospm.interpreter.value.AmlException;
import org.memslot.ospm.interpreter.value.AmlObject;
import org.memslot.ospm.interpreter.value.AmlSpecial;
import org.memslot.ospm.interpreter.value.AmlStatus;
import org.memslot.ospm.interpreter.value.NamespaceNode;

/** A name of the namespace, whose object and children AML changes. */
final class NamespaceEntry implements NamespaceNode {
  /** SegCount is a byte: nothing deeper can be named. */
  private static final int MAX_DEPTH = 255;

  private final Optional<NameSeg> segment;
  private final @Nullable NamespaceEntry parent;
  private final Map<NameSeg, NamespaceEntry> children = new LinkedHashMap<>(0);
  private final int depth;
  private AmlObject object = AmlSpecial.UNINITIALIZED;

  /**
   * Returns a node as what it is.
   *
   * @throws IllegalArgumentException if no interpreter made it
   */
  static NamespaceEntry of(NamespaceNode node) {
    if (node instanceof NamespaceEntry entry) {
      return entry;
    }
    throw new IllegalArgumentException(node + " is not a node of an interpreter");
  }

  /** The root. */
  NamespaceEntry() {
    this.segment = Optional.empty();
    this.parent = null;
    this.depth = 0;
  }

  NamespaceEntry(NameSeg segment, NamespaceEntry parent) {
    this.segment = Optional.of(segment);
    this.parent = parent;
    this.depth = parent.depth + 1;
    if (depth > MAX_DEPTH) {
      throw new AmlException(AmlStatus.AE_LIMIT, "a path has at most " + MAX_DEPTH + " segments");
    }
  }

  @Override
  public Optional<NameSeg> segment() {
    return segment;
  }

  @Override
  public Optional<NamespaceNode> parent() {
    return Optional.ofNullable(parent);
  }

  @Override
  public AmlObject object() {
    return object;
  }

  @Override
  public List<NamespaceNode> children() {
    return List.copyOf(children.values());
  }

  @Override
  public Optional<NamespaceNode> child(NameSeg name) {
    return Optional.ofNullable(children.get(name));
  }

  @Override
  public String path() {
    StringBuilder path = new StringBuilder();
    for (NamespaceEntry at = this; at.parent != null; at = at.parent) {
      path.insert(0, at.parent.parent == null ? "\\" + at.name() : "." + at.name());
    }
    return path.isEmpty() ? "\\" : path.toString();
  }

  private String name() {
    return segment.map(NameSeg::toString).orElse("");
  }

  @Nullable NamespaceEntry parentOrNull() {
    return parent;
  }

  @Nullable NamespaceEntry childOrNull(NameSeg name) {
    return children.get(name);
  }

  void setObject(AmlObject value) {
    object = value;
  }

  void attach(NamespaceEntry child) {
    children.put(child.segment.orElseThrow(), child);
  }

  void attachAlias(NameSeg name, NamespaceEntry target) {
    children.put(name, target);
  }

  void detach(NameSeg name) {
    children.remove(name);
  }

  @Override
  public String toString() {
    return path();
  }
}
