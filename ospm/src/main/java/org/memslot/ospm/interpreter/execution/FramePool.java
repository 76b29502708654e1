package org.memslot.ospm.interpreter.execution;

import java.util.ArrayList;
import java.util.List;

/**
 * The frames of one evaluation that no call uses now. A call takes one and gives it back, so that a
 * loop of calls makes no garbage.
 */
final class FramePool {
  private final List<Frame> free = new ArrayList<>();
  private final Evaluation evaluation;

  FramePool(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  /** Returns an empty frame. */
  Frame take(AmlRuntime runtime, NamespaceEntry scope) {
    if (free.isEmpty()) {
      return new Frame(runtime, evaluation, scope, null);
    }
    Frame frame = free.removeLast();
    frame.scope = scope;
    return frame;
  }

  /** Takes a frame back that its method has left. */
  void give(Frame frame) {
    if (!frame.isReferenced()) {
      frame.clear();
      free.add(frame);
    }
  }
}
