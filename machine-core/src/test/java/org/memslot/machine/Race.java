package org.memslot.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Runs bodies against each other: some until the others have ended. The first failure of any is
 * thrown.
 */
final class Race {
  /** One turn of a body. */
  @FunctionalInterface
  interface Turn {
    void run() throws Exception;
  }

  /** An expectation that costs next to nothing while it holds. */
  @SuppressWarnings("AnnotateFormatMethod") // the annotation would be a dependency
  static void expect(boolean holds, String broken, Object... values) {
    if (!holds) {
      throw new AssertionError(broken.formatted(values));
    }
  }

  private final List<Turn> background = new ArrayList<>();
  private final List<Turn> bodies = new ArrayList<>();

  /** Repeated until the bodies have ended. */
  Race meanwhile(int threads, Turn turn) {
    for (int i = 0; i < threads; i++) {
      background.add(turn);
    }
    return this;
  }

  /** Run once. */
  Race run(Turn body) {
    bodies.add(body);
    return this;
  }

  void go() throws Exception {
    AtomicBoolean stop = new AtomicBoolean();
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      List<Future<?>> rest =
          background.stream().<Future<?>>map(t -> threads.submit(() -> loop(t, stop))).toList();
      List<Future<?>> main =
          bodies.stream()
              .<Future<?>>map(t -> threads.submit(() -> loop(t, new AtomicBoolean(true))))
              .toList();
      try {
        for (Future<?> future : main) {
          future.get();
        }
      } finally {
        stop.set(true);
      }
      for (Future<?> future : rest) {
        future.get();
      }
    } catch (ExecutionException e) {
      throw new AssertionError(String.valueOf(e.getCause()), e);
    }
  }

  private static Void loop(Turn turn, AtomicBoolean stop) throws Exception {
    do {
      turn.run();
    } while (!stop.get());
    return null;
  }
}
