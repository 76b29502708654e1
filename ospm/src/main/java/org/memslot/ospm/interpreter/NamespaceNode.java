package org.memslot.ospm.interpreter;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.memslot.aml.NameSeg;

/**
 * One name of the namespace: its segment, its parent and children, and the object it stands for.
 */
public final class NamespaceNode {
  /** SegCount is a byte: nothing deeper can be named. */
  private static final int MAX_DEPTH = 255;

  private final Optional<NameSeg> segment;
  private final @Nullable NamespaceNode parent;
  private final Map<NameSeg, NamespaceNode> children = new LinkedHashMap<>(0);
  private final int depth;
  private AmlObject object = AmlSpecial.UNINITIALIZED;

  /** The root. */
  NamespaceNode() {
    this.segment = Optional.empty();
    this.parent = null;
    this.depth = 0;
  }

  NamespaceNode(NameSeg segment, NamespaceNode parent) {
    this.segment = Optional.of(segment);
    this.parent = parent;
    this.depth = parent.depth + 1;
    if (depth > MAX_DEPTH) {
      throw new AmlException(AmlStatus.AE_LIMIT, "a path has at most " + MAX_DEPTH + " segments");
    }
  }

  /** Returns the name's own segment; the root has none. */
  public Optional<NameSeg> segment() {
    return segment;
  }

  /** Returns the node this one is in; empty for the root. */
  public Optional<NamespaceNode> parent() {
    return Optional.ofNullable(parent);
  }

  /** Returns the object the name stands for; a scope without one is uninitialized. */
  public AmlObject object() {
    return object;
  }

  /** Returns the names in this one's scope, in the order of their declaration. */
  public List<NamespaceNode> children() {
    return List.copyOf(children.values());
  }

  /** Returns the name of this segment in this node's own scope. */
  public Optional<NamespaceNode> child(NameSeg name) {
    return Optional.ofNullable(children.get(name));
  }

  /** Returns the absolute path, such as {@code \\_SB_.MP00._STA}. */
  public String path() {
    StringBuilder path = new StringBuilder();
    for (NamespaceNode at = this; at.parent != null; at = at.parent) {
      path.insert(0, at.parent.parent == null ? "\\" + at.name() : "." + at.name());
    }
    return path.isEmpty() ? "\\" : path.toString();
  }

  private String name() {
    return segment.map(NameSeg::toString).orElse("");
  }

  @Nullable NamespaceNode parentOrNull() {
    return parent;
  }

  @Nullable NamespaceNode childOrNull(NameSeg name) {
    return children.get(name);
  }

  Collection<NamespaceNode> liveChildren() {
    return children.values();
  }

  void setObject(AmlObject value) {
    object = value;
  }

  void attach(NamespaceNode child) {
    children.put(child.segment.orElseThrow(), child);
  }

  void attachAlias(NameSeg name, NamespaceNode target) {
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
