package org.memslot.ospm.interpreter.execution;

import org.jspecify.annotations.Nullable;
import org.memslot.ospm.interpreter.value.AmlException;
import org.memslot.ospm.interpreter.value.AmlNamed;
import org.memslot.ospm.interpreter.value.AmlStatus;

/** A mutex with its sync level (ACPI 6.5, 19.6.88). Guarded by the interpreter's lock. */
final class AmlMutex implements AmlNamed.Mutex {
  private final int syncLevel;
  private @Nullable Evaluation owner;
  private int depth;

  AmlMutex(int syncLevel) {
    this.syncLevel = syncLevel;
  }

  /** Returns a mutex as what it is: the interpreter makes no other. */
  static AmlMutex of(AmlNamed.Mutex mutex) {
    return (AmlMutex) mutex;
  }

  int syncLevel() {
    return syncLevel;
  }

  boolean isFreeFor(Evaluation evaluation) {
    return owner == null || owner == evaluation;
  }

  /** Takes the mutex, which must be free for the evaluation. */
  void acquire(Evaluation evaluation) {
    if (owner == null) {
      owner = evaluation;
      evaluation.enter(this);
    }
    depth++;
  }

  /**
   * Gives the mutex back.
   *
   * @throws AmlException if the evaluation may not
   */
  void release(Evaluation evaluation) {
    if (owner == null) {
      throw new AmlException(
          AmlStatus.AE_AML_MUTEX_NOT_ACQUIRED, "released without being acquired");
    }
    if (owner != evaluation) {
      throw new AmlException(AmlStatus.AE_AML_NOT_OWNER, "");
    }
    int highest = evaluation.highestLevelHeld();
    if (syncLevel < highest) {
      throw new AmlException(
          AmlStatus.AE_AML_MUTEX_ORDER,
          "sync level " + syncLevel + " released while level " + highest + " is held");
    }
    free(evaluation);
  }

  /** Ends the serialized method whose mutex this is: whatever it still holds, it may return. */
  void leave(Evaluation evaluation, int levelBefore) {
    free(evaluation);
    evaluation.setSyncLevel(levelBefore);
  }

  private void free(Evaluation evaluation) {
    if (--depth == 0) {
      evaluation.leave(this);
      owner = null;
    }
  }

  /** Frees the mutex of an evaluation that has ended. */
  void abandon() {
    owner = null;
    depth = 0;
  }
}
