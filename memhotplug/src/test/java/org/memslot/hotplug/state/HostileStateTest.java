package org.memslot.hotplug.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.memslot.bios.device.Devices;
import org.memslot.hotplug.GpeBlock;
import org.memslot.hotplug.MemoryHotplugController;
import org.memslot.hotplug.MemorySlot;
import org.memslot.hotplug.device.HotplugInterfaces;
import org.memslot.hotplug.slot.AddressMap;
import org.memslot.hotplug.slot.AnonymousSpace;
import org.memslot.hotplug.slot.SlotPlan;
import org.memslot.hotplug.slot.SlotRequest;
import org.memslot.hotplug.slot.SlotState;
import org.memslot.machine.AddressRange;
import org.memslot.machine.AddressSpace;
import org.memslot.machine.ByteSize;
import org.memslot.machine.LevelInterruptLine;

/**
 * State files with right checksums that no machine has saved: their slots are judged as an
 * operator's commands are.
 */
class HostileStateTest {
  private static final AddressMap MAP = AddressMap.pc(512 * ByteSize.MIB, 0, Set.of(0, 1));

  @TempDir private Path directory;

  /** A machine with one anonymous slot, and one that has a range. */
  private static final class Machine {
    private final AddressSpace memory = AddressSpace.memory("memory");
    private final AddressSpace ports = AddressSpace.ports("ports");
    private final MemoryHotplugController controller =
        MemoryHotplugController.builder(
                memory, HotplugInterfaces.QEMU, new GpeBlock(new LevelInterruptLine("SCI")))
            .slots(
                List.of(
                    new SlotPlan.Anonymous("slot0"),
                    new SlotPlan.Named(
                        "named", AddressRange.of(8 * ByteSize.GIB, ByteSize.GIB), 0, false)))
            .anonymousSpace(new AnonymousSpace(MAP, ByteSize.of(2 * ByteSize.GIB)))
            .clock(() -> Instant.EPOCH)
            .build();

    Machine() {
      new Devices(List.of(controller.registers())).plug(memory, ports);
    }
  }

  private Path saved(int states, int flags, int node, long first, long last) throws IOException {
    Path file = directory.resolve("state");
    Machine machine = new Machine();
    machine.controller.add(SlotRequest.parse("size=128M"));
    machine.controller.save(file, Map.of());
    byte[] content = Files.readAllBytes(file);
    ByteBuffer buffer = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    // Header of the section, count, length of the name, "slot0"; see StateEncoding.
    int at = StateFileChecksums.sections(content) + 8 + 4 + 1 + 5;
    buffer.put(at, (byte) states).put(at + 1, (byte) flags).putInt(at + 2, node);
    buffer.putLong(at + 6, first).putLong(at + 14, last);
    StateFileChecksums.correct(content);
    return Files.write(file, content);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "4294967587 | 4294971391 | 0 | memslot slot0: size 3805 (0xedd) is not a multiple of 128M",
        "0 | -1 | 0 | memslot slot0: size is 0",
        "4294967296 | 4429185023 | 2147483647 | node 2147483647 does not exist",
        "4294967296 | 4429185023 | -1 | a node is a decimal number",
        "-9223372036854775808 | -9223372036720558081 | 0 | passes the last physical address",
        "0 | 134217727 | 0 | overlaps RAM below 4G",
        "4160749568 | 4294967295 | 0 | overlaps the PCI hole",
        "8589934592 | 8724152319 | 0 | overlaps memslot named",
        "4294967296 | 7516192767 | 0 | is more than the 2G that are left for anonymous slots",
      })
  void aPlaceThatAddWouldRefuseIsRefused(long first, long last, int node, String reason)
      throws Exception {
    Path file = saved(1, 8 | 2, node, first, last);
    Machine machine = new Machine();
    assertThatThrownBy(() -> machine.controller.restore(file, ContentLoading.LAZY))
        .isInstanceOf(StateFileException.class)
        .hasMessageContaining("no machine has saved it: ")
        .hasMessageContaining(reason);
    assertThat(machine.memory.view().ranges()).isEmpty();
    assertThat(machine.controller.slots()).allMatch(slot -> slot.state() == SlotState.EMPTY);
  }

  @Test
  void aPlaceThatAddWouldTakeIsTaken() throws Exception {
    Path file = saved(1, 8 | 2, 1, 6L << 30, (7L << 30) - 1);
    Machine machine = new Machine();
    machine.controller.restore(file, ContentLoading.LAZY);
    MemorySlot slot = machine.controller.slot("slot0").orElseThrow();
    assertThat(slot.size()).isEqualTo(ByteSize.parse("1G"));
    assertThat(slot.node()).isEqualTo(1);
  }

  /**
   * A refusal of the guest would leave the slot empty with memory on the bus, or asked for ever.
   */
  @ParameterizedTest
  @ValueSource(ints = {0, 3, 4})
  void aRequestThatLeadsBackToNoMemoryIsRefused(int before) throws Exception {
    Path file = saved(3 | before << 4, 8, 0, 4L << 30, (4L << 30) + (128 << 20) - 1);
    assertThatThrownBy(() -> new Machine().controller.restore(file, ContentLoading.LAZY))
        .isInstanceOf(StateFileException.class)
        .hasMessageContaining("its memory was asked for while the slot was");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aRequestGoesBackWhereItCameFrom(int before) throws Exception {
    Path file = saved(3 | before << 4, 0xff & ~1, 0, 4L << 30, (4L << 30) + (128 << 20) - 1);
    Machine machine = new Machine();
    machine.controller.restore(file, ContentLoading.LAZY);
    machine.ports.write32(0xa00, 0);
    machine.ports.write32(0xa04, 3);
    machine.ports.write32(0xa08, 0x80);
    assertThat(machine.controller.slot("slot0").orElseThrow().state())
        .isEqualTo(before == 1 ? SlotState.POPULATED : SlotState.ONLINE);
  }
}
