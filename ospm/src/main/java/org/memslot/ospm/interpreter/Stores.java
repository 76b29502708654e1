package org.memslot.ospm.interpreter;

import java.util.Arrays;

/** What a store does, for each kind of target (ACPI 6.5, 19.3.5.8, table 19.8). */
final class Stores {
  private final Conversions conversions;

  Stores(Conversions conversions) {
    this.conversions = conversions;
  }

  /**
   * Stores into a local or argument: the copy replaces what was there. An argument that holds what
   * RefOf gave passes the store on.
   */
  void toVariable(Frame frame, int slot, AmlObject value, Place.Mode mode, Evaluation evaluation) {
    if (slot < Frame.FIRST_LOCAL) {
      switch (frame.get(slot)) {
        case AmlReference.ToNode(NamespaceNode node) when node.object() instanceof AmlData -> {
          toNode(node, value, Place.Mode.COPY, evaluation);
          return;
        }
        case AmlReference.ToNode(NamespaceNode node) when node.object() instanceof FieldUnit -> {
          toNode(node, value, mode, evaluation);
          return;
        }
        case AmlReference.ToVariable variable -> {
          variable.frame().set(variable.slot(), Copies.copy(value, evaluation));
          return;
        }
        default -> {}
      }
    }
    frame.set(slot, Copies.copy(value, evaluation));
  }

  /** Stores where a reference leads. */
  void toReference(
      AmlReference reference, AmlObject value, Place.Mode mode, Evaluation evaluation) {
    switch (reference) {
      case AmlReference.ToNode(NamespaceNode node) -> toNode(node, value, mode, evaluation);
      case AmlReference.ToVariable variable ->
          variable.frame().set(variable.slot(), Copies.copy(value, evaluation));
      case AmlReference.ToElement place -> place.set(Copies.copy(value, evaluation));
      case AmlReference.ToByte place -> place.set(firstByte(value));
    }
  }

  private static byte firstByte(AmlObject value) {
    return switch (value) {
      case AmlInteger(long number) -> (byte) number;
      case AmlString string when string.length() > 0 -> string.bytes()[0];
      case AmlBuffer buffer when buffer.length() > 0 -> buffer.bytes()[0];
      default -> throw Conversions.operandType("Integer, Buffer or String", value);
    };
  }

  /** Stores into a named object. */
  void toNode(NamespaceNode node, AmlObject value, Place.Mode mode, Evaluation evaluation) {
    switch (node.object()) {
      case FieldUnit field -> field.write(value, conversions, evaluation);
      case AmlNamed named when mode != Place.Mode.COPY ->
          throw new AmlException(
              named instanceof AmlNamed.Method
                  ? AmlStatus.AE_AML_OPERAND_TYPE
                  : AmlStatus.AE_AML_TARGET_TYPE,
              "cannot store to " + node.path() + ", which is a " + named.type());
      case AmlPackage old when mode == Place.Mode.CONVERT && !(value instanceof AmlPackage) ->
          throw new AmlException(
              AmlStatus.AE_AML_TARGET_TYPE,
              node.path() + " takes a package, not a " + value.type());
      case AmlObject old when mode == Place.Mode.CONVERT ->
          node.setObject(convert(old, value, evaluation));
      default -> node.setObject(Copies.copy(value, evaluation));
    }
  }

  /** Converts a value to the type of what it replaces. */
  private AmlObject convert(AmlObject old, AmlObject value, Evaluation evaluation) {
    return switch (old) {
      case AmlInteger number -> AmlInteger.of(conversions.toInteger(value));
      case AmlString string -> conversions.toString(value, evaluation).copy();
      case AmlBuffer buffer -> fill(buffer, conversions.toBuffer(value, evaluation));
      default -> Copies.copy(value, evaluation);
    };
  }

  /** A buffer keeps its length, and its identity, which fields rely on; an empty one takes both. */
  private static AmlBuffer fill(AmlBuffer target, AmlBuffer value) {
    if (target.length() == 0) {
      return value.copy();
    }
    byte[] fitted = Arrays.copyOf(value.bytes(), target.length());
    System.arraycopy(fitted, 0, target.bytes(), 0, fitted.length);
    return target;
  }
}
