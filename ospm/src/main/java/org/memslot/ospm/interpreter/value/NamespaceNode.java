package org.memslot.ospm.interpreter.value;

import java.util.List;
import java.util.Optional;
import org.memslot.aml.NameSeg;

/**
 * One name of the namespace: its segment, its parent and children, and the object it stands for.
 * The interpreter makes the nodes.
 */
public interface NamespaceNode {
  /** Returns the name's own segment; the root has none. */
  Optional<NameSeg> segment();

  /** Returns the node this one is in; empty for the root. */
  Optional<NamespaceNode> parent();

  /** Returns the object the name stands for; a scope without one is uninitialized. */
  AmlObject object();

  /** Returns the names in this one's scope, in the order of their declaration. */
  List<NamespaceNode> children();

  /** Returns the name of this segment in this node's own scope. */
  Optional<NamespaceNode> child(NameSeg name);

  /** Returns the absolute path, such as {@code \\_SB_.MP00._STA}. */
  String path();
}
