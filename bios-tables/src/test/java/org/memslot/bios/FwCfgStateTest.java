package org.memslot.bios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.memslot.aml.ByteList;
import org.memslot.machine.AddressSpace;
import org.memslot.machine.RamRegion;
import org.memslot.testing.Seeds;

/** What a guest has made of fw_cfg goes on in another device. */
class FwCfgStateTest {
  private static final int RAM = 0x1000;
  private static final int DESCRIPTOR = 0x100;
  private static final int BUFFER = 0x200;

  /** A device with items, a file and a file that can be written, on buses of its own. */
  private static final class Machine {
    private final AddressSpace memory = AddressSpace.memory("memory");
    private final AddressSpace ports = AddressSpace.ports("ports");
    private final FwCfg fwCfg = new FwCfg(memory);
    private final List<ByteList> heard = new ArrayList<>();

    Machine() {
      memory.change(edit -> edit.add(0, RamRegion.create("ram", RAM)));
      ports.change(fwCfg::attach);
      fwCfg.addU16(FwCfgKey.NB_CPUS, 4);
      fwCfg.addFile("etc/read", ByteList.ascii("0123456789abcdef"));
      fwCfg.addWritableFile("etc/written", ByteList.ascii("--------"), heard::add);
    }

    /** What the guest sees of one random access. */
    String access(Random random) {
      switch (random.nextInt(4)) {
        case 0 ->
            ports.write16(
                FwCfg.SELECTOR_PORT,
                new int[] {0, 1, 5, 0x19, 0x20, 0x21, 0x4005}[random.nextInt(7)]);
        case 1 -> ports.write32(FwCfg.DMA_PORT, random.nextInt(8) == 0 ? 1 << 24 : 0);
        case 2 -> descriptor(random);
        default -> {
          return Integer.toString(ports.read8(FwCfg.DATA_PORT));
        }
      }
      byte[] ram = new byte[RAM];
      memory.read(0, ram, 0, RAM);
      return HexFormat.of().formatHex(ram, BUFFER, BUFFER + 16) + ram[DESCRIPTOR + 3];
    }

    private void descriptor(Random random) {
      byte[] text = new byte[16];
      random.nextBytes(text);
      memory.write(BUFFER, text, 0, text.length);
      int key = 0x20 + random.nextInt(2);
      int control = (random.nextBoolean() ? key << 16 | 8 : 0) | 2 << random.nextInt(4);
      byte[] descriptor =
          ByteBuffer.allocate(16).putInt(control).putInt(random.nextInt(9)).putLong(BUFFER).array();
      memory.write(DESCRIPTOR, descriptor, 0, descriptor.length);
      ports.write32(FwCfg.DMA_PORT + 4, Integer.reverseBytes(DESCRIPTOR));
    }

    void takeFrom(Machine other) {
      byte[] ram = new byte[RAM];
      other.memory.read(0, ram, 0, RAM);
      memory.write(0, ram, 0, RAM);
      fwCfg.restore(FwCfgState.decode(other.fwCfg.state().encode()));
    }
  }

  @Test
  void aGuestFindsTheDeviceAsItLeftIt() {
    Random random = Seeds.random("FwCfgStateTest", 20120419);
    for (int run = 0; run < 200; run++) {
      Machine first = new Machine();
      for (int i = random.nextInt(50); i > 0; i--) {
        first.access(random);
      }
      Machine second = new Machine();
      second.takeFrom(first);
      assertThat(second.fwCfg.state()).isEqualTo(first.fwCfg.state());
      assertThat(second.fwCfg.file("etc/written")).isEqualTo(first.fwCfg.file("etc/written"));
      assertThat(second.heard).containsExactly(first.fwCfg.file("etc/written").orElseThrow());
      long next = random.nextLong();
      Random left = new Random(next);
      Random right = new Random(next);
      for (int i = 0; i < 50; i++) {
        assertThat(second.access(right)).isEqualTo(first.access(left));
      }
    }
  }

  @Test
  void theBytesAreTheseOnes() {
    Machine machine = new Machine();
    machine.ports.write16(FwCfg.SELECTOR_PORT, 0x20);
    machine.ports.read8(FwCfg.DATA_PORT);
    machine.ports.write32(FwCfg.DMA_PORT, Integer.reverseBytes(0x12345678));
    byte[] expected =
        ByteBuffer.allocate(45)
            .order(ByteOrder.BIG_ENDIAN)
            .putShort((short) 1)
            .putShort((short) 0x20)
            .putInt(1)
            .putLong(0x12345678_00000000L)
            .putInt(1)
            .putShort((short) 11)
            .put(ByteList.ascii("etc/written").toArray())
            .putInt(8)
            .put(ByteList.ascii("--------").toArray())
            .array();
    assertThat(machine.fwCfg.state().encode()).isEqualTo(ByteList.of(expected));
  }

  @Test
  void aDeviceWithOtherFilesTakesNothing() {
    Machine machine = new Machine();
    FwCfgState before = machine.fwCfg.state();
    for (String name : List.of("absent", "etc/read", "etc/written")) {
      FwCfgState other = new FwCfgState(0x19, 2, 0, Map.of(name, ByteList.ascii("xyz")));
      assertThatThrownBy(() -> machine.fwCfg.restore(other))
          .isInstanceOf(FirmwareDataException.class)
          .hasMessageContaining("file " + name + " of 3 bytes was written, and here is ");
    }
    assertThat(machine.fwCfg.state()).isEqualTo(before);
    assertThat(machine.heard).isEmpty();
  }

  @Test
  void whatNoDeviceCanBeIsRefusedWithItsPlace() {
    assertThatThrownBy(() -> new FwCfgState(0x10000, 0, 0, Map.of()))
        .hasMessage("fw_cfg state: at offset 0x2: selector 0x10000; it has 16 bits");
    assertThatThrownBy(() -> new FwCfgState(0, -1, 0, Map.of()))
        .hasMessage("fw_cfg state: at offset 0x4: offset 4294967295");
    assertThatThrownBy(() -> new FwCfgState(0, 0, 1, Map.of()))
        .hasMessage("fw_cfg state: at offset 0x8: half a DMA address 0x1; its low half is zero");
    assertThatThrownBy(() -> FwCfgState.decode(ByteList.of(new byte[20])))
        .hasMessage("fw_cfg state: at offset 0x0: form 0; known is 1");
  }

  /** Decoding takes any bytes: a state or the one typed error. */
  @Test
  void anyBytesAreAStateOrRefused() {
    Random random = Seeds.random("FwCfgStateTest", 20120419);
    byte[] whole = new Machine().fwCfg.state().encode().toArray();
    for (int length = 0; length < whole.length; length++) {
      ByteList cut = ByteList.of(Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> FwCfgState.decode(cut)).isInstanceOf(FirmwareDataException.class);
    }
    assertThatThrownBy(() -> FwCfgState.decode(ByteList.of(Arrays.copyOf(whole, whole.length + 1))))
        .hasMessageEndingWith("1 bytes follow the last file");
    int states = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = whole.clone();
      for (int n = random.nextInt(4); n >= 0; n--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      try {
        assertThat(FwCfgState.decode(ByteList.of(bytes)).encode().length()).isEqualTo(bytes.length);
        states++;
      } catch (FirmwareDataException refused) {
        assertThat(refused.structure()).isEqualTo("fw_cfg state");
      }
    }
    assertThat(states).isPositive();
  }
}
