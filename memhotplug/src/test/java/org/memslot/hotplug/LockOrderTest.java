package org.memslot.hotplug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.memslot.hotplug.slot.SlotState;
import org.memslot.machine.DeviceRegion;
import org.memslot.machine.FlatRange;
import org.memslot.machine.IoHandler;
import org.memslot.machine.Pin;
import org.memslot.machine.RamRegion;
import org.memslot.machine.RegionUnavailableException;
import org.memslot.machine.TopologyDelta;
import org.memslot.machine.TopologyException;
import org.memslot.machine.TopologyListener;

/**
 * The controller's lock comes before the bus's control lock, whatever a topology listener does. A
 * deadlock is a test that does not end.
 */
@Timeout(120)
class LockOrderTest {
  private static final int ROUNDS = 1000;

  private final TestMachine machine =
      TestMachine.of("id=hot1,size=128M,start=4G", "id=hot2,size=128M,start=5G");
  private final MemoryHotplugController controller = machine.controller;

  private static TopologyListener committing(Runnable work) {
    return new TopologyListener() {
      @Override
      public void prepare(TopologyDelta delta) {}

      @Override
      public void commit(TopologyDelta delta) {
        work.run();
      }
    };
  }

  private static void awaitBlocked(Thread thread) {
    while (thread.getState() != Thread.State.BLOCKED) {
      assertThat(thread.isAlive()).isTrue();
      Thread.onSpinWait();
    }
  }

  /** One step at a time: the last pin goes while another thread has the other lock of the two. */
  @Test
  void aPinClosedInAListenerWaitsForNobody() throws Exception {
    controller.add("hot1");
    RamRegion ram = machine.allocated.getFirst();
    AtomicReference<Thread> adding = new AtomicReference<>();
    machine.memory.addListener(
        delta -> {
          if (adding.get() != null) {
            return;
          }
          Pin pin = ram.pin("KVM");
          CompletableFuture.runAsync(() -> controller.delete("hot1")).join();
          Thread add = Thread.ofPlatform().start(() -> controller.add("hot2"));
          adding.set(add);
          awaitBlocked(add);
          pin.close();
        });
    adding.get().join();
    assertThat(machine.state("hot1")).isEqualTo(SlotState.EMPTY);
    assertThat(machine.state("hot2")).isEqualTo(SlotState.POPULATED);
    assertThat(machine.isFreed(0)).isTrue();
  }

  @Test
  void aListenerThatCallsTheControllerIsRefused() {
    AtomicReference<Throwable> refusal = new AtomicReference<>();
    machine.memory.addListener(
        committing(
            () -> {
              try {
                controller.slots();
              } catch (TopologyException e) {
                refusal.set(e);
              }
            }));
    assertThat(refusal.get())
        .hasMessage(
            "a topology listener of memory calls the slots' controller; call it when the change is"
                + " over");
    Throwable first = refusal.get();
    assertThat(controller.add("hot1")).isInstanceOf(CommandResult.Started.class);
    assertThat(refusal.get()).isNotSameAs(first);
    assertThatThrownBy(() -> machine.memory.change(_ -> controller.delete("hot1")))
        .isInstanceOf(TopologyException.class);
    assertThat(machine.state("hot1")).isEqualTo(SlotState.POPULATED);
  }

  @Test
  void slotsAndTopologyChangeAtOnceWhateverListenersDo() throws InterruptedException {
    machine.memory.addListener(
        new TopologyListener() {
          @Override
          public void prepare(TopologyDelta delta) {
            pinAll(delta);
          }

          @Override
          public void commit(TopologyDelta delta) {
            assertThatThrownBy(controller::slots).isInstanceOf(TopologyException.class);
          }
        });
    IoHandler none =
        new IoHandler() {
          @Override
          public long read(long offset, int width) {
            return 0;
          }

          @Override
          public void write(long offset, int width, long value) {}
        };
    DeviceRegion device = new DeviceRegion("device", 4096, none);
    Thread slots =
        Thread.ofPlatform()
            .start(
                () -> {
                  for (int round = 0; round < ROUNDS; round++) {
                    controller.add("hot1");
                    controller.delete("hot1");
                    controller.add("hot2");
                    controller.delete("hot2");
                  }
                });
    for (int round = 0; round < ROUNDS; round++) {
      machine.memory.change(change -> change.add(0xe000_0000L, device));
      machine.memory.change(change -> change.remove(device));
      TopologyListener pins = LockOrderTest::pinAll;
      machine.memory.addListener(pins);
      machine.memory.removeListener(pins);
    }
    slots.join();
    assertThat(machine.lines()).noneMatch(line -> line.contains("failed"));
  }

  /** A region that is leaving gives no pin. */
  private static void pinAll(TopologyDelta delta) {
    for (FlatRange range : delta.added()) {
      if (range.region() instanceof RamRegion ram) {
        try (Pin pin = ram.pin("KVM")) {
          assertThat(pin.hostAddress()).isNotZero();
        } catch (RegionUnavailableException e) {
          assertThat(e).hasMessageContaining("draining");
        }
      }
    }
  }
}
