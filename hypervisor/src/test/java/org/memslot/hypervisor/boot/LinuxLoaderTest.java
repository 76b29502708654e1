package org.memslot.hypervisor.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.memslot.bios.E820Map;
import org.memslot.bios.E820Type;
import org.memslot.machine.AddressRange;
import org.memslot.machine.AddressSpace;
import org.memslot.machine.RamRegion;

/** Linux documentation, "The Linux/x86 Boot Protocol", and struct boot_params. */
class LinuxLoaderTest {
  private static final long MIB = 1L << 20;
  private static final long GIB = 1L << 30;
  private static final long ZERO_PAGE = 0x7000;
  private static final long TABLES = 512 * MIB - 0x3000;

  private final AddressSpace memory = AddressSpace.memory("memory");
  private final RamRegion ram = RamRegion.create("ram", GIB);

  @BeforeEach
  void plug() {
    memory.change(change -> change.add(0, ram));
  }

  @AfterEach
  void close() {
    memory.change(change -> change.remove(ram));
    ram.close();
  }

  private static BzImage kernel() {
    ByteBuffer image = ByteBuffer.allocate(1024 + 0x1000).order(ByteOrder.LITTLE_ENDIAN);
    image.put(0x1f1, (byte) 1); // setup_sects
    image.putShort(0x1fe, (short) 0xaa55).put(0x201, (byte) 0x66);
    image.putInt(0x202, 0x53726448).putShort(0x206, (short) 0x20c); // "HdrS", version 2.12
    image.put(0x211, (byte) 1).putInt(0x22c, 0x7fff_ffff); // LOADED_HIGH, initrd_addr_max
    image.putInt(0x230, 0x20_0000).put(0x234, (byte) 1); // alignment, relocatable
    image.putShort(0x236, (short) 1).putInt(0x238, 2047); // XLF_KERNEL_64, cmdline_size
    image.putLong(0x258, 0x100_0000).putInt(0x260, 0x10_0000); // pref_address, init_size
    return BzImage.parse(MemorySegment.ofArray(image.array()));
  }

  /** 512 MiB of boot memory with tables at its end, and a slot of as much above it. */
  private static E820Map map() {
    return E820Map.EMPTY
        .add(AddressRange.of(0, 0x9_fc00), E820Type.RAM)
        .add(AddressRange.of(MIB, TABLES - MIB), E820Type.RAM)
        .add(AddressRange.of(TABLES, 0x3000), E820Type.RESERVED)
        .add(AddressRange.of(512 * MIB, 512 * MIB), E820Type.RAM);
  }

  private void load(E820Map map, Optional<MemorySegment> initrd) {
    new LinuxLoader(memory.checked()).load(kernel(), new LinuxBoot(initrd, "", map, 0xf_0000));
  }

  /** In a slot it would keep that slot from being removed. */
  @Test
  void theInitialRamDiskIsInBootMemory() {
    load(map(), Optional.of(MemorySegment.ofArray(new byte[(int) (8 * MIB)])));
    assertThat(memory.read32(ZERO_PAGE + 0x218)).isEqualTo((int) (TABLES - 8 * MIB));
  }

  @Test
  void whereBootMemoryIsTooSmallItIsInOtherRam() {
    E820Map small =
        E820Map.EMPTY
            .add(AddressRange.of(0, 0x9_fc00), E820Type.RAM)
            .add(AddressRange.of(MIB, 31 * MIB), E820Type.RAM)
            .add(AddressRange.of(512 * MIB, 512 * MIB), E820Type.RAM);
    load(small, Optional.of(MemorySegment.ofArray(new byte[(int) (16 * MIB)])));
    assertThat(memory.read32(ZERO_PAGE + 0x218)).isEqualTo((int) (1008 * MIB));
  }

  @Test
  void entriesBeyondTheZeroPagesAreInASetupData() {
    E820Map big = map();
    for (int i = 0; i < 300; i++) {
      big = big.add(AddressRange.of(4 * GIB + i * 2L * GIB, GIB), E820Type.RAM);
    }
    load(big, Optional.empty());
    assertThat(memory.read8(ZERO_PAGE + 0x1e8)).isEqualTo(128);
    long data = memory.read64(ZERO_PAGE + 0x250);
    assertThat(memory.read64(data)).as("next").isZero();
    assertThat(memory.read32(data + 8)).as("SETUP_E820_EXT").isEqualTo(1);
    assertThat(memory.read32(data + 12)).isEqualTo((4 + 300 - 128) * 20);
    for (int i = 0; i < big.entries().size(); i++) {
      long at = i < 128 ? ZERO_PAGE + 0x2d0 + i * 20L : data + 16 + (i - 128) * 20L;
      assertThat(memory.read64(at)).isEqualTo(big.entries().get(i).range().first());
      assertThat(memory.read64(at + 8)).isEqualTo(big.entries().get(i).range().length());
      assertThat(memory.read32(at + 16)).isEqualTo(big.entries().get(i).type().code());
    }
  }

  @Test
  void aShortMapNeedsNoSetupData() {
    load(map(), Optional.empty());
    assertThat(memory.read8(ZERO_PAGE + 0x1e8)).isEqualTo(4);
    assertThat(memory.read64(ZERO_PAGE + 0x250)).isZero();
  }

  @Test
  void aMapWithoutEndIsRefused() {
    E820Map big = map();
    for (int i = 0; i < 4000; i++) {
      big = big.add(AddressRange.of(4 * GIB + i * 2L * GIB, GIB), E820Type.RAM);
    }
    E820Map whole = big;
    assertThatThrownBy(() -> load(whole, Optional.empty()))
        .isInstanceOf(BootImageException.class)
        .hasMessageContaining("4004 entries");
  }
}
