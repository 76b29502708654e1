package org.memslot.ospm.interpreter.execution;

import org.memslot.ospm.interpreter.value.AmlObject;

/** Local0 to Local7, Arg0 to Arg6. */
final class VariableNode extends Place {
  private final int slot;

  VariableNode(int slot) {
    this.slot = slot;
  }

  @Override
  AmlObject execute(Frame frame) {
    return frame.getInitialized(slot);
  }

  @Override
  AmlObject executeValue(Frame frame) {
    return frame.runtime.variableOperand(execute(frame), frame.evaluation);
  }

  @Override
  long executeLong(Frame frame) {
    return frame.isNumber(slot) ? frame.number(slot) : super.executeLong(frame);
  }

  @Override
  boolean isNumber(Frame frame) {
    return frame.isNumber(slot);
  }

  @Override
  AmlObject reference(Frame frame) {
    return frame.referTo(slot);
  }

  @Override
  AmlObject content(Frame frame) {
    return frame.get(slot);
  }

  @Override
  AmlObject store(Frame frame, AmlObject value, Mode mode) {
    return frame.runtime.stores().toVariable(frame, slot, value, mode, frame.evaluation);
  }

  @Override
  void storeNumber(Frame frame, long value, Mode mode) {
    if (frame.isNumber(slot) || !frame.isReference(slot)) {
      frame.setNumber(slot, value);
    } else {
      super.storeNumber(frame, value, mode);
    }
  }
}
