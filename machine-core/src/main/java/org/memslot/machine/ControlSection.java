package org.memslot.machine;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Where a thread is between the begin and the end of a change of a space's topology, its edits and
 * listeners included: it holds the space's control lock there. What may wait for other locks is put
 * off until the thread holds none of these.
 */
final class ControlSection {
  private static final ThreadLocal<@Nullable ControlSection> CURRENT = new ThreadLocal<>();

  private final Deque<Runnable> later = new ArrayDeque<>();
  private int depth;

  private ControlSection() {}

  /** Before the control lock is taken. */
  static void enter() {
    ControlSection current = CURRENT.get();
    if (current == null) {
      current = new ControlSection();
      CURRENT.set(current);
    }
    current.depth++;
  }

  /** After it was given back. */
  static void leave() {
    ControlSection current = CURRENT.get();
    if (current == null || --current.depth > 0) {
      return;
    }
    // Work that was put off may change topologies, too: its sections are of their own.
    CURRENT.remove();
    current.later.forEach(Runnable::run);
  }

  /** Runs work at once, or as soon as this thread holds no control lock. */
  static void runOutside(Runnable work) {
    ControlSection current = CURRENT.get();
    if (current == null) {
      work.run();
    } else {
      current.later.add(work);
    }
  }
}
