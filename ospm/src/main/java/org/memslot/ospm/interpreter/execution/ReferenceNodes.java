package org.memslot.ospm.interpreter.execution;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.memslot.aml.NameString;
import org.memslot.ospm.interpreter.value.AmlBuffer;
import org.memslot.ospm.interpreter.value.AmlException;
import org.memslot.ospm.interpreter.value.AmlInteger;
import org.memslot.ospm.interpreter.value.AmlNamed;
import org.memslot.ospm.interpreter.value.AmlObject;
import org.memslot.ospm.interpreter.value.AmlObjectType;
import org.memslot.ospm.interpreter.value.AmlPackage;
import org.memslot.ospm.interpreter.value.AmlReference;
import org.memslot.ospm.interpreter.value.AmlSpecial;
import org.memslot.ospm.interpreter.value.AmlStatus;
import org.memslot.ospm.interpreter.value.AmlString;
import org.memslot.ospm.interpreter.value.NamespaceNode;

/** Terms that make references and look through them (ACPI 6.5, 19.3.5.8). */
final class ReferenceNodes {
  /** How long a chain of references can be. */
  private static final int MAX_HOPS = 16;

  private ReferenceNodes() {}

  /** Follows references until something else is found, or a named object without a value. */
  static AmlObject follow(AmlObject from, Frame frame) {
    AmlObject found =
        from instanceof AmlReference reference
            ? frame.runtime.follow(reference, frame.evaluation)
            : from;
    return found instanceof AmlReference.Named(NamespaceNode node) ? node.object() : found;
  }

  /** Follows references to a name: what Notify, Acquire and their like work on. */
  static NamespaceEntry followToNode(Place place, Frame frame) {
    AmlObject at = place.reference(frame);
    for (int i = 0; i < MAX_HOPS; i++) {
      switch (at) {
        case AmlReference.ToNode(NamespaceNode node)
            when node.object() instanceof AmlReference next ->
            at = next;
        case AmlReference.ToNode(NamespaceNode node) -> {
          return NamespaceEntry.of(node);
        }
        case AmlReference.Named(NamespaceNode node) -> {
          return NamespaceEntry.of(node);
        }
        case AmlReference reference -> at = frame.runtime.dereference(reference, frame.evaluation);
        default -> throw Conversions.operandType("a named object", at);
      }
    }
    throw new AmlException(AmlStatus.AE_AML_CIRCULAR_REFERENCE, "");
  }

  /** The Debug object. */
  static final class DebugNode extends Place {
    @Override
    AmlObject execute(Frame frame) {
      return AmlSpecial.DEBUG;
    }

    @Override
    AmlObject reference(Frame frame) {
      return AmlSpecial.DEBUG;
    }

    @Override
    AmlObject store(Frame frame, AmlObject value, Mode mode) {
      frame.runtime.host().onDebug(value);
      return value;
    }
  }

  /** A place that an expression computes: stores go where its reference leads. */
  abstract static class ComputedPlace extends Place {
    @Override
    AmlObject reference(Frame frame) {
      return execute(frame);
    }

    @Override
    AmlObject store(Frame frame, AmlObject value, Mode mode) {
      if (!(reference(frame) instanceof AmlReference target)) {
        throw new AmlException(AmlStatus.AE_AML_TARGET_TYPE, "cannot store into a value");
      }
      return frame.runtime.stores().toReference(target, value, mode, frame.evaluation);
    }
  }

  /** RefOf. */
  static final class RefOfNode extends ComputedPlace {
    private final Place object;

    RefOfNode(Place object) {
      this.object = object;
    }

    @Override
    AmlObject execute(Frame frame) {
      return object.reference(frame);
    }
  }

  /** CondRefOf. */
  static final class CondRefOfNode extends Node.IntegerTerm {
    private final Place object;
    private final TargetNode target;

    CondRefOfNode(Place object, TargetNode target) {
      this.object = object;
      this.target = target;
    }

    @Override
    long executeLong(Frame frame) {
      if (object instanceof NameNode name && name.resolveOrNull(frame) == null) {
        return 0;
      }
      target.store(frame, object.reference(frame), Place.Mode.CONVERT);
      return frame.mask;
    }
  }

  /** DerefOf. */
  static final class DerefOfNode extends ComputedPlace {
    private final Node operand;

    DerefOfNode(Node operand) {
      this.operand = operand;
    }

    @Override
    AmlObject execute(Frame frame) {
      return target(operand.execute(frame), frame);
    }

    private AmlObject target(AmlObject found, Frame frame) {
      return switch (found) {
        case AmlReference.Named named -> throw notReference(named);
        case AmlReference reference -> frame.runtime.target(reference, frame.evaluation);
        case AmlString name -> frame.runtime.valueOf(named(name, frame), frame.evaluation);
        case AmlObject other -> throw notReference(other);
      };
    }

    /** A variable that was never set gives nothing, which a method may return. */
    @Override
    @Nullable AmlObject executeOrNull(Frame frame) {
      AmlObject found = operand.execute(frame);
      return found instanceof AmlReference.ToVariable variable
              && heldBy(variable) == AmlSpecial.UNINITIALIZED
          ? null
          : target(found, frame);
    }

    private AmlException notReference(AmlObject found) {
      return new AmlException(
          operand instanceof VariableNode ? AmlStatus.AE_TYPE : AmlStatus.AE_AML_OPERAND_TYPE,
          "Reference or String needed, found " + found.type());
    }

    @Override
    AmlObject reference(Frame frame) {
      return switch (operand.execute(frame)) {
        case AmlString name -> new AmlReference.ToNode(named(name, frame));
        case AmlReference.Named named -> throw notReference(named);
        case AmlReference reference -> reference;
        case AmlObject other -> throw notReference(other);
      };
    }

    /**
     * An operator that asks for the object without evaluating it has the value: of a field, too.
     */
    @Override
    AmlObject content(Frame frame) {
      return execute(frame);
    }

    /** Stores where the reference leads; if another reference is there, where that one leads. */
    @Override
    AmlObject store(Frame frame, AmlObject value, Mode mode) {
      AmlObject found = reference(frame);
      AmlObject held = found instanceof AmlReference reference ? heldBy(reference) : null;
      AmlObject place = held instanceof AmlReference next ? next : found;
      if (!(place instanceof AmlReference target)) {
        throw notReference(place);
      }
      return frame.runtime.stores().toReference(target, value, mode, frame.evaluation);
    }

    private static NamespaceNode named(AmlString name, Frame frame) {
      String path = name.value().toUpperCase(Locale.ROOT);
      return frame
          .runtime
          .namespace()
          .search(frame.scope, path)
          .orElseThrow(
              () -> new AmlException(AmlStatus.AE_NOT_FOUND, name.value() + " does not exist"));
    }
  }

  /** Index. */
  static final class IndexNode extends ComputedPlace {
    private final Node source;
    private final Node index;
    private final TargetNode target;

    IndexNode(Node source, Node index, TargetNode target) {
      this.source = source;
      this.index = index;
      this.target = target;
    }

    @Override
    AmlObject execute(Frame frame) {
      AmlObject container = source.executeValue(frame);
      long at = index.executeLong(frame);
      AmlReference reference =
          switch (container) {
            case AmlPackage list ->
                new AmlReference.ToElement(
                    list, check(at, list.length(), AmlStatus.AE_AML_PACKAGE_LIMIT));
            case AmlBuffer buffer -> {
              int i = check(at, buffer.length(), AmlStatus.AE_AML_BUFFER_LIMIT);
              yield new AmlReference.ToByte(buffer, buffer.bytes(), i);
            }
            case AmlString string -> {
              int i = check(at, string.length(), AmlStatus.AE_AML_STRING_LIMIT);
              yield new AmlReference.ToByte(string, string.bytes(), i);
            }
            case AmlObject other ->
                throw Conversions.operandType("Package, Buffer or String", other);
          };
      target.store(frame, reference, Place.Mode.CONVERT);
      return reference;
    }

    private static int check(long index, int length, AmlStatus status) {
      if (Long.compareUnsigned(index, length) >= 0) {
        throw new AmlException(
            status, "index %s, length %d".formatted(Long.toUnsignedString(index), length));
      }
      return (int) index;
    }

    @Override
    AmlObject executeValue(Frame frame) {
      return frame.runtime.operand(execute(frame), frame.evaluation);
    }
  }

  /** A call of a method with arguments. */
  static final class CallNode extends ComputedPlace {
    private final NameNode method;
    private final Node[] arguments;
    private final NameString name;

    CallNode(NameString name, List<Node> arguments) {
      this.name = name;
      this.method = new NameNode(name);
      this.arguments = arguments.toArray(Node[]::new);
    }

    private Frame call(NamespaceEntry node, Frame frame) {
      return frame.runtime.calls().call(node, callee(node), arguments, frame);
    }

    @Override
    AmlObject execute(Frame frame) {
      NamespaceEntry node = method.resolve(frame);
      return frame.runtime.calls().takeResult(node, call(node, frame));
    }

    @Override
    @Nullable AmlObject executeOrNull(Frame frame) {
      return frame.runtime.calls().takeResultOrNull(call(method.resolve(frame), frame));
    }

    @Override
    AmlObject executeValue(Frame frame) {
      return frame.runtime.operand(execute(frame), frame.evaluation);
    }

    @Override
    long executeLong(Frame frame) {
      NamespaceEntry node = method.resolve(frame);
      Frame called = call(node, frame);
      if (called.isNumber(Frame.RESULT)) {
        long number = called.number(Frame.RESULT);
        frame.evaluation.frames().give(called);
        return number;
      }
      AmlObject result = frame.runtime.calls().takeResult(node, called);
      AmlObject operand = frame.runtime.operand(result, frame.evaluation);
      return frame.runtime.conversions().toInteger(operand);
    }

    @Override
    void executeInto(Frame frame, Frame to, int slot) {
      NamespaceEntry node = method.resolve(frame);
      frame.runtime.calls().moveResult(node, call(node, frame), to, slot);
    }

    @Override
    Completion run(Frame frame) {
      frame.runtime.calls().takeResultOrNull(call(method.resolve(frame), frame));
      return Completion.NORMAL;
    }

    private MethodCode callee(NamespaceEntry node) {
      if (node.object() instanceof MethodCode callee) {
        return callee;
      }
      throw new AmlException(
          AmlStatus.AE_TYPE, name + " is called and is a " + node.object().type());
    }
  }

  /** SizeOf. */
  static final class SizeOfNode extends Node.IntegerTerm {
    private final Place object;

    SizeOfNode(Place object) {
      this.object = object;
    }

    @Override
    long executeLong(Frame frame) {
      AmlObject content = object.content(frame);
      if (content == AmlSpecial.UNINITIALIZED) {
        content = object.execute(frame);
      }
      return switch (follow(content, frame)) {
        // Not in the specification, and what ACPICA says.
        case AmlInteger number -> frame.runtime.conversions().width().bytes();
        case AmlString string -> string.length();
        case AmlBuffer buffer -> buffer.length();
        case AmlPackage list -> list.length();
        case AmlObject other -> throw Conversions.operandType("String, Buffer or Package", other);
      };
    }
  }

  /** ObjectType. */
  static final class ObjectTypeNode extends Node.IntegerTerm {
    private final Place object;

    ObjectTypeNode(Place object) {
      this.object = object;
    }

    @Override
    long executeLong(Frame frame) {
      AmlObject at = object.content(frame);
      for (int i = 0; i < MAX_HOPS; i++) {
        AmlObject next = held(at);
        if (next == null) {
          return at instanceof AmlReference.ToByte
              ? AmlObjectType.BUFFER_FIELD.number()
              : at.type().number();
        }
        at = next;
      }
      throw new AmlException(AmlStatus.AE_AML_CIRCULAR_REFERENCE, "");
    }

    /** Returns what a reference leads to, without reading fields; null where there is no more. */
    private static @Nullable AmlObject held(AmlObject at) {
      return at instanceof AmlReference reference ? heldBy(reference) : null;
    }
  }

  /** Returns what a reference leads to, without reading fields; null of a byte. */
  static @Nullable AmlObject heldBy(AmlReference reference) {
    return switch (reference) {
      case AmlReference.ToNode(NamespaceNode node) -> node.object();
      case AmlReference.Named(NamespaceNode node) -> node.object();
      case AmlReference.ToVariable variable -> VariableReference.of(variable).get();
      case AmlReference.ToElement place -> place.get();
      case AmlReference.ToByte place -> null;
    };
  }

  /** Finds a named object of one kind. */
  static <T extends AmlNamed> T named(Place place, Class<T> kind, Frame frame) {
    NamespaceEntry node = followToNode(place, frame);
    return Optional.of(node.object())
        .filter(kind::isInstance)
        .map(kind::cast)
        .orElseThrow(() -> Conversions.operandType(kind.getSimpleName(), node.object()));
  }
}
