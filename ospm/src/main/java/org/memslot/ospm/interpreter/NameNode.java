package org.memslot.ospm.interpreter;

import org.jspecify.annotations.Nullable;
import org.memslot.aml.NameString;

/** A name in an expression. It is resolved once and again whenever the namespace has changed. */
final class NameNode extends Place {
  private final NameString name;
  private @Nullable NamespaceNode resolved;
  private long generation = -1;

  NameNode(NameString name) {
    this.name = name;
  }

  /** Finds what the name stands for now. */
  NamespaceNode resolve(Frame frame) {
    NamespaceNode found = resolveOrNull(frame);
    if (found == null) {
      throw new AmlException(AmlStatus.AE_NOT_FOUND, name + " does not exist");
    }
    return found;
  }

  @Nullable NamespaceNode resolveOrNull(Frame frame) {
    AcpiNamespace namespace = frame.runtime.namespace();
    if (generation != namespace.generation()) {
      resolved = namespace.resolve(frame.scope, name);
      generation = namespace.generation();
    }
    return resolved;
  }

  @Override
  AmlObject execute(Frame frame) {
    NamespaceNode node = resolve(frame);
    return node.object() instanceof AmlNamed.Method method
        ? frame.runtime.calls().takeResult(node, call(node, method, frame))
        : frame.runtime.valueOf(node, frame.evaluation);
  }

  private static Frame call(NamespaceNode node, AmlNamed.Method method, Frame frame) {
    return frame.runtime.calls().call(node, method, frame);
  }

  @Override
  @Nullable AmlObject executeOrNull(Frame frame) {
    NamespaceNode node = resolve(frame);
    return node.object() instanceof AmlNamed.Method method
        ? frame.runtime.calls().takeResultOrNull(call(node, method, frame))
        : frame.runtime.valueOf(node, frame.evaluation);
  }

  @Override
  AmlObject executeValue(Frame frame) {
    return frame.runtime.operand(execute(frame), frame.evaluation);
  }

  @Override
  void executeInto(Frame frame, Frame to, int slot) {
    NamespaceNode node = resolve(frame);
    if (node.object() instanceof AmlNamed.Method method) {
      frame.runtime.calls().moveResult(node, call(node, method, frame), to, slot);
    } else {
      super.executeInto(frame, to, slot);
    }
  }

  @Override
  boolean isNumber(Frame frame) {
    NamespaceNode node = resolveOrNull(frame);
    if (node == null) {
      return false;
    }
    AmlObject object = node.object();
    return object instanceof AmlInteger
        || (object instanceof FieldUnit field && field.readsAsNumber(frame.runtime.conversions()));
  }

  @Override
  long executeLong(Frame frame) {
    AmlObject object = resolve(frame).object();
    if (object instanceof AmlInteger(long number)) {
      return number;
    }
    if (object instanceof FieldUnit field && field.readsAsNumber(frame.runtime.conversions())) {
      return field.readNumber(frame.evaluation);
    }
    return super.executeLong(frame);
  }

  @Override
  Completion run(Frame frame) {
    NamespaceNode node = resolve(frame);
    if (node.object() instanceof AmlNamed.Method method) {
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
    NamespaceNode node = resolve(frame);
    switch (node.object()) {
      case AmlInteger old -> node.setObject(AmlInteger.of(value));
      case FieldUnit field -> field.writeNumber(value, frame.evaluation);
      default -> super.storeNumber(frame, value, mode);
    }
  }
}
