package org.memslot.ospm.interpreter.execution;

import org.jspecify.annotations.Nullable;
import org.memslot.aml.RegionSpace;
import org.memslot.ospm.interpreter.host.RegionDeclaration;
import org.memslot.ospm.interpreter.host.RegionHandler;
import org.memslot.ospm.interpreter.host.RegionTransaction;
import org.memslot.ospm.interpreter.value.AmlBuffer;
import org.memslot.ospm.interpreter.value.AmlException;
import org.memslot.ospm.interpreter.value.AmlNamed;
import org.memslot.ospm.interpreter.value.AmlStatus;
import org.memslot.ospm.interpreter.value.NamespaceNode;

/**
 * The state of an operation region: its place, known once its operands are evaluated, and the
 * access to it, open once it was used.
 */
final class OperationRegion implements AmlNamed.Region {
  /** Finds the region's offset and length, evaluating the operands of its declaration. */
  interface Extent {
    Bounds evaluate(Evaluation evaluation);
  }

  record Bounds(long offset, long length) {}

  private final NamespaceEntry node;
  private final RegionSpace space;
  private final RegionHandler handler;
  private final Extent extent;
  private final boolean roundsUp;
  private @Nullable Bounds bounds;
  private boolean evaluating;
  private RegionHandler.@Nullable Access access;
  private byte @Nullable [] sharedMemory;

  /**
   * Creates a region.
   *
   * @param roundsUp whether accesses may reach up to the next multiple of their width
   */
  OperationRegion(
      NamespaceEntry node,
      RegionSpace space,
      RegionHandler handler,
      Extent extent,
      boolean roundsUp) {
    this.roundsUp = roundsUp;
    this.node = node;
    this.space = space;
    this.handler = handler;
    this.extent = extent;
  }

  /** Returns a region as what it is: the interpreter makes no other. */
  static OperationRegion of(AmlNamed.Region region) {
    return (OperationRegion) region;
  }

  @Override
  public RegionSpace space() {
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

  /**
   * Finds out where the region lies, if that can be done now: its operands have the values they
   * have when the table is loaded.
   */
  boolean settle(Evaluation evaluation) {
    try {
      bounds(evaluation);
      return true;
    } catch (AmlException e) {
      // Said at the first access, if that fails, too.
      return false;
    }
  }

  long read(long offset, int width, Evaluation evaluation) {
    long address = address(offset, width, evaluation);
    return access(evaluation).read(address, width);
  }

  void write(long offset, int width, long value, Evaluation evaluation) {
    long address = address(offset, width, evaluation);
    access(evaluation).write(address, width, value);
  }

  /** Has the region's driver serve a field. */
  byte[] transact(
      FieldBits bits, FieldAttributes attributes, AmlBuffer data, Evaluation evaluation) {
    long address = address(bits.position() / Byte.SIZE, 1, evaluation);
    return exchange(address, bits, attributes, data, evaluation);
  }

  /** Has the driver of pins serve some of them. */
  byte[] transactPins(
      int firstPin,
      FieldBits bits,
      FieldAttributes attributes,
      AmlBuffer data,
      Evaluation evaluation) {
    return exchange(firstPin, bits, attributes, data, evaluation);
  }

  private byte[] exchange(
      long address,
      FieldBits bits,
      FieldAttributes attributes,
      AmlBuffer data,
      Evaluation evaluation) {
    return access(evaluation)
        .transact(
            new RegionTransaction(
                space,
                address,
                bits.length(),
                data.length() > 0,
                attributes.attribute(),
                attributes.accessLength(),
                attributes.connection(),
                data));
  }

  /** Returns the memory that a PCC region shares with its driver. */
  byte[] sharedMemory(Evaluation evaluation) {
    if (sharedMemory == null) {
      sharedMemory = new byte[evaluation.allocate(bounds(evaluation).length)];
    }
    return sharedMemory;
  }

  private long address(long offset, int width, Evaluation evaluation) {
    Bounds at = bounds(evaluation);
    long length = roundsUp ? (at.length + width - 1) / width * width : at.length;
    if (Long.compareUnsigned(width, length) > 0
        || Long.compareUnsigned(offset, length - width) > 0) {
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
