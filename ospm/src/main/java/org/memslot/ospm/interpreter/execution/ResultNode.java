package org.memslot.ospm.interpreter.execution;

import org.jspecify.annotations.Nullable;
import org.memslot.ospm.interpreter.value.AmlObject;

/** A statement or predicate whose value the method returns if nothing else follows. */
final class ResultNode extends Node {
  private final Node node;

  ResultNode(Node node) {
    this.node = node;
  }

  @Override
  boolean isNumber(Frame frame) {
    return node.isNumber(frame);
  }

  @Override
  long executeLong(Frame frame) {
    long number = node.executeLong(frame);
    frame.setNumber(Frame.RESULT, number);
    return number;
  }

  @Override
  AmlObject execute(Frame frame) {
    return keep(node.execute(frame), frame);
  }

  @Override
  AmlObject executeValue(Frame frame) {
    return keep(node.executeValue(frame), frame);
  }

  private static AmlObject keep(AmlObject value, Frame frame) {
    frame.set(Frame.RESULT, value);
    return value;
  }

  @Override
  Completion run(Frame frame) {
    if (node.isNumber(frame)) {
      executeLong(frame);
      return Completion.NORMAL;
    }
    @Nullable AmlObject value = node.executeOrNull(frame);
    if (value != null) {
      frame.set(Frame.RESULT, value);
    }
    return Completion.NORMAL;
  }
}
