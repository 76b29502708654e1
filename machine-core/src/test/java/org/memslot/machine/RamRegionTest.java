package org.memslot.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RamRegionTest {
  private final AddressSpace space = AddressSpace.memory("memory");

  @ParameterizedTest
  @ValueSource(longs = {0x20_0000, 0x20_1000, 0x800_0000, 0x1_0000_0000L})
  void memoryOfALargePageAndMoreBeginsAtALargePage(long size) {
    for (Backing backing : List.of(Backing.ANONYMOUS, Backing.MEMFD)) {
      try (RamRegion ram = RamRegion.create("ram", size, backing);
          Pin pin = ram.pin("test")) {
        assertThat(pin.hostAddress() & 0x1f_ffff).as("%s", backing).isZero();
        pin.memory().set(ValueLayout.JAVA_BYTE, size - 1, (byte) 1);
      }
    }
  }

  @Test
  void aPinSaysWhoHoldsTheMemorySinceWhenAndFromWhere() {
    Instant now = Instant.parse("2026-11-24T06:00:00Z");
    try (RamRegion ram =
            RamRegion.create("ram", 0x1000, Backing.ANONYMOUS, Clock.fixed(now, ZoneOffset.UTC));
        Pin pin = ram.pin("vcpu 0")) {
      assertThat(ram.pins())
          .containsExactly(new PinInfo("vcpu 0", now, Thread.currentThread().getName()));
      assertThat(pin.region()).isSameAs(ram);
      assertThat(pin.hostAddress()).isEqualTo(pin.memory().address());
    }
  }

  /** A process has 128 TiB of addresses, and released ones come back when they are collected. */
  @Test
  void addressesOfReleasedMemoryAreUsedAgain() {
    for (int i = 0; i < 300; i++) {
      RamRegion.create("ram", 1L << 40).close();
    }
  }

  @Test
  void aPinShowsTheGuestsMemory() {
    RamRegion ram = RamRegion.create("ram", 0x1000);
    space.change(c -> c.add(0x8000, ram));
    try (Pin pin = ram.pin("test")) {
      space.write32(0x8010, 0x12345678);
      assertThat(pin.memory().get(Host.INT, 0x10)).isEqualTo(0x12345678);
      assertThat(pin.memory().byteSize()).isEqualTo(0x1000);
    }
  }

  @Test
  void drainingRefusesNewPinsAndEndsWithTheLastOne() {
    try (RamRegion ram = RamRegion.create("ram", 0x1000)) {
      Pin first = ram.pin("a");
      Pin second = ram.pin("b");
      CompletableFuture<Void> drained = ram.drain();
      assertThatThrownBy(() -> ram.pin("late"))
          .isInstanceOf(RegionUnavailableException.class)
          .hasMessage("ram cannot be pinned by late: it is draining");
      first.close();
      first.close();
      assertThat(drained).isNotDone();
      assertThat(ram.pins()).extracting(PinInfo::holder).containsExactly("b");
      second.close();
      assertThat(drained).isCompleted();
    }
  }

  @Test
  void drainingCanBeTakenBack() {
    try (RamRegion ram = RamRegion.create("ram", 0x1000)) {
      Pin pin = ram.pin("a");
      CompletableFuture<Void> drained = ram.drain();
      ram.cancelDrain();
      assertThat(drained).isCancelled();
      ram.pin("b").close();
      pin.close();
      assertThat(ram.drain()).isCompleted();
    }
  }

  @Test
  void drainingHasADeadlineThatNamesTheHolders() {
    try (RamRegion ram = RamRegion.create("ram", 0x1000)) {
      Pin pin = ram.pin("vcpu 0");
      CompletableFuture<Void> patient = ram.drain();
      CompletableFuture<Void> late = ram.drain(Duration.ofMillis(1));
      assertThatThrownBy(late::join)
          .hasCauseInstanceOf(RegionUnavailableException.class)
          .hasMessageContaining("ram is held still after PT0.001S")
          .hasMessageContaining("vcpu 0");
      assertThatThrownBy(() -> ram.pin("b")).hasMessageContaining("draining");
      CompletableFuture<Void> inTime = ram.drain(Duration.ofDays(1));
      ram.drain().complete(null);
      assertThat(patient).as("each caller has its own").isNotDone();
      pin.close();
      assertThat(patient).isCompleted();
      assertThat(inTime).isCompleted();
      assertThat(ram.drain(Duration.ZERO)).isCompleted();
    }
  }

  @Test
  void memoryThatANativeFunctionWorksOnIsNotGivenBack() throws Throwable {
    RamRegion ram = RamRegion.create("ram", 0x1000);
    Pin pin = ram.pin("sorter");
    MemorySegment two = pin.memory().asSlice(0, 2);
    pin.close();
    List<Throwable> refused = new ArrayList<>();
    Sorting.sort(two, () -> refused.add(catchThrowable(ram::close)));
    assertThat(refused)
        .isNotEmpty()
        .allSatisfy(
            e ->
                assertThat(e)
                    .isInstanceOf(RegionUnavailableException.class)
                    .hasMessageContaining("in use by a native function"));
    space.change(c -> c.add(0, ram));
    space.write8(0, 1);
    assertThat(space.read8(0)).as("the region lives on").isEqualTo(1);
    space.change(c -> c.remove(ram));
    ram.close();
    assertThatThrownBy(() -> two.get(ValueLayout.JAVA_BYTE, 0))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void hugePagesThatAreNotFilledAreGivenBack() {
    RamRegion ram;
    try {
      ram = RamRegion.create("ram", 3L << 20, Backing.MEMFD.with(Backing.HugePages.RESERVED_2M));
    } catch (HostMemoryException e) {
      assumeThat(e).as("the host has huge pages in reserve").isNull();
      return;
    }
    space.change(c -> c.add(0, ram));
    space.write64((3L << 20) - 8, 5);
    assertThat(space.read64((3L << 20) - 8)).isEqualTo(5);
    space.change(c -> c.remove(ram));
    ram.close();
  }

  @Test
  void memoryThatIsHeldIsNotGivenBack() {
    RamRegion ram = RamRegion.create("ram", 0x1000);
    Pin pin = ram.pin("holder");
    assertThatThrownBy(ram::close)
        .isInstanceOf(RegionUnavailableException.class)
        .hasMessageContaining("holder");
    pin.close();
    space.change(c -> c.add(0, ram));
    assertThatThrownBy(ram::close)
        .isInstanceOf(RegionUnavailableException.class)
        .hasMessageContaining("still in [memory");
    space.change(c -> c.remove(ram));
    ram.close();
    ram.close();
    assertThatThrownBy(() -> ram.pin("late")).hasMessageContaining("it is closed");
    assertThatThrownBy(() -> space.change(c -> c.add(0, ram)))
        .isInstanceOf(RegionUnavailableException.class);
    assertThat(space.view().ranges()).isEmpty();
  }

  @Test
  void aPinnedSegmentEndsWithTheRegion() {
    RamRegion ram = RamRegion.create("ram", 0x1000);
    Pin pin = ram.pin("a");
    MemorySegment memory = pin.memory();
    pin.close();
    ram.close();
    assertThatThrownBy(() -> memory.get(Host.LONG, 0)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aTerabyteCostsNothingUntilItIsTouched() {
    assumeThat(Host.LINUX).as("lazy memory needs Linux").isTrue();
    RamRegion ram = RamRegion.create("huge", 1L << 40);
    space.change(c -> c.add(1L << 40, ram));
    long last = (1L << 41) - 8;
    assertThat(space.read64(last)).isZero();
    space.write64(last, 7);
    assertThat(space.read64(last)).isEqualTo(7);
    space.change(c -> c.remove(ram));
    ram.close();
  }

  @Test
  void memfdMemoryIsSharedByItsDescriptor() throws IOException {
    assumeThat(Host.LINUX).as("memfd needs Linux").isTrue();
    RamRegion ram = RamRegion.create("shared", 0x2000, Backing.MEMFD);
    space.change(c -> c.add(0, ram));
    try (WitnessedMemory witness = WitnessedMemory.of(ram)) {
      space.write8(0x1fff, 0x5a);
      assertThat(witness.bytes()[0x1fff]).isEqualTo((byte) 0x5a);
    }
    space.change(c -> c.remove(ram));
    ram.close();
    assertThat(ram.fileDescriptor()).as("the number may be another file's by now").isEmpty();
    assertThat(RamRegion.create("other", 1).fileDescriptor()).isEmpty();
  }

  @Test
  void aSharedFileKeepsWhatIsWrittenAPrivateOneDoesNot(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("ram"), new byte[] {1, 2, 3, 4});
    for (boolean shared : new boolean[] {false, true}) {
      RamRegion ram = RamRegion.create("file", 0x1000, Backing.file(file, shared));
      space.change(c -> c.add(0, ram));
      assertThat(space.read32(0)).isEqualTo(0x04030201);
      space.write8(0, 9);
      space.change(c -> c.remove(ram));
      ram.close();
      assertThat(Files.readAllBytes(file)).startsWith(shared ? 9 : 1);
    }
    assertThat(Files.size(file)).isEqualTo(0x1000);
  }

  @Test
  void preallocationTellsItsProgress() {
    List<Long> steps = new ArrayList<>();
    Backing backing = Backing.ANONYMOUS.with((done, total) -> steps.add(done * 100 / total));
    RamRegion.create("ram", 300L << 20, backing).close();
    assertThat(steps).containsExactly(85L, 100L);
  }

  @Test
  void whatTheHostDoesNotHaveIsRefusedWithTheNumbers() {
    assumeThat(Host.LINUX).as("the host says what it has on Linux").isTrue();
    Backing committed = Backing.ANONYMOUS.with((_, _) -> {});
    assertThatThrownBy(() -> RamRegion.create("ram", 1L << 46, committed))
        .isInstanceOfSatisfying(
            HostMemoryException.class, e -> assertThat(e.size()).isEqualTo(1L << 46))
        .hasMessageContaining("ram: 0x400000000000 bytes")
        .hasMessageContaining("available");
    assertThatThrownBy(() -> RamRegion.create("ram", 1L << 47))
        .isInstanceOf(HostMemoryException.class);
    assertThatThrownBy(() -> RamRegion.create("ram", -1L)).isInstanceOf(HostMemoryException.class);
    assertThatThrownBy(() -> RamRegion.create("ram", 0)).isInstanceOf(AddressRangeException.class);
    Backing reserved = Backing.ANONYMOUS.with(Backing.HugePages.RESERVED_1G);
    assertThatThrownBy(() -> RamRegion.create("ram", 1L << 45, reserved))
        .isInstanceOf(HostMemoryException.class);
  }

  @Test
  void transparentHugePagesAreAsked() {
    RamRegion ram =
        RamRegion.create("ram", 4L << 20, Backing.ANONYMOUS.with(Backing.HugePages.TRANSPARENT));
    space.change(c -> c.add(0, ram));
    space.write64(0x20_0000, 1);
    assertThat(space.read64(0x20_0000)).isEqualTo(1);
  }

  /** An arena keeps something for each segment that it gives out, until it is closed. */
  @Test
  void pinsThatComeAndGoKeepNothing() {
    RamRegion ram = RamRegion.create("ram", 0x1000);
    MemorySegment first;
    try (Pin pin = ram.pin("first")) {
      first = pin.memory();
    }
    try (Pin pin = ram.pin("second")) {
      assertThat(pin.memory()).isSameAs(first);
    }
    ram.close();
    assertThat(first.scope().isAlive()).isFalse();
  }

  @Test
  void aDeadlineMayBeAsFarAsADurationGoes() {
    RamRegion ram = RamRegion.create("ram", 0x1000);
    Pin pin = ram.pin("holder");
    CompletableFuture<Void> drained = ram.drain(Duration.ofSeconds(Long.MAX_VALUE));
    assertThat(drained).isNotDone();
    pin.close();
    assertThat(drained).isCompleted();
  }
}
