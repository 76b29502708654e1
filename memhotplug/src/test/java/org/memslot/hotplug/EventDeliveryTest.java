package org.memslot.hotplug;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every listener hears every event in order, whatever the others do. */
class EventDeliveryTest {
  private static final int LIMIT = 60;

  private final TestMachine machine =
      TestMachine.of("id=hot1,size=128M,start=4G", "id=hot2,size=128M,start=5G,node=1");
  private final MemoryHotplugController controller = machine.controller;

  @Test
  void aListenerMayCallTheControllerAndHearsEventsInOrder() {
    controller.addListener(
        event -> {
          if (event instanceof SlotEvent.Populated populated && populated.id().equals("hot1")) {
            controller.add("hot2");
            machine.report(TestMachine.ADD_SUCCEEDED, 1);
          }
        });
    controller.add("hot1");
    assertThat(machine.lines())
        .containsExactly("memslot hot1 populated", "memslot hot2 populated", "memslot hot2 online");
    assertThat(machine.events.stream().map(event -> event.stamp().sequence()))
        .isEqualTo(List.of(1L, 2L, 3L));
  }

  @Test
  void aListenerThatFailsHurtsNobody() {
    controller.addListener(
        event -> {
          throw new IllegalStateException("listener");
        });
    List<String> heard = new ArrayList<>();
    controller.addListener(event -> heard.add(event.line()));
    assertThat(controller.add("hot1")).isInstanceOf(CommandResult.Started.class);
    assertThat(heard).containsExactly("memslot hot1 populated");
  }

  /** With executors of their own listeners wait as long as they like. */
  @Test
  @Timeout(LIMIT)
  void listenersThatNeverReturnKeepNobodyWaiting() throws InterruptedException {
    CountDownLatch forever = new CountDownLatch(1);
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 3; i++) {
        controller.addListener(event -> wait(forever), executor);
      }
      LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();
      controller.addListener(event -> heard.add(event.line()), executor);

      for (int round = 0; round < 100; round++) {
        controller.add("hot1");
        assertThat(machine.bit(0)).isTrue();
        controller.delete("hot1");
        machine.eject(0);
      }

      assertThat(machine.lines()).hasSize(300);
      List<String> inOrder = new ArrayList<>();
      for (int i = 0; i < 300; i++) {
        inOrder.add(heard.poll(LIMIT, TimeUnit.SECONDS));
      }
      assertThat(inOrder).isEqualTo(machine.lines());
      forever.countDown();
    }
  }

  /** Without one a listener keeps the thread that caused its event, and only that thread. */
  @Test
  @Timeout(LIMIT)
  void aListenerThatWaitsKeepsOneThread() throws InterruptedException {
    CountDownLatch reached = new CountDownLatch(1);
    CountDownLatch forever = new CountDownLatch(1);
    List<String> slow = new ArrayList<>();
    List<String> later = new ArrayList<>();
    controller.addListener(
        event -> {
          slow.add(event.line());
          reached.countDown();
          wait(forever);
        });
    controller.addListener(event -> later.add(event.line()));
    Thread kept = Thread.ofVirtual().start(() -> controller.add("hot1"));
    reached.await();

    controller.add("hot2");
    assertThat(machine.lines()).containsExactly("memslot hot1 populated", "memslot hot2 populated");
    assertThat(later).isEqualTo(machine.lines());
    forever.countDown();
    kept.join();
    assertThat(slow).isEqualTo(machine.lines());
  }

  @Test
  void aListenerThatWasRemovedHearsNothingMore() {
    List<String> heard = new ArrayList<>();
    SlotListener listener = event -> heard.add(event.line());
    controller.addListener(listener);
    controller.add("hot1");
    controller.removeListener(listener);
    controller.add("hot2");
    assertThat(heard).containsExactly("memslot hot1 populated");
  }

  @Test
  void anExecutorThatTakesNoMoreEndsTheSubscriptionAndNothingElse() {
    ExecutorService closed = Executors.newSingleThreadExecutor();
    closed.close();
    List<String> heard = new ArrayList<>();
    controller.addListener(event -> heard.add(event.line()), closed);
    assertThat(controller.add("hot1")).isInstanceOf(CommandResult.Started.class);
    assertThat(controller.add("hot2")).isInstanceOf(CommandResult.Started.class);
    assertThat(machine.lines()).hasSize(2);
    assertThat(heard).isEmpty();
  }

  /** Refusing once is enough, even if it would take tasks again. */
  @Test
  void aSubscriptionThatEndedStaysEnded() {
    boolean[] refuses = {true};
    List<String> heard = new ArrayList<>();
    controller.addListener(
        event -> heard.add(event.line()),
        task -> {
          if (refuses[0]) {
            throw new RejectedExecutionException();
          }
          task.run();
        });
    controller.add("hot1");
    refuses[0] = false;
    controller.add("hot2");
    assertThat(heard).isEmpty();
  }

  @Test
  void anExecutorThatFailsOnceChangesNoOutcomeAndSilencesNobody() {
    boolean[] fails = {true};
    List<String> heard = new ArrayList<>();
    controller.addListener(
        event -> heard.add(event.line()),
        task -> {
          if (fails[0]) {
            fails[0] = false;
            throw new OutOfMemoryError("unable to create native thread");
          }
          task.run();
        });
    List<String> later = new ArrayList<>();
    controller.addListener(event -> later.add(event.line()));
    assertThat(controller.add("hot1")).isInstanceOf(CommandResult.Started.class);
    assertThat(later).containsExactly("memslot hot1 populated");
    assertThat(heard).isEmpty();
    controller.add("hot2");
    assertThat(heard).containsExactly("memslot hot1 populated", "memslot hot2 populated");
    assertThat(later).isEqualTo(heard);
  }

  /** One event at a time and in order, also when the executor throws after it took the task. */
  @Test
  void aTaskThatWasTakenAndReportedAsFailedRunsOnce() {
    List<Runnable> taken = new ArrayList<>();
    List<String> heard = new ArrayList<>();
    controller.addListener(
        event -> heard.add(event.line()),
        task -> {
          taken.add(task);
          throw new IllegalStateException("after it was taken");
        });
    controller.add("hot1");
    controller.add("hot2");
    taken.forEach(Runnable::run);
    controller.delete("hot1");
    assertThat(heard).doesNotHaveDuplicates();
  }

  private static void wait(CountDownLatch latch) {
    Supplier<Boolean> waiting =
        () -> {
          try {
            return latch.await(LIMIT, TimeUnit.SECONDS);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
          }
        };
    assertThat(waiting.get()).isTrue();
  }
}
