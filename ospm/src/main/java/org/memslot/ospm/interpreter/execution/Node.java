package org.memslot.ospm.interpreter.execution;

import org.jspecify.annotations.Nullable;
import org.memslot.ospm.interpreter.value.AmlException;
import org.memslot.ospm.interpreter.value.AmlInteger;
import org.memslot.ospm.interpreter.value.AmlObject;
import org.memslot.ospm.interpreter.value.AmlStatus;

/**
 * One term of AML made ready to run.
 *
 * <p>A method is turned into a tree of nodes at its first call; running it is a walk of virtual
 * calls over that tree. The common case, integers in locals, never makes an object: {@link
 * #executeLong} carries numbers as they are.
 */
abstract class Node {

  /**
   * Evaluates the term. What Index and RefOf give stays a reference; a field is read, a method
   * called.
   */
  abstract AmlObject execute(Frame frame);

  /** Evaluates the term as the operand of an operator: the result of Index is looked through. */
  AmlObject executeValue(Frame frame) {
    return execute(frame);
  }

  /** Evaluates the term; null where a method that it calls returns nothing. */
  @Nullable AmlObject executeOrNull(Frame frame) {
    return execute(frame);
  }

  /** Evaluates the term into a slot of a frame. */
  void executeInto(Frame frame, Frame to, int slot) {
    if (isNumber(frame)) {
      to.setNumber(slot, executeLong(frame));
    } else {
      to.set(slot, execute(frame));
    }
  }

  /** Evaluates the term as an integer operand, converting implicitly. */
  long executeLong(Frame frame) {
    AmlObject value = executeValue(frame);
    return value instanceof AmlInteger(long number)
        ? number
        : frame.runtime.conversions().toInteger(value);
  }

  /** Tells, without evaluating, whether the term would give an integer now; false if unsure. */
  boolean isNumber(Frame frame) {
    return false;
  }

  /** Runs the term as a statement. */
  Completion run(Frame frame) {
    execute(frame);
    return Completion.NORMAL;
  }

  /** A term that always gives an integer. */
  abstract static class IntegerTerm extends Node {
    @Override
    abstract long executeLong(Frame frame);

    @Override
    final AmlObject execute(Frame frame) {
      return AmlInteger.of(executeLong(frame));
    }

    @Override
    final boolean isNumber(Frame frame) {
      return true;
    }

    @Override
    Completion run(Frame frame) {
      executeLong(frame);
      return Completion.NORMAL;
    }
  }

  /** A term that does something and has no value. */
  abstract static class Statement extends Node {
    @Override
    abstract Completion run(Frame frame);

    @Override
    final AmlObject execute(Frame frame) {
      throw new AmlException(AmlStatus.AE_AML_NO_OPERAND, "a statement has no value");
    }
  }
}
