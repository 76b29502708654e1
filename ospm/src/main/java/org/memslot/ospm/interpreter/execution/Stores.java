package org.memslot.ospm.interpreter.execution;

import java.util.Arrays;
import org.memslot.ospm.interpreter.host.AmlBehaviour;
import org.memslot.ospm.interpreter.host.AmlSettings;
import org.memslot.ospm.interpreter.value.AmlBuffer;
import org.memslot.ospm.interpreter.value.AmlData;
import org.memslot.ospm.interpreter.value.AmlException;
import org.memslot.ospm.interpreter.value.AmlInteger;
import org.memslot.ospm.interpreter.value.AmlNamed;
import org.memslot.ospm.interpreter.value.AmlObject;
import org.memslot.ospm.interpreter.value.AmlPackage;
import org.memslot.ospm.interpreter.value.AmlReference;
import org.memslot.ospm.interpreter.value.AmlStatus;
import org.memslot.ospm.interpreter.value.AmlString;
import org.memslot.ospm.interpreter.value.NamespaceNode;

/**
 * What a store does, for each kind of target (ACPI 6.5, 19.3.5.8, table 19.8). Each returns what
 * the store gives: the value, or, of a field on a bus, what the bus answered.
 */
final class Stores {
  /** How long a chain of references can be. */
  private static final int MAX_HOPS = 64;

  private final Conversions conversions;
  private final boolean throughVariables;
  private final boolean byBytes;

  Stores(Conversions conversions, AmlSettings settings) {
    this.conversions = conversions;
    this.byBytes = settings.has(AmlBehaviour.CONVERT_BY_BYTES);
    this.throughVariables = settings.has(AmlBehaviour.STORE_THROUGH_VARIABLES);
  }

  /**
   * Stores into a local or argument: the copy replaces what was there. An argument that holds what
   * RefOf gave passes the store on.
   */
  AmlObject toVariable(
      Frame frame, int slot, AmlObject value, Place.Mode mode, Evaluation evaluation) {
    if (slot < Frame.FIRST_LOCAL) {
      switch (frame.get(slot)) {
        case AmlReference.ToNode(NamespaceNode node) -> {
          return throughArgument(NamespaceEntry.of(node), value, mode, evaluation);
        }
        case AmlReference.ToVariable variable -> {
          AmlReference last = throughVariables ? end(variable) : variable;
          return toReference(last, value, Place.Mode.COPY, evaluation);
        }
        default -> {}
      }
    } else if (throughVariables
        && mode != Place.Mode.COPY
        && frame.get(slot) instanceof AmlReference reference) {
      return throughReference(reference, value, mode, evaluation);
    }
    frame.set(slot, Copies.copy(value, evaluation));
    return value;
  }

  /** Stores into what an argument refers to: data is replaced, a field converts. */
  private AmlObject throughArgument(
      NamespaceEntry node, AmlObject value, Place.Mode mode, Evaluation evaluation) {
    return switch (node.object()) {
      case AmlPackage old when mode == Place.Mode.CONVERT && !(value instanceof AmlPackage) ->
          throw packageNeeded(node, value);
      case AmlPackage old -> toNode(node, value, Place.Mode.COPY, evaluation);
      case AmlData old when mode == Place.Mode.CONVERT && !replacesData(value) ->
          throw Conversions.operandType("Integer, String or Buffer", value);
      case AmlData old -> toNode(node, value, Place.Mode.COPY, evaluation);
      case AmlObject other -> toNode(node, value, mode, evaluation);
    };
  }

  private boolean replacesData(AmlObject value) {
    return switch (value) {
      case AmlPackage list -> false;
      case AmlReference reference -> throughVariables;
      default -> true;
    };
  }

  /** Follows references to the last one. */
  private static AmlReference end(AmlReference from) {
    AmlReference at = from;
    for (int i = 0; i < MAX_HOPS; i++) {
      if (!(ReferenceNodes.heldBy(at) instanceof AmlReference next)) {
        return at;
      }
      at = next;
    }
    throw new AmlException(AmlStatus.AE_AML_CIRCULAR_REFERENCE, "");
  }

  /** Stores where a reference leads. */
  AmlObject toReference(
      AmlReference reference, AmlObject value, Place.Mode mode, Evaluation evaluation) {
    switch (reference) {
      case AmlReference.ToNode(NamespaceNode node) -> {
        return toNode(NamespaceEntry.of(node), value, mode, evaluation);
      }
      case AmlReference.Named(NamespaceNode node) -> {
        return toNode(NamespaceEntry.of(node), value, mode, evaluation);
      }
      case AmlReference.ToElement place
          when throughVariables && place.get() instanceof AmlReference next -> {
        return throughReference(next, value, mode, evaluation);
      }
      case AmlReference.ToVariable variable ->
          VariableReference.of(variable).set(Copies.copy(value, evaluation));
      case AmlReference.ToElement place -> place.set(Copies.copy(value, evaluation));
      case AmlReference.ToByte place -> place.set(firstByte(value));
    }
    return value;
  }

  /** Stores where a chain of references ends, as into a name: what is there keeps its type. */
  private AmlObject throughReference(
      AmlReference first, AmlObject value, Place.Mode mode, Evaluation evaluation) {
    switch (end(first)) {
      case AmlReference.ToVariable variable -> {
        VariableReference held = VariableReference.of(variable);
        held.set(converted(held.get(), value, mode, evaluation));
      }
      case AmlReference.ToElement place ->
          place.set(converted(place.get(), value, mode, evaluation));
      case AmlReference other -> {
        return toReference(other, value, mode, evaluation);
      }
    }
    return value;
  }

  private AmlObject converted(
      AmlObject old, AmlObject value, Place.Mode mode, Evaluation evaluation) {
    return mode == Place.Mode.CONVERT
        ? convert(old, value, evaluation)
        : Copies.copy(value, evaluation);
  }

  private static byte firstByte(AmlObject value) {
    return switch (value) {
      case AmlInteger(long number) -> (byte) number;
      case AmlString string when string.length() > 0 -> string.bytes()[0];
      case AmlBuffer buffer when buffer.length() > 0 -> buffer.bytes()[0];
      default -> throw Conversions.operandType("Integer, Buffer or String", value);
    };
  }

  /**
   * Stores into a named object.
   *
   * @return the value; of a field on a bus, what the bus answered
   */
  AmlObject toNode(NamespaceEntry node, AmlObject value, Place.Mode mode, Evaluation evaluation) {
    switch (node.object()) {
      case DriverField.Serial bus -> {
        return bus.exchange(value, evaluation);
      }
      case BitField field -> field.write(value, conversions, evaluation);
      case AmlNamed named when mode != Place.Mode.COPY ->
          throw new AmlException(
              named instanceof AmlNamed.Method
                  ? AmlStatus.AE_AML_OPERAND_TYPE
                  : AmlStatus.AE_AML_TARGET_TYPE,
              "cannot store to " + node.path() + ", which is a " + named.type());
      case AmlPackage old when mode == Place.Mode.CONVERT && !(value instanceof AmlPackage) ->
          throw packageNeeded(node, value);
      case AmlObject old when mode == Place.Mode.CONVERT ->
          node.setObject(convert(old, value, evaluation));
      default -> node.setObject(Copies.copy(value, evaluation));
    }
    return value;
  }

  private static AmlException packageNeeded(NamespaceEntry node, AmlObject value) {
    return new AmlException(
        AmlStatus.AE_AML_TARGET_TYPE, node.path() + " takes a package, not a " + value.type());
  }

  /** Converts a value to the type of what it replaces. */
  private AmlObject convert(AmlObject old, AmlObject value, Evaluation evaluation) {
    return switch (old) {
      case AmlInteger number when byBytes -> AmlInteger.of(conversions.firstBytes(bytes(value)));
      case AmlString string when byBytes -> overwrite(string, bytes(value));
      case AmlBuffer buffer when byBytes -> fill(buffer, AmlBuffer.wrap(bytes(value)));
      case AmlInteger number -> AmlInteger.of(conversions.toInteger(value));
      case AmlString string -> conversions.toString(value, evaluation).copy();
      case AmlBuffer buffer -> fill(buffer, conversions.toBuffer(value, evaluation));
      default -> Copies.copy(value, evaluation);
    };
  }

  /**
   * A string that is converted by bytes keeps its length, and its identity for its other holders.
   */
  private static AmlString overwrite(AmlString target, byte[] value) {
    byte[] fitted = Arrays.copyOf(value, target.length());
    System.arraycopy(fitted, 0, target.bytes(), 0, fitted.length);
    return target;
  }

  /** The bytes that a conversion by bytes copies. */
  private byte[] bytes(AmlObject value) {
    return switch (value) {
      case AmlInteger(long number) -> conversions.littleEndian(number);
      case AmlString string -> string.bytes();
      case AmlBuffer buffer -> buffer.bytes();
      default -> throw Conversions.operandType("Integer, String or Buffer", value);
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
