package org.memslot.aml;

/**
 * Reads names and finds or declares them on the way, so that passing over a table makes no objects
 * for its names.
 */
final class NameLookup {
  private final AmlReader in;
  private final Namespace names;

  NameLookup(AmlReader in, Namespace names) {
    this.in = in;
    this.names = names;
  }

  /** Reads a name and answers its node as {@link Namespace#find(int, NameString)} does. */
  int find(int scope) {
    if (NameSeg.isLead(in.peek())) {
      return names.find(scope, in.readSegment());
    }
    int node = start(scope);
    for (int left = in.readSegmentCount(); left > 0; left--) {
      int segment = in.readSegment();
      node = node == Namespace.NONE ? node : names.child(node, segment);
    }
    return node;
  }

  /** Reads a name and declares it as {@link Namespace#declare(int, NameString, int)} does. */
  int declare(int scope, int kind) {
    int node = enter(scope);
    names.setKind(node, kind);
    return node;
  }

  /** Reads a name and answers its node, found by the search rules, or else a new one. */
  int open(int scope) {
    int start = in.position();
    int found = find(scope);
    if (found != Namespace.NONE) {
      return found;
    }
    in.moveTo(start);
    return enter(scope);
  }

  private int enter(int scope) {
    int node = start(scope);
    for (int left = in.readSegmentCount(); left > 0; left--) {
      node = names.enter(node, in.readSegment());
    }
    return node;
  }

  /** The node that the backslash or the carets lead to. */
  private int start(int scope) {
    if (in.peek() == Opcode.ROOT_CHAR) {
      in.skip(1);
      return Namespace.ROOT;
    }
    int node = scope;
    while (in.peek() == Opcode.PARENT_PREFIX_CHAR) {
      in.skip(1);
      node = names.parent(node);
    }
    return node;
  }
}
