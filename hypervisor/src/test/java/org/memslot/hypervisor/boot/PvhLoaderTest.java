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

/**
 * The x86/HVM direct boot ABI (PVH): struct hvm_start_info, whose address the guest gets in EBX.
 */
class PvhLoaderTest {
  private static final long MIB = 1L << 20;
  private static final long TABLES = 512 * MIB - 0x3000;
  private static final int SEGMENT = 0x20_0000;
  private static final int ELF_HEADER = 52;
  private static final int PROGRAM_HEADER = 32;

  private final AddressSpace memory = AddressSpace.memory("memory");
  private final RamRegion ram = RamRegion.create("ram", 1024 * MIB);

  @BeforeEach
  void plug() {
    memory.change(change -> change.add(0, ram));
  }

  @AfterEach
  void close() {
    memory.change(change -> change.remove(ram));
    ram.close();
  }

  /** ELF32 with a PVH note and a segment of this size in memory. */
  private static PvhImage image(int size) {
    int noteAt = ELF_HEADER + 2 * PROGRAM_HEADER;
    ByteBuffer image = ByteBuffer.allocate(noteAt + 24).order(ByteOrder.LITTLE_ENDIAN);
    image.putInt(0x464c_457f).put((byte) 1).put((byte) 1).put((byte) 1);
    image.putInt(28, ELF_HEADER).putShort(42, (short) PROGRAM_HEADER).putShort(44, (short) 2);
    image.position(ELF_HEADER);
    image.putInt(4).putInt(noteAt).putInt(0).putInt(0).putInt(20).putInt(20).putLong(0);
    image.putInt(1).putInt(noteAt + 20).putInt(0).putInt(SEGMENT);
    image.putInt(4).putInt(size).putInt(4).putLong(0);
    image.position(noteAt);
    image.putInt(4).putInt(4).putInt(18).putInt(0x006e_6558).putInt(SEGMENT);
    return PvhImage.parse(MemorySegment.ofArray(image.array()));
  }

  /** 512 MiB of boot memory with tables at its end, and a slot of as much above it. */
  private static E820Map map() {
    return E820Map.EMPTY
        .add(AddressRange.of(0, 0x9_fc00), E820Type.RAM)
        .add(AddressRange.of(MIB, TABLES - MIB), E820Type.RAM)
        .add(AddressRange.of(TABLES, 0x3000), E820Type.RESERVED)
        .add(AddressRange.of(512 * MIB, 512 * MIB), E820Type.RAM);
  }

  private long startInfo(E820Map map, long initrd) {
    Optional<MemorySegment> disk =
        Optional.of(MemorySegment.ofArray(new byte[(int) initrd])).filter(_ -> initrd != 0);
    BootEntry entry =
        new PvhLoader(memory.checked()).load(image(4096), new LinuxBoot(disk, "", map, 0xf_0000));
    return ((BootEntry.ProtectedMode) entry).ebx();
  }

  /** In a slot it would keep that slot from being removed. */
  @Test
  void theInitialRamDiskIsInBootMemory() {
    long modules = memory.read64(startInfo(map(), 8 * MIB) + 16);
    assertThat(memory.read64(modules)).isEqualTo(TABLES - 8 * MIB);
    assertThat(memory.read64(modules + 8)).isEqualTo(8 * MIB);
  }

  @Test
  void whereBootMemoryIsTooSmallItIsInOtherRam() {
    E820Map small =
        E820Map.EMPTY
            .add(AddressRange.of(0, 0x9_fc00), E820Type.RAM)
            .add(AddressRange.of(MIB, 7 * MIB), E820Type.RAM)
            .add(AddressRange.of(512 * MIB, 512 * MIB), E820Type.RAM);
    long modules = memory.read64(startInfo(small, 16 * MIB) + 16);
    assertThat(memory.read64(modules)).isEqualTo(1008 * MIB);
  }

  @Test
  void theMapHasAtMost1024Entries() {
    E820Map big = map();
    for (int i = 0; big.entries().size() < PvhLoader.MAP_LIMIT; i++) {
      big = big.add(AddressRange.of((4096 + i * 2L) * MIB, MIB), E820Type.RAM);
    }
    assertThat(memory.read32(startInfo(big, 0) + 48)).isEqualTo(1024);
    E820Map more = big.add(AddressRange.of(1L << 45, MIB), E820Type.RAM);
    assertThatThrownBy(() -> startInfo(more, 0))
        .isInstanceOf(BootImageException.class)
        .hasMessageContaining("1025 entries");
  }
}
