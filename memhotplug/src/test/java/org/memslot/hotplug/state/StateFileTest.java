package org.memslot.hotplug.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.memslot.aml.ByteList;
import org.memslot.hotplug.CommandResult;
import org.memslot.hotplug.HotplugInterface;
import org.memslot.hotplug.HotplugSettings;
import org.memslot.hotplug.RamAllocator;
import org.memslot.hotplug.TestMachine;
import org.memslot.hotplug.device.HotplugInterfaces;
import org.memslot.hotplug.device.QemuHotplugDevice;
import org.memslot.hotplug.slot.SlotPlan;
import org.memslot.hotplug.slot.SlotState;
import org.memslot.machine.AddressRange;
import org.memslot.machine.ByteSize;
import org.memslot.testing.Seeds;

class StateFileTest {
  private static final long BASE = 1L << 32;
  private static final long SIZE = 64 * ByteSize.KIB;
  private static final int SLOTS = 6;
  private static final int STEP = Integer.getInteger("file.step", 64);
  private static final String SMALL = "id=a,size=128M,start=4G";

  @TempDir Path directory;
  private Path file = Path.of("");

  @BeforeEach
  void name() {
    file = directory.resolve("state");
  }

  private static TestMachine machine(HotplugInterface kind) {
    List<SlotPlan> plans = new ArrayList<>();
    for (int i = 0; i < SLOTS; i++) {
      AddressRange range = AddressRange.of(BASE + i * SIZE, SIZE);
      plans.add(new SlotPlan.Named("s" + i, range, i, i == 5));
    }
    return new TestMachine(kind, HotplugSettings.defaults(), plans);
  }

  /**
   * Every state: s0 empty, s1 populated, s2 online, s3 asked for, s4 leaving, s5 there from the
   * start.
   */
  private static TestMachine busy(HotplugInterface kind) {
    TestMachine machine = machine(kind);
    machine.controller.populateAtStart();
    for (int slot = 1; slot < 5; slot++) {
      machine.controller.add("s" + slot);
    }
    for (int slot = 0; slot < SLOTS; slot++) {
      machine.bit(slot);
    }
    say(machine, 2, 1, 0);
    say(machine, 3, 1, 0);
    machine.controller.delete("s3");
    for (int slot = 1; slot < SLOTS; slot++) {
      machine.memory.write64(BASE + slot * SIZE + 0x2008, 0x1111_1111_1111_1111L * slot);
      machine.memory.write8(BASE + slot * SIZE + SIZE - 1, slot);
    }
    return machine;
  }

  /** _OST through whichever interface there is. */
  private static void say(TestMachine machine, int slot, int source, int status) {
    if (machine.device instanceof QemuHotplugDevice) {
      machine.ports.write32(0xa00, slot);
      machine.ports.write32(0xa04, source);
      machine.ports.write32(0xa08, status);
    } else if (source == 1) {
      machine.report(TestMachine.ADD_SUCCEEDED, slot);
    } else {
      machine.refuseRemoval(slot, status);
    }
  }

  private static void eject(TestMachine machine, int slot) {
    if (machine.device instanceof QemuHotplugDevice) {
      machine.ports.write32(0xa00, slot);
      machine.ports.write32(0xa14, 8);
    } else {
      machine.eject(slot);
    }
  }

  private StateFileProblem refusal() {
    return refusal(machine(HotplugInterfaces.MEMSLOT));
  }

  private StateFileProblem refusal(TestMachine machine) {
    try {
      machine.controller.restore(file, ContentLoading.LAZY);
    } catch (StateFileException e) {
      assertThat(e).hasMessage(file + ": " + e.problem().message());
      if (machine.events.isEmpty()) {
        assertThat(machine.controller.slots()).allMatch(slot -> slot.state() == SlotState.EMPTY);
        assertThat(machine.memory.view().ranges()).isEmpty();
        for (int i = 0; i < machine.allocated.size(); i++) {
          assertThat(machine.isFreed(i)).isTrue();
        }
      }
      return e.problem();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    throw new AssertionError("restored");
  }

  @ParameterizedTest
  @FieldSource("org.memslot.hotplug.device.HotplugInterfaces#STANDARD")
  void everythingComesBack(HotplugInterface kind) throws Exception {
    TestMachine saved = busy(kind);
    saved.ports.write16(TestMachine.GPE_PORT + 2, 0x0108);
    saved.controller.save(file, Map.of("fw_cfg", ByteList.of((byte) 1, (byte) 2)));
    byte[] registers = registers(saved);

    TestMachine restored = machine(kind);
    assertThat(restored.controller.restore(file, ContentLoading.LAZY))
        .isEqualTo(Map.of("fw_cfg", ByteList.of((byte) 1, (byte) 2)));

    assertThat(restored.lines()).containsExactly("guest restored");
    for (int slot = 0; slot < SLOTS; slot++) {
      assertThat(restored.state("s" + slot)).isEqualTo(saved.state("s" + slot));
      for (long at = 0; at < SIZE; at += 8) {
        long address = BASE + slot * SIZE + at;
        assertThat(restored.memory.read64(address)).isEqualTo(saved.memory.read64(address));
      }
    }
    assertThat(registers(restored)).isEqualTo(registers);
    assertThat(restored.gpe.status()).isEqualTo(saved.gpe.status());
    assertThat(restored.gpe.enabled()).isEqualTo(0x0108);
    assertThat(restored.sci.isAsserted()).isTrue();

    say(restored, 3, 3, 0x82);
    assertThat(restored.state("s3")).isEqualTo(SlotState.ONLINE);
    restored.controller.delete("s3");
    eject(restored, 3);
    assertThat(restored.state("s3")).isEqualTo(SlotState.EMPTY);
  }

  private static byte[] registers(TestMachine machine) {
    byte[] seen = new byte[64];
    machine.ports.read(0xaf20, seen, 0, 32);
    machine.ports.read(0xa00, seen, 32, 24);
    return seen;
  }

  /** Its deletion ends with an event in the process that goes on. */
  @Test
  void memoryThatIsLeavingIsNotSaved() throws Exception {
    TestMachine saved = busy(HotplugInterfaces.MEMSLOT);
    var pin = saved.allocated.getLast().pin("vhost");
    saved.controller.delete("s4");
    saved.eject(4);
    assertThat(saved.state("s4")).isEqualTo(SlotState.EJECTING);
    saved.controller.save(file, Map.of());
    TestMachine restored = machine(HotplugInterfaces.MEMSLOT);
    restored.controller.restore(file, ContentLoading.LAZY);
    assertThat(restored.state("s4")).isEqualTo(SlotState.EMPTY);
    assertThat(restored.memory.read64(BASE + 4 * SIZE)).isEqualTo(-1);
    assertThat(restored.lines()).containsExactly("guest restored", "memslot s4 deleted");
    assertThat(restored.controller.add("s4")).isInstanceOf(CommandResult.Started.class);
    pin.close();
  }

  @Test
  void onlyPagesThatAreNotZeroAreWritten() throws Exception {
    TestMachine saved = machine(HotplugInterfaces.MEMSLOT);
    saved.controller.add("s0");
    saved.controller.save(file, Map.of());
    long empty = Files.size(file);
    saved.memory.write8(BASE + 5, 1);
    saved.memory.write8(BASE + 4096 * 7, 1);
    saved.memory.write8(BASE + 4096 * 8, 1);
    saved.controller.save(file, Map.of());
    assertThat(Files.size(file)).isEqualTo(empty + 3 * 4096 + (8 + 2 * 24 + 4));
  }

  @Test
  void aFileOfAnotherKindOrVersionIsRefused() throws Exception {
    Files.write(file, new byte[0]);
    assertThat(refusal()).isEqualTo(new StateFileProblem.NotAStateFile());
    Files.writeString(file, "PNG and what not, surely longer than a header");
    assertThat(refusal()).isEqualTo(new StateFileProblem.NotAStateFile());
    busy(HotplugInterfaces.MEMSLOT).controller.save(file, Map.of());
    byte[] content = Files.readAllBytes(file);
    content[8] = 3;
    Files.write(file, content);
    assertThat(refusal().message()).isEqualTo("it is of version 3; this program reads version 2");
  }

  /** A file of version 1, which began with 16 bytes and a section for the slots. */
  @Test
  void aFileOfTheFirstVersionIsRefused() throws Exception {
    Files.write(file, HexFormat.of().parseHex("6d656d736c6f74000100000000000000010000001e000000"));
    assertThat(refusal()).isEqualTo(new StateFileProblem.OtherVersion(1, 2));
    assertThat(refusal().message()).isEqualTo("it is of version 1; this program reads version 2");
  }

  @Test
  void aTruncatedFileIsRefusedWhereverItEnds() throws Exception {
    busy(HotplugInterfaces.MEMSLOT).controller.save(file, Map.of("x", ByteList.ascii("extra")));
    byte[] content = Files.readAllBytes(file);
    Random random = Seeds.random("StateFileTest.truncated");
    for (int i = 0; i < 300; i++) {
      int length = i < 200 ? i : random.nextInt(content.length);
      Files.write(file, Arrays.copyOf(content, length));
      StateFileProblem problem = refusal();
      if (length < 8) {
        assertThat(problem).isEqualTo(new StateFileProblem.NotAStateFile());
      } else {
        assertThat(problem).isEqualTo(new StateFileProblem.Truncated(length));
      }
    }
  }

  @Test
  void anAlteredFileIsRefusedWhicheverBitItIs() throws Exception {
    busy(HotplugInterfaces.MEMSLOT).controller.save(file, Map.of("x", ByteList.ascii("extra")));
    byte[] content = Files.readAllBytes(file);
    Random random = Seeds.random("StateFileTest.altered");
    for (int i = 0; i < 400; i++) {
      int at = i < 200 ? i : random.nextInt(content.length);
      byte[] altered = content.clone();
      altered[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, altered);
      refusal();
    }
  }

  /**
   * Also the bytes that the random ones miss: every one of a small file's header and sections, and
   * with {@code -Dfile.step=1} of its page and of the header's unused part, and every length that
   * ends there.
   */
  @Test
  void everyByteCountsAndEveryLengthIsTooShort() throws Exception {
    TestMachine small = TestMachine.of(HotplugInterfaces.QEMU, HotplugSettings.defaults(), SMALL);
    small.controller.add("a");
    small.memory.write64(BASE + 0x3000, 0x0123_4567_89ab_cdefL);
    small.controller.save(file, Map.of("x", ByteList.ascii("extra")));
    byte[] content = Files.readAllBytes(file);
    TestMachine fresh = TestMachine.of(HotplugInterfaces.QEMU, HotplugSettings.defaults(), SMALL);
    for (int at = 0; at < content.length; at++) {
      boolean unused = at > 512 && at < 4096 - 16;
      boolean page = at > 4096 + 512 && at < 4096 + 3584;
      if ((unused || page) && at % STEP != 0) {
        continue;
      }
      byte[] altered = content.clone();
      altered[at] ^= (byte) (1 + at % 255);
      Files.write(file, altered);
      refusal(fresh);
      Files.write(file, Arrays.copyOf(content, at));
      refusal(fresh);
    }
    Files.write(file, content);
    fresh.controller.restore(file, ContentLoading.LAZY);
    assertThat(fresh.memory.read64(BASE + 0x3000)).isEqualTo(0x0123_4567_89ab_cdefL);
  }

  @Test
  void whatFollowsTheEndIsRefused() throws Exception {
    busy(HotplugInterfaces.MEMSLOT).controller.save(file, Map.of());
    byte[] content = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(content, content.length + 3));
    assertThat(refusal().message()).contains("3 bytes follow the end");
  }

  /** A file in which everything is right but that one of its sections is there twice. */
  private static byte[] withTwice(byte[] content, int type) {
    ByteBuffer from = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    ByteBuffer to = StateFormat.buffer(2 * content.length);
    int at = (int) from.getLong(24);
    to.put(content, 0, at);
    long sections = 0;
    while (from.getInt(at) != StateFormat.END) {
      int length = StateFormat.SECTION_HEADER + from.getInt(at + 4) + StateFormat.CHECKSUM;
      int times = from.getInt(at) == type ? 2 : 1;
      for (int i = 0; i < times; i++) {
        to.put(content, at, length);
      }
      sections += times;
      at += length;
    }
    int end = to.position();
    to.putInt(StateFormat.END).putInt(Long.BYTES).putLong(sections);
    to.putInt(StateFormat.checksum(to.slice(end, to.position() - end)));
    to.putLong(16, to.position());
    int checked = StateFormat.PAGE - StateFormat.CHECKSUM;
    to.putInt(checked, StateFormat.checksum(to.slice(0, checked)));
    byte[] bytes = new byte[to.position()];
    to.get(0, bytes);
    return bytes;
  }

  @Test
  void aSectionThatComesTwiceIsRefused() throws Exception {
    busy(HotplugInterfaces.MEMSLOT)
        .controller
        .save(file, Map.of("board", ByteList.of(new byte[] {1})));
    byte[] content = Files.readAllBytes(file);
    assertThat(withTwice(content, -1)).isEqualTo(content);
    Map<Integer, String> words =
        Map.of(
            StateFormat.SLOTS, "slots for the second time",
            StateFormat.REGISTERS, "registers for the second time",
            StateFormat.GPE, "events for the second time",
            StateFormat.EXTRA, "\"board\" for the second time");
    for (Map.Entry<Integer, String> word : words.entrySet()) {
      Files.write(file, withTwice(content, word.getKey()));
      assertThat(refusal().message()).contains(word.getValue());
    }
  }

  @Test
  void aFileOfAnotherMachineIsRefused() throws Exception {
    busy(HotplugInterfaces.MEMSLOT).controller.save(file, Map.of());
    assertThat(refusal(machine(HotplugInterfaces.QEMU)).message())
        .isEqualTo(
            "it is of another machine: it was saved with another register interface; use the"
                + " one that it was saved with");
    assertThat(refusal(TestMachine.of("id=a,size=128M")).message())
        .isEqualTo(
            "it is of another machine: it has 6 slots, this one 1; start with the options it was"
                + " saved with");
    List<SlotPlan> moved = new ArrayList<>();
    for (int i = 0; i < SLOTS; i++) {
      moved.add(new SlotPlan.Named("s" + i, AddressRange.of(i * SIZE, SIZE), i, false));
    }
    TestMachine other =
        new TestMachine(HotplugInterfaces.MEMSLOT, HotplugSettings.defaults(), moved);
    assertThat(refusal(other).message())
        .isEqualTo(
            "it is of another machine: slot s0 was at 0x100000000-0x10000ffff in node 0, here it is"
                + " at 0x0-0xffff in node 0; start with the options it was saved with");
    TestMachine running = busy(HotplugInterfaces.MEMSLOT);
    assertThat(refusal(running).message())
        .isEqualTo(
            "it is of another machine: this one has slots in use; restore into a machine that has"
                + " not started");
    assertThat(running.state("s2")).isEqualTo(SlotState.ONLINE);
  }

  @Test
  void aHostWithoutMemoryRestoresNothing() throws Exception {
    busy(HotplugInterfaces.MEMSLOT).controller.save(file, Map.of());
    TestMachine poor = machine(HotplugInterfaces.MEMSLOT);
    RamAllocator rich = poor.allocator;
    poor.allocator =
        (name, size) -> {
          if (name.endsWith("s4")) {
            throw new OutOfMemoryError("no");
          }
          return rich.allocate(name, size);
        };
    assertThat(refusal(poor)).isInstanceOf(StateFileProblem.NoMemory.class);
  }

  @Test
  void aFileThatCannotBeWrittenLeavesTheOldOne() throws Exception {
    TestMachine machine = busy(HotplugInterfaces.MEMSLOT);
    machine.controller.save(file, Map.of());
    byte[] old = Files.readAllBytes(file);
    Map<String, ByteList> tooMuch = Map.of("board", ByteList.of(new byte[17 << 20]));
    assertThatThrownBy(() -> machine.controller.save(file, tooMuch))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "the state of \"board\" has 17825799 bytes; a state file holds at most 16777216");
    assertThat(Files.readAllBytes(file)).isEqualTo(old);
    assertNothingBeside("state");
    assertThat(machine.allocated.getFirst().pins()).isEmpty();
  }

  @Test
  void aDirectoryOfThatNameStaysAndNothingIsLeft() throws Exception {
    Files.createDirectories(file.resolve("inside"));
    TestMachine machine = busy(HotplugInterfaces.MEMSLOT);
    assertThatThrownBy(() -> machine.controller.save(file, Map.of()))
        .isInstanceOf(IOException.class)
        .hasMessage(file + ": it is a directory");
    assertNothingBeside("state");
    assertThat(machine.allocated.getFirst().pins()).isEmpty();
  }

  private void assertNothingBeside(String name) throws IOException {
    try (var files = Files.list(directory)) {
      assertThat(files.map(path -> path.getFileName().toString())).containsExactly(name);
    }
  }

  /** As two clients of the monitor do it, while the guest writes. */
  @Test
  void everyFileOfSavesThatMeetIsWhole() throws Exception {
    TestMachine machine = busy(HotplugInterfaces.MEMSLOT);
    AtomicReference<Throwable> failure = new AtomicReference<>();
    List<Thread> savers = new ArrayList<>();
    for (int saver = 0; saver < 3; saver++) {
      savers.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    try {
                      for (int i = 0; i < 30; i++) {
                        machine.controller.save(file, Map.of());
                      }
                    } catch (IOException | RuntimeException e) {
                      failure.set(e);
                    }
                  }));
    }
    Random random = Seeds.random("StateFileTest.meet");
    for (int i = 0; i < 60; i++) {
      machine.memory.write64(BASE + SIZE + (random.nextInt((int) SIZE) & ~7), random.nextLong());
      if (Files.exists(file)) {
        machine(HotplugInterfaces.MEMSLOT).controller.restore(file, ContentLoading.EAGER);
      }
    }
    for (Thread saver : savers) {
      saver.join();
    }
    assertThat(failure.get()).isNull();
    machine(HotplugInterfaces.MEMSLOT).controller.restore(file, ContentLoading.EAGER);
    assertNothingBeside("state");
  }

  /** As quit does it: the first page is read while the machine ends. */
  @Test
  void aMachineThatEndsGivesUpItsSave() throws Exception {
    TestMachine machine = busy(HotplugInterfaces.MEMSLOT);
    machine.controller.endSaves();
    assertThatThrownBy(() -> machine.controller.save(file, Map.of()))
        .isInstanceOf(IOException.class)
        .hasMessage("the machine has ended");
    assertThat(file).doesNotExist();
  }

  /** Sections with right checksums and any content. */
  @Test
  void anyBytesAreRestoredWholeOrRefused() throws Exception {
    Random random = Seeds.random("StateFileTest.any");
    busy(HotplugInterfaces.MEMSLOT).controller.save(file, Map.of("x", ByteList.ascii("extra")));
    byte[] content = Files.readAllBytes(file);
    for (int i = 0; i < 2_000; i++) {
      byte[] altered = content.clone();
      int sections = StateFileChecksums.sections(content);
      for (int n = 1 + random.nextInt(3); n > 0; n--) {
        int at =
            random.nextInt(10) == 0
                ? 12 + random.nextInt(24)
                : sections + random.nextInt(content.length - sections);
        altered[at] = (byte) random.nextInt(256);
      }
      StateFileChecksums.correct(altered);
      Files.write(file, altered);
      TestMachine machine = machine(HotplugInterfaces.MEMSLOT);
      try {
        machine.controller.restore(file, ContentLoading.LAZY);
      } catch (StateFileException e) {
        assertThat(machine.controller.slots()).allMatch(slot -> slot.state() == SlotState.EMPTY);
      }
    }
  }
}
