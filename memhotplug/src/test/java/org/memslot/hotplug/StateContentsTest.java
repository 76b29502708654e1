package org.memslot.hotplug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.memslot.hotplug.device.HotplugInterfaces;
import org.memslot.hotplug.slot.SlotPlan;
import org.memslot.hotplug.slot.SlotState;
import org.memslot.hotplug.state.ContentLoading;
import org.memslot.hotplug.state.StateFileException;
import org.memslot.machine.AddressRange;
import org.memslot.machine.Backing;
import org.memslot.machine.RamRegion;
import org.memslot.testing.Seeds;

/** The contents of slots in a state file, loaded at once or when they are touched. */
class StateContentsTest {
  private static final long BASE = 1L << 32;
  private static final int SLOTS = 2;
  private static final int PAGE = 4096;
  private static final int SIZE = 2 << 20;

  /** With {@code -Dcontents.mebibytes=4096} there are more pieces than Linux would map. */
  private static final long PIECES = Long.getLong("contents.mebibytes", 64) << 20;

  @TempDir Path directory;
  private Path file = Path.of("");

  @BeforeEach
  void name() {
    file = directory.resolve("state");
  }

  private static TestMachine machine() {
    List<SlotPlan> plans = new ArrayList<>();
    for (int i = 0; i < SLOTS; i++) {
      AddressRange range = AddressRange.of(BASE + (long) i * SIZE, SIZE);
      plans.add(new SlotPlan.Named("s" + i, range, 0, false));
    }
    return new TestMachine(HotplugInterfaces.MEMSLOT, HotplugSettings.defaults(), plans);
  }

  private static TestMachine populated() {
    TestMachine machine = machine();
    for (int i = 0; i < SLOTS; i++) {
      machine.controller.add("s" + i);
    }
    return machine;
  }

  private TestMachine restored(ContentLoading loading) throws IOException, StateFileException {
    return restored(loading, RamRegion::create);
  }

  private TestMachine restored(ContentLoading loading, RamAllocator allocator)
      throws IOException, StateFileException {
    TestMachine machine = machine();
    machine.allocator = allocator;
    machine.controller.restore(file, loading);
    return machine;
  }

  private static byte[] memory(TestMachine machine) {
    byte[] bytes = new byte[SLOTS * SIZE];
    machine.memory.read(BASE, bytes, 0, bytes.length);
    return bytes;
  }

  /** Runs of any length, from a page that is copied to several mebibytes that are mapped. */
  private static void scribble(TestMachine machine, Random random) {
    for (int n = random.nextInt(30); n >= 0; n--) {
      byte[] bytes = new byte[1 + random.nextInt(1 << random.nextInt(21))];
      random.nextBytes(bytes);
      long at = random.nextInt(SLOTS * SIZE - bytes.length);
      machine.memory.write(BASE + at, bytes, 0, bytes.length);
    }
    if (random.nextBoolean()) {
      long page = (long) random.nextInt(SLOTS * SIZE / PAGE) * PAGE;
      machine.memory.write(BASE + page, new byte[PAGE], 0, PAGE);
    }
  }

  @Test
  void lazyAndEagerGiveTheSameBytes() throws Exception {
    Random random = Seeds.random("StateContentsTest.same");
    RamAllocator memfd = (name, size) -> RamRegion.create(name, size, Backing.MEMFD);
    for (int run = 0; run < 15; run++) {
      TestMachine saved = populated();
      scribble(saved, random);
      byte[] expected = memory(saved);
      saved.controller.save(file, Map.of());
      TestMachine lazy = restored(ContentLoading.LAZY);
      TestMachine eager = restored(ContentLoading.EAGER);
      TestMachine other = restored(ContentLoading.LAZY, memfd);
      assertThat(memory(lazy)).isEqualTo(expected);
      assertThat(memory(eager)).isEqualTo(expected);
      assertThat(memory(other)).isEqualTo(expected);

      long next = random.nextLong();
      scribble(lazy, new Random(next));
      scribble(eager, new Random(next));
      assertThat(memory(lazy)).isEqualTo(memory(eager));
      saved.controller.save(directory.resolve("same"), Map.of());
      assertThat(Files.mismatch(file, directory.resolve("same"))).isEqualTo(-1);
    }
  }

  /** Whether some of this process' memory is made of the file. */
  private boolean isMapped() throws IOException {
    String name = file.toRealPath().toString();
    try (Stream<String> maps = Files.lines(Path.of("/proc/self/maps"))) {
      return maps.anyMatch(line -> line.endsWith(name));
    }
  }

  @Test
  void onlyLazyLoadingMakesMemoryOfTheFile() throws Exception {
    assumeThat(Path.of("/proc/self/maps")).exists();
    TestMachine saved = populated();
    for (long at = 0; at < SIZE; at += PAGE) {
      saved.memory.write64(BASE + at, ~at);
    }
    saved.controller.save(file, Map.of());
    TestMachine eager = restored(ContentLoading.EAGER);
    assertThat(isMapped()).isFalse();
    TestMachine lazy = restored(ContentLoading.LAZY);
    assertThat(isMapped()).isTrue();
    assertThat(memory(lazy)).isEqualTo(memory(eager));
  }

  /** As an operator does it: load a file, go on, save under the same name, load that. */
  @ParameterizedTest
  @EnumSource(ContentLoading.class)
  void aFileIsReplacedWhileMemoryIsMadeOfIt(ContentLoading loading) throws Exception {
    Random random = Seeds.random("StateContentsTest.replaced");
    TestMachine machine = populated();
    for (int generation = 0; generation < 5; generation++) {
      scribble(machine, random);
      byte[] expected = memory(machine);
      machine.controller.save(file, Map.of());
      TestMachine next = restored(loading);
      machine = next;
      assertThat(memory(machine)).isEqualTo(expected);
    }
    byte[] expected = memory(machine);
    Files.delete(file);
    assertThat(memory(machine)).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource(ContentLoading.class)
  void memoryThatComesAgainIsEmpty(ContentLoading loading) throws Exception {
    TestMachine saved = populated();
    for (long at = 0; at < SIZE; at += 8) {
      saved.memory.write64(BASE + at, ~at);
    }
    saved.controller.save(file, Map.of());
    TestMachine machine = restored(loading);
    assertThat(machine.memory.read64(BASE + 8)).isEqualTo(~8L);
    machine.bit(0);
    machine.controller.delete("s0");
    machine.eject(0);
    assertThat(machine.state("s0")).isEqualTo(SlotState.EMPTY);
    assertThat(machine.isFreed(0)).isTrue();
    machine.controller.add("s0");
    byte[] fresh = new byte[SIZE];
    machine.memory.read(BASE, fresh, 0, SIZE);
    assertThat(fresh).containsOnly(0);
  }

  /** Long pieces are mapped, short ones and what is beyond counting are copied. */
  @Test
  void anyNumberOfPiecesIsRestored() throws Exception {
    List<SlotPlan> plans =
        List.of(new SlotPlan.Named("big", AddressRange.of(BASE, PIECES), 0, false));
    TestMachine saved =
        new TestMachine(HotplugInterfaces.MEMSLOT, HotplugSettings.defaults(), plans);
    saved.controller.add("big");
    for (long at = 0; at < PIECES; at += PAGE) {
      if (isWritten(at)) {
        saved.memory.write64(BASE + at, at + 1);
      }
    }
    saved.controller.save(file, Map.of());
    TestMachine machine =
        new TestMachine(HotplugInterfaces.MEMSLOT, HotplugSettings.defaults(), plans);
    machine.controller.restore(file, ContentLoading.LAZY);
    for (long at = 0; at < PIECES; at += PAGE) {
      long value = machine.memory.read64(BASE + at);
      if (value != (isWritten(at) ? at + 1 : 0)) {
        throw new AssertionError("at 0x%x: 0x%x".formatted(at, value));
      }
    }
  }

  /** Sixteen pages, one free, one, one free, and so on. */
  private static boolean isWritten(long at) {
    long page = at / PAGE % 19;
    return page < 16 || page == 17;
  }

  /** The guest is not stopped for it, and what it writes meanwhile makes no checksum wrong. */
  @Test
  void whileAGuestWritesTheFileIsWhole() throws Exception {
    TestMachine saved = populated();
    AtomicBoolean stop = new AtomicBoolean();
    Thread guest =
        Thread.ofPlatform()
            .start(
                () -> {
                  for (long n = 1; !stop.get(); n++) {
                    saved.memory.write64(BASE + (n * 8 & (SIZE - 1)), n);
                  }
                });
    try {
      for (int i = 0; i < 20; i++) {
        saved.controller.save(file, Map.of());
        assertThat(restored(ContentLoading.EAGER).memory.read64(BASE)).isNotEqualTo(-1);
      }
    } finally {
      stop.set(true);
      guest.join();
    }
  }

  /** As an operator may do to the file of a machine that runs on. */
  @Test
  @Timeout(60)
  void aFileThatIsCutShortTakesNothingFromTheGuestOrTheNextSave() throws Exception {
    TestMachine saved = populated();
    for (long at = 0; at < SIZE; at += PAGE) {
      saved.memory.write64(BASE + at, ~at);
    }
    saved.controller.save(file, Map.of());
    TestMachine lazy = restored(ContentLoading.LAZY);
    try (FileChannel writer = FileChannel.open(file, StandardOpenOption.WRITE)) {
      writer.truncate(PAGE);
    }
    assertThat(memory(lazy)).isEqualTo(memory(saved));
    lazy.controller.save(directory.resolve("next"), Map.of());
    saved.controller.save(directory.resolve("same"), Map.of());
    assertThat(Files.mismatch(directory.resolve("next"), directory.resolve("same"))).isEqualTo(-1);
  }
}
