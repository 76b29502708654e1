package org.memslot.ospm.interpreter.execution;

import org.memslot.ospm.interpreter.value.AmlObject;
import org.memslot.ospm.interpreter.value.AmlReference;

/** A reference to a variable of a frame, which lives as long as the reference. */
final class VariableReference implements AmlReference.ToVariable {
  private final Frame frame;
  private final int slot;

  VariableReference(Frame frame, int slot) {
    this.frame = frame;
    this.slot = slot;
  }

  /** Returns a reference as what it is: the interpreter makes no other. */
  static VariableReference of(AmlReference.ToVariable reference) {
    return (VariableReference) reference;
  }

  /** Returns what the variable holds. */
  AmlObject get() {
    return frame.get(slot);
  }

  void set(AmlObject value) {
    frame.set(slot, value);
  }

  int slot() {
    return slot;
  }

  @Override
  public String toString() {
    return Frame.slotName(slot);
  }
}
