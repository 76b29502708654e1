package org.memslot.ospm.interpreter.execution;

import java.util.ArrayList;
import java.util.List;
import org.memslot.ospm.interpreter.host.AmlClock;
import org.memslot.ospm.interpreter.host.AmlLimits;
import org.memslot.ospm.interpreter.value.AmlException;
import org.memslot.ospm.interpreter.value.AmlStatus;

/**
 * One evaluation from outside with all it calls: its budget of {@link AmlLimits}, and the mutexes
 * it holds. It is what ACPI calls a thread.
 */
final class Evaluation {
  /** Reading the clock costs more than a turn: every so many turns is enough. */
  private static final int CLOCK_MASK = 0xFFF;

  private final AmlLimits limits;
  private final AmlClock clock;
  private final List<AmlMutex> held = new ArrayList<>(0);
  private final FramePool frames = new FramePool(this);
  private long deadline;
  private long turnsLeft;
  private long allocationLeft;
  private int calls;
  private int nesting;
  private int syncLevel;

  Evaluation(AmlLimits limits, AmlClock clock) {
    this.limits = limits;
    this.clock = clock;
  }

  /** Begins an evaluation with the whole budget. */
  void begin() {
    deadline = clock.nanos() + limits.time().toNanos();
    turnsLeft = limits.turns();
    allocationLeft = limits.allocation();
    calls = 0;
    nesting = 0;
    syncLevel = 0;
  }

  /** Returns the frames that calls take. */
  FramePool frames() {
    return frames;
  }

  AmlLimits limits() {
    return limits;
  }

  /** Counts a loop turn or a call. */
  void turn() {
    long left = --turnsLeft;
    if (left <= 0 || (left & CLOCK_MASK) == 0) {
      checkTurnsAndTime();
    }
  }

  private void checkTurnsAndTime() {
    if (turnsLeft <= 0) {
      throw new AmlException(
          AmlStatus.AE_AML_LOOP_TIMEOUT, "more than " + limits.turns() + " turns and calls");
    }
    if (isOver()) {
      throw new AmlException(AmlStatus.AE_AML_LOOP_TIMEOUT, "longer than " + limits.time());
    }
    if (Thread.currentThread().isInterrupted()) {
      throw new AmlException(AmlStatus.AE_ABORT_METHOD, "interrupted");
    }
  }

  /** Tells whether the evaluation's time is over. */
  boolean isOver() {
    return clock.nanos() - deadline >= 0;
  }

  /** Enters a method whose body nests this deeply. */
  void enterCall(int bodyNesting) {
    if (calls >= limits.callDepth()) {
      throw new AmlException(
          AmlStatus.AE_AML_METHOD_LIMIT, "more than " + limits.callDepth() + " nested calls");
    }
    if (nesting + bodyNesting > limits.nesting()) {
      throw new AmlException(
          AmlStatus.AE_STACK_OVERFLOW, "more than " + limits.nesting() + " nested expressions");
    }
    turn();
    calls++;
    nesting += bodyNesting;
  }

  void leaveCall(int bodyNesting) {
    calls--;
    nesting -= bodyNesting;
  }

  /**
   * Accounts for an object about to be made.
   *
   * @return the size as an array length
   */
  int allocate(long bytes) {
    checkSize(bytes);
    allocationLeft -= bytes;
    if (allocationLeft < 0) {
      throw new AmlException(
          AmlStatus.AE_LIMIT, "more than " + limits.allocation() + " bytes of objects");
    }
    return (int) bytes;
  }

  /** Refuses an object of this size. */
  void checkSize(long bytes) {
    if (bytes < 0 || bytes > limits.objectSize()) {
      throw new AmlException(
          AmlStatus.AE_LIMIT,
          "an object of "
              + Long.toUnsignedString(bytes)
              + " bytes, at most "
              + limits.objectSize());
    }
  }

  int syncLevel() {
    return syncLevel;
  }

  void enter(AmlMutex mutex) {
    held.add(mutex);
    syncLevel = mutex.syncLevel();
  }

  /**
   * Notes that a mutex is free again. Mutexes of one level may be released in any order; the level
   * falls to the highest that is still held.
   */
  void leave(AmlMutex mutex) {
    held.remove(mutex);
    syncLevel = Math.min(syncLevel, highestLevelHeld());
  }

  void setSyncLevel(int level) {
    syncLevel = level;
  }

  /** Returns the highest level of the mutexes held, 0 if there is none. */
  int highestLevelHeld() {
    int highest = 0;
    for (int i = 0; i < held.size(); i++) {
      highest = Math.max(highest, held.get(i).syncLevel());
    }
    return highest;
  }

  /** Frees what AML forgot to release, as the end of a thread does. */
  void end() {
    held.forEach(AmlMutex::abandon);
    held.clear();
  }
}
