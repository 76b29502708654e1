package org.memslot.hypervisor.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.memslot.bios.FwCfg;
import org.memslot.machine.AddressSpace;
import org.memslot.machine.RamRegion;

/** The option ROM is read as firmware reads it, and its descriptors are carried out by fw_cfg. */
class FwCfgKernelTest {
  private static final int MEMORY = 64 << 20;
  private static final int SETUP_SECTORS = 7;
  private static final int DESCRIPTORS_AT = 0x7000;

  private final AddressSpace memory = AddressSpace.memory("memory");
  private final AddressSpace ports = AddressSpace.ports("ports");
  private final FwCfg fwCfg = new FwCfg(memory);
  private final byte[] image = image();
  private final byte[] disk = random(10_000, 2);

  FwCfgKernelTest() {
    memory.change(c -> c.add(0, RamRegion.create("ram", MEMORY)));
    ports.change(fwCfg::attach);
  }

  private static byte[] random(int size, long seed) {
    byte[] bytes = new byte[size];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  /** A bzImage as the boot protocol describes it, version 2.15. */
  private static byte[] image() {
    int realMode = 512 * (1 + SETUP_SECTORS);
    ByteBuffer image = ByteBuffer.wrap(random(realMode + 50_000, 1)).order(ByteOrder.LITTLE_ENDIAN);
    image.put(0x1f1, (byte) SETUP_SECTORS).putShort(0x1fe, (short) 0xaa55);
    image.putShort(0x200, (short) 0x6aeb).putInt(0x202, 0x5372_6448).putShort(0x206, (short) 0x20f);
    image.put(0x211, (byte) 1).putInt(0x22c, 0x7fff_ffff).putInt(0x230, 0x20_0000);
    image.put(0x234, (byte) 1).putShort(0x236, (short) 0x3f).putInt(0x238, 0x7ff);
    image.putLong(0x258, 0x100_0000).putInt(0x260, 0x20_0000);
    return image.array();
  }

  private FwCfgKernel kernel() {
    return new FwCfgKernel(
        BzImage.parse(MemorySegment.ofArray(image)),
        Optional.of(MemorySegment.ofArray(disk)),
        "console=ttyS0");
  }

  private byte[] rom() {
    kernel().publish(fwCfg, MEMORY);
    return fwCfg.file("genroms/memslot-linux.rom").orElseThrow().toArray();
  }

  /** Plug and Play BIOS Specification 1.0a, section 3.2. */
  @Test
  void theRomIsOneThatFirmwareTakes() {
    byte[] rom = rom();
    assertThat(ByteBuffer.wrap(rom).getShort()).isEqualTo((short) 0x55aa);
    assertThat(rom).hasSize(rom[2] * 512);
    assertThat(sum(rom, 0, rom.length)).isZero();
    ByteBuffer little = ByteBuffer.wrap(rom).order(ByteOrder.LITTLE_ENDIAN);
    int header = little.getShort(0x1a);
    assertThat(new String(rom, header, 4, StandardCharsets.US_ASCII)).isEqualTo("$PnP");
    assertThat(sum(rom, header, rom[header + 5] * 16)).isZero();
    assertThat(rom[little.getShort(header + 0x1a)]).as("boot entry: cli").isEqualTo((byte) 0xfa);
    assertThat(fwCfg.file("bootorder").orElseThrow().toArray())
        .asString(StandardCharsets.US_ASCII)
        .startsWith("/rom@genroms/memslot-linux.rom\n");
  }

  private static int sum(byte[] bytes, int offset, int length) {
    int sum = 0;
    for (int i = offset; i < offset + length; i++) {
      sum += bytes[i];
    }
    return sum & 0xff;
  }

  @Test
  void itsDescriptorsPutEachPartWhereItBelongs() {
    byte[] rom = rom();
    int count = rom[0xc8];
    memory.write(DESCRIPTORS_AT, rom, 0xd0, count * 16);
    for (int i = 0; i < count; i++) {
      ports.write32(FwCfg.DMA_PORT, 0);
      ports.write32(FwCfg.DMA_PORT + 4, Integer.reverseBytes(DESCRIPTORS_AT + 16 * i));
      assertThat(memory.read32(DESCRIPTORS_AT + 16 * i)).as("control of part %d", i).isZero();
    }
    int realMode = 512 * (1 + SETUP_SECTORS);
    byte[] setup = new byte[realMode];
    memory.read(0x1_0000, setup, 0, realMode);
    assertThat(setup).startsWith(Arrays.copyOf(image, 0x210));
    ByteBuffer header = ByteBuffer.wrap(setup).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(header.get(0x210)).isEqualTo((byte) 0xff);
    assertThat(header.get(0x211)).as("CAN_USE_HEAP, LOADED_HIGH").isEqualTo((byte) 0x81);
    assertThat(header.getInt(0x228)).isEqualTo(0x2_0000);
    assertThat(header.getInt(0x21c)).isEqualTo(disk.length);
    int diskAt = header.getInt(0x218);
    assertThat(diskAt % 4096).isZero();
    assertThat(memory.mismatch(diskAt, MemorySegment.ofArray(disk))).isEqualTo(-1);
    assertThat(
            memory.mismatch(
                0x2_0000,
                MemorySegment.ofArray("console=ttyS0\0".getBytes(StandardCharsets.US_ASCII))))
        .isEqualTo(-1);
    byte[] code = Arrays.copyOfRange(image, realMode, image.length);
    assertThat(memory.mismatch(0x10_0000, MemorySegment.ofArray(code))).isEqualTo(-1);
  }

  @Test
  void whatDoesNotFitIsRefused() {
    assertThatThrownBy(() -> kernel().publish(fwCfg, 4 << 20))
        .isInstanceOf(NoRoomException.class)
        .hasMessageContaining("find no room between the kernel's end");
    assertThat(fwCfg.file("bootorder")).isEmpty();
  }
}
