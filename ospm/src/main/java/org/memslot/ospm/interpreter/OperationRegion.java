package org.memslot.ospm.interpreter;

import org.jspecify.annotations.Nullable;
import org.memslot.aml.RegionSpace;

/**
 * The state of an operation region: its place, known once its operands are evaluated, and the
 * access to it, open once it was used.
 */
final class OperationRegion {
  /** Finds the region's offset and length, evaluating the operands of its declaration. */
  interface Extent {
    Bounds evaluate(Evaluation evaluation);
  }

  record Bounds(long offset, long length) {}

  private final NamespaceNode node;
  private final RegionSpace space;
  private final RegionHandler handler;
  private final Extent extent;
  private @Nullable Bounds bounds;
  private boolean evaluating;
  private RegionHandler.@Nullable Access access;

  OperationRegion(NamespaceNode node, RegionSpace space, RegionHandler handler, Extent extent) {
    this.node = node;
    this.space = space;
    this.handler = handler;
    this.extent = extent;
  }

  RegionSpace space() {
    return space;
  }

  String path() {
    return node.path();
  }

  Bounds bounds(Evaluation evaluation) {
    Bounds known = bounds;
    if (known != null) {
      return known;
    }
    if (evaluating) {
      throw new AmlException(
          AmlStatus.AE_AML_CIRCULAR_REFERENCE, node.path() + " lies where its own content says");
    }
    evaluating = true;
    evaluation.enterCall(1);
    try {
      known = extent.evaluate(evaluation);
    } finally {
      evaluation.leaveCall(1);
      evaluating = false;
    }
    bounds = known;
    return known;
  }

  long read(long offset, int width, Evaluation evaluation) {
    long address = address(offset, width, evaluation);
    return access(evaluation).read(address, width);
  }

  void write(long offset, int width, long value, Evaluation evaluation) {
    long address = address(offset, width, evaluation);
    access(evaluation).write(address, width, value);
  }

  byte[] transact(long offset, byte[] request, Evaluation evaluation) {
    long address = address(offset, 1, evaluation);
    return access(evaluation).transact(address, request);
  }

  private long address(long offset, int width, Evaluation evaluation) {
    Bounds at = bounds(evaluation);
    if (Long.compareUnsigned(width, at.length) > 0
        || Long.compareUnsigned(offset, at.length - width) > 0) {
      throw new AmlException(
          AmlStatus.AE_AML_REGION_LIMIT,
          "%d bytes at offset 0x%X of %s, which has 0x%X"
              .formatted(width, offset, node.path(), at.length));
    }
    return at.offset + offset;
  }

  private RegionHandler.Access access(Evaluation evaluation) {
    if (access == null) {
      Bounds at = bounds(evaluation);
      NamespaceNode scope = node.parent().orElse(node);
      access = handler.open(new RegionDeclaration(node.path(), scope, space, at.offset, at.length));
    }
    return access;
  }
}
