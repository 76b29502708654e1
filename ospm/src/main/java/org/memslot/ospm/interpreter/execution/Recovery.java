package org.memslot.ospm.interpreter.execution;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.memslot.ospm.interpreter.host.AmlBehaviour;
import org.memslot.ospm.interpreter.value.AmlException;
import org.memslot.ospm.interpreter.value.AmlInteger;
import org.memslot.ospm.interpreter.value.AmlObject;
import org.memslot.ospm.interpreter.value.AmlString;

/**
 * What happens when a statement fails: whoever runs the interpreter, or the method {@code \_ERR},
 * may have evaluation go on with the next statement.
 */
final class Recovery {
  private static final String ERROR_METHOD = "\\_ERR";

  private final AmlRuntime runtime;
  private boolean running;

  Recovery(AmlRuntime runtime) {
    this.runtime = runtime;
  }

  /**
   * Handles a failure where its statement stands. Returns if evaluation is to go on.
   *
   * @throws AmlException the failure, or what it was turned into
   */
  void recover(AmlException failure, Frame frame) {
    if (failure.isFinal() || running) {
      throw failure;
    }
    AmlException placed = failure.at(frame.scope.path());
    running = true;
    try {
      if (runtime.host().continueAfter(placed) || errorMethodContinues(placed, frame)) {
        frame.clearResult();
        return;
      }
    } finally {
      running = false;
    }
    throw placed.asFinal();
  }

  private boolean errorMethodContinues(AmlException failure, Frame frame) {
    if (!runtime.settings().has(AmlBehaviour.ERROR_METHOD)) {
      return false;
    }
    Optional<NamespaceEntry> node = runtime.namespace().find(ERROR_METHOD).map(NamespaceEntry::of);
    if (node.isEmpty() || !(node.get().object() instanceof MethodCode method)) {
      return false;
    }
    AmlObject[] arguments = {
      AmlInteger.of(failure.status().code()),
      AmlString.of(failure.status().name()),
      AmlInteger.of(Thread.currentThread().threadId())
    };
    @Nullable AmlObject answer =
        runtime.calls().invoke(node.get(), method, arguments, frame.evaluation);
    return answer instanceof AmlInteger(long status) && status == 0;
  }
}
