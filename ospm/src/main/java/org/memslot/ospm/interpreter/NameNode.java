package org.memslot.ospm.interpreter;

import org.jspecify.annotations.Nullable;
import org.memslot.aml.NameString;

/** A name in an expression. It is resolved once and again whenever the namespace has changed. */
final class NameNode extends Place {
  private static final AmlObject[] NO_ARGUMENTS = {};

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
    if (node.object() instanceof AmlNamed.Method method) {
      return frame.runtime.call(node, method, NO_ARGUMENTS, frame.evaluation);
    }
    return frame.runtime.valueOf(node, frame.evaluation);
  }

  /**
   * Refuses a name that stands for no value where one is stored or returned: a device is handed on
   * by RefOf.
   */
  static AmlObject requireValue(Node term, AmlObject value, AmlStatus otherwise) {
    if (term instanceof NameNode name
        && value instanceof AmlReference.ToNode(NamespaceNode node)
        && node.object() instanceof AmlNamed) {
      throw new AmlException(otherwise, name.name + " is a " + node.object().type());
    }
    return value;
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
      frame.runtime.invoke(node, method, NO_ARGUMENTS, frame.evaluation);
    }
    return Completion.NORMAL;
  }

  @Override
  AmlObject reference(Frame frame) {
    return new AmlReference.ToNode(resolve(frame));
  }

  @Override
  void store(Frame frame, AmlObject value, Mode mode) {
    frame.runtime.stores().toNode(resolve(frame), value, mode, frame.evaluation);
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
