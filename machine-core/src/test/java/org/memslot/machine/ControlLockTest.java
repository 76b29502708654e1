package org.memslot.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a listener does under a space's control lock. */
@Timeout(60)
class ControlLockTest {
  private final AddressSpace space = AddressSpace.memory("memory");
  private final AddressSpace other = AddressSpace.memory("other");
  private final RamRegion ram = RamRegion.create("ram", 0x1000);

  private static TopologyListener listener(Runnable work) {
    return delta -> work.run();
  }

  @Test
  void theLastPinOfADrainEndsItWhenTheChangeIsOver() {
    Pin pin = ram.pin("test");
    CompletableFuture<Void> drained = ram.drain();
    List<Boolean> within = new ArrayList<>();
    var _ = drained.thenRun(() -> within.add(space.isInChange()));
    List<Boolean> early = new ArrayList<>();
    space.addListener(
        listener(
            () -> {
              pin.close();
              early.add(drained.isDone());
              assertThat(space.isInChange()).isTrue();
            }));
    assertThat(early).containsExactly(false);
    assertThat(within).containsExactly(false);
  }

  /** Nested: the inner change's end is not the end of all. */
  @Test
  void notBeforeTheOuterOneOfTwoChangesIsOver() {
    Pin pin = ram.pin("test");
    List<Boolean> within = new ArrayList<>();
    var _ = ram.drain().thenRun(() -> within.add(space.isInChange()));
    space.change(
        _ -> {
          other.change(_ -> pin.close());
          assertThat(within).isEmpty();
        });
    assertThat(within).containsExactly(false);
  }

  @Test
  void whoFollowsABusHasTheAddressOfARegionThatIsLeaving() {
    space.change(change -> change.add(0, ram));
    space.write64(8, 0x1234);
    try (Pin pin = ram.pin("test")) {
      var _ = ram.drain();
      assertThat(ram.addressOnBus()).isEqualTo(pin.hostAddress());
    }
  }
}
