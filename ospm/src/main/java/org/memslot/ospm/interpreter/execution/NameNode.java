package org.memslot.ospm.interpreter.execution;

import org.jspecify.annotations.Nullable;
import org.memslot.aml.NameString;
import org.memslot.ospm.interpreter.value.AmlException;
import org.memslot.ospm.interpreter.value.AmlInteger;
import org.memslot.ospm.interpreter.value.AmlObject;
import org.memslot.ospm.interpreter.value.AmlReference;
import org.memslot.ospm.interpreter.value.AmlStatus;

/** A name in an expression. It is resolved once and again whenever the namespace has changed. */
final class NameNode extends Place {
  private final NameString name;
  private @Nullable NamespaceEntry resolved;
  private long generation = -1;

  NameNode(NameString name) {
    this.name = name;
  }

  /** Finds what the name stands for now. */
  NamespaceEntry resolve(Frame frame) {
    NamespaceEntry found = resolveOrNull(frame);
    if (found == null) {
      throw new AmlException(AmlStatus.AE_NOT_FOUND, name + " does not exist");
    }
    return found;
  }

  @Nullable NamespaceEntry resolveOrNull(Frame frame) {
    Namespace namespace = frame.runtime.namespace();
    if (generation != namespace.generation()) {
      resolved = namespace.resolve(frame.scope, name);
      generation = namespace.generation();
    }
    return resolved;
  }

  @Override
  AmlObject execute(Frame frame) {
    NamespaceEntry node = resolve(frame);
    return node.object() instanceof MethodCode method
        ? frame.runtime.calls().takeResult(node, call(node, method, frame))
        : frame.runtime.valueOf(node, frame.evaluation);
  }

  private static Frame call(NamespaceEntry node, MethodCode method, Frame frame) {
    return frame.runtime.calls().call(node, method, frame);
  }

  @Override
  @Nullable AmlObject executeOrNull(Frame frame) {
    NamespaceEntry node = resolve(frame);
    return node.object() instanceof MethodCode method
        ? frame.runtime.calls().takeResultOrNull(call(node, method, frame))
        : frame.runtime.valueOf(node, frame.evaluation);
  }

  @Override
  AmlObject executeValue(Frame frame) {
    return frame.runtime.operand(execute(frame), frame.evaluation);
  }

  @Override
  void executeInto(Frame frame, Frame to, int slot) {
    NamespaceEntry node = resolve(frame);
    if (node.object() instanceof MethodCode method) {
      frame.runtime.calls().moveResult(node, call(node, method, frame), to, slot);
    } else {
      super.executeInto(frame, to, slot);
    }
  }

  @Override
  boolean isNumber(Frame frame) {
    NamespaceEntry node = resolveOrNull(frame);
    if (node == null) {
      return false;
    }
    AmlObject object = node.object();
    return object instanceof AmlInteger
        || (object instanceof BitField field && field.readsAsNumber(frame.runtime.conversions()));
  }

  @Override
  long executeLong(Frame frame) {
    AmlObject object = resolve(frame).object();
    if (object instanceof AmlInteger(long number)) {
      return number;
    }
    if (object instanceof BitField field && field.readsAsNumber(frame.runtime.conversions())) {
      return field.readNumber(frame.evaluation);
    }
    return super.executeLong(frame);
  }

  @Override
  Completion run(Frame frame) {
    NamespaceEntry node = resolve(frame);
    if (node.object() instanceof MethodCode method) {
      frame.runtime.calls().takeResultOrNull(call(node, method, frame));
    }
    return Completion.NORMAL;
  }

  @Override
  AmlObject reference(Frame frame) {
    return new AmlReference.ToNode(resolve(frame));
  }

  @Override
  AmlObject store(Frame frame, AmlObject value, Mode mode) {
    return frame.runtime.stores().toNode(resolve(frame), value, mode, frame.evaluation);
  }

  @Override
  void storeNumber(Frame frame, long value, Mode mode) {
    NamespaceEntry node = resolve(frame);
    switch (node.object()) {
      case AmlInteger old -> node.setObject(AmlInteger.of(value));
      case BitField field -> field.writeNumber(value, frame.evaluation);
      default -> super.storeNumber(frame, value, mode);
    }
  }
}
