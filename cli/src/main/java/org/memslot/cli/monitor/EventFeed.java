package org.memslot.cli.monitor;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.memslot.hypervisor.BoardEvent;
import org.memslot.hypervisor.PcBoard;

/**
 * Brings the board's events in their order to one listener, on a thread of the listener's own: one
 * that is slow, as a client may be that does not read its socket, holds up nobody else.
 */
final class EventFeed implements AutoCloseable {
  private final PcBoard board;
  private final BlockingQueue<Item> queue = new LinkedBlockingQueue<>();
  private final Consumer<BoardEvent> enqueue = this::enqueue;
  private final Thread thread;

  private sealed interface Item {
    record Event(BoardEvent event) implements Item {}

    record Mark(CountDownLatch reached) implements Item {}

    record End() implements Item {}
  }

  EventFeed(PcBoard board, Consumer<BoardEvent> listener) {
    this.board = board;
    thread = Thread.ofPlatform().daemon().name("monitor-events").start(() -> deliver(listener));
    board.addEventListener(enqueue);
  }

  private void enqueue(BoardEvent event) {
    queue.add(new Item.Event(event));
  }

  private void deliver(Consumer<BoardEvent> listener) {
    try {
      while (true) {
        switch (queue.take()) {
          case Item.Event(BoardEvent event) -> listener.accept(event);
          case Item.Mark(CountDownLatch reached) -> reached.countDown();
          case Item.End() -> {
            return;
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits until the listener has seen everything that has happened so far. */
  void flush() throws InterruptedException {
    CountDownLatch reached = new CountDownLatch(1);
    queue.add(new Item.Mark(reached));
    reached.await();
  }

  /** Delivers what has happened so far, then nothing more. */
  @Override
  public void close() {
    board.removeEventListener(enqueue);
    queue.add(new Item.End());
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
