package org.memslot.ospm.interpreter.execution;

import org.jspecify.annotations.Nullable;
import org.memslot.ospm.interpreter.value.AmlException;
import org.memslot.ospm.interpreter.value.AmlObject;
import org.memslot.ospm.interpreter.value.AmlStatus;

/** Calls of methods: arguments in, frame run, names and frame given back. */
final class Calls {
  private static final Node[] NO_ARGUMENTS = {};

  private final AmlRuntime runtime;

  Calls(AmlRuntime runtime) {
    this.runtime = runtime;
  }

  /** A call with no arguments. */
  Frame call(NamespaceEntry node, MethodCode method, Frame caller) {
    return call(node, method, NO_ARGUMENTS, caller);
  }

  /**
   * Calls a method.
   *
   * @return its frame, with the result; it is to be given back to the evaluation's pool
   */
  Frame call(NamespaceEntry node, MethodCode method, Node[] arguments, Frame caller) {
    checkCount(node, method, arguments.length);
    FramePool frames = caller.evaluation.frames();
    Frame frame = frames.take(runtime, node);
    boolean returned = false;
    try {
      for (int i = 0; i < arguments.length; i++) {
        arguments[i].executeInto(caller, frame, i);
      }
      run(node, method, frame);
      returned = true;
      return frame;
    } finally {
      if (!returned) {
        frames.give(frame);
      }
    }
  }

  /** Calls a method from outside; null if it returned no value. */
  @Nullable AmlObject invoke(
      NamespaceEntry node, MethodCode method, AmlObject[] arguments, Evaluation evaluation) {
    checkCount(node, method, arguments.length);
    Frame frame = evaluation.frames().take(runtime, node);
    try {
      for (int i = 0; i < arguments.length; i++) {
        frame.set(i, arguments[i]);
      }
      run(node, method, frame);
      return frame.hasResult() ? frame.get(Frame.RESULT) : null;
    } finally {
      evaluation.frames().give(frame);
    }
  }

  /** Takes the result of a call, which must have one. */
  AmlObject takeResult(NamespaceEntry node, Frame called) {
    AmlObject result = takeResultOrNull(called);
    if (result == null) {
      throw noResult(node);
    }
    return result;
  }

  /** Takes the result of a call; null if it has none. */
  @Nullable AmlObject takeResultOrNull(Frame called) {
    AmlObject result = called.hasResult() ? called.get(Frame.RESULT) : null;
    called.evaluation.frames().give(called);
    return result;
  }

  /** Moves the result of a call to a slot of another frame. */
  void moveResult(NamespaceEntry node, Frame called, Frame to, int slot) {
    boolean present = called.hasResult();
    if (present) {
      to.set(slot, called, Frame.RESULT);
    }
    called.evaluation.frames().give(called);
    if (!present) {
      throw noResult(node);
    }
  }

  private static AmlException noResult(NamespaceEntry node) {
    return new AmlException(AmlStatus.AE_AML_NO_RETURN_VALUE, node.path() + " returned no value");
  }

  private static void checkCount(NamespaceEntry node, MethodCode code, int count) {
    if (count != code.argumentCount()) {
      throw new AmlException(
          AmlStatus.WRONG_ARGUMENT_COUNT,
          "%s takes %d arguments, not %d".formatted(node.path(), code.argumentCount(), count));
    }
  }

  private void run(NamespaceEntry node, MethodCode code, Frame frame) {
    Evaluation evaluation = frame.evaluation;
    try {
      MethodCode.Body body = code.body(runtime.settings());
      evaluation.enterCall(body.nesting());
      try {
        run(code.serialization(), body, frame);
      } finally {
        evaluation.leaveCall(body.nesting());
        frame.leave();
      }
    } catch (AmlException e) {
      throw e.at(node.path());
    }
  }

  private void run(@Nullable AmlMutex serialization, MethodCode.Body body, Frame frame) {
    if (serialization == null) {
      body.run(frame);
      return;
    }
    Evaluation evaluation = frame.evaluation;
    int level = evaluation.syncLevel();
    runtime.acquire(serialization, AmlRuntime.FOREVER, evaluation);
    try {
      body.run(frame);
    } finally {
      serialization.leave(evaluation, level);
    }
  }
}
