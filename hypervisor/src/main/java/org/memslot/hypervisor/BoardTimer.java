package org.memslot.hypervisor;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.memslot.hypervisor.device.DeviceTimer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the timed tasks of a board on one thread. Nothing runs after {@link #close}. */
final class BoardTimer implements DeviceTimer, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BoardTimer.class);

  private final ScheduledThreadPoolExecutor executor =
      new ScheduledThreadPoolExecutor(
          1,
          Thread.ofPlatform().name("board-timer").daemon().factory(),
          new ThreadPoolExecutor.DiscardPolicy());

  BoardTimer() {
    // A guest may arm a timer far in the future as often as it likes.
    executor.setRemoveOnCancelPolicy(true);
  }

  void everySecond(Runnable task) {
    var _ = executor.scheduleWithFixedDelay(logged(task), 1, 1, TimeUnit.SECONDS);
  }

  @Override
  public Runnable after(long nanos, Runnable task) {
    ScheduledFuture<?> call = executor.schedule(logged(task), nanos, TimeUnit.NANOSECONDS);
    return () -> call.cancel(false);
  }

  /** What is thrown would end a repeated task, and nobody would hear of it. */
  private static Runnable logged(Runnable task) {
    return () -> {
      try {
        task.run();
      } catch (RuntimeException | Error e) {
        LOG.error("a timed task failed", e);
      }
    };
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
