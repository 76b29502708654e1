package org.memslot.hypervisor.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.memslot.bios.E820Map;
import org.memslot.bios.E820Type;
import org.memslot.machine.AddressRange;
import org.memslot.machine.AddressSpace;
import org.memslot.machine.RamRegion;
import org.memslot.testing.Seeds;

/**
 * Images that nobody should have made: each is loaded and started or refused with the reason, and
 * nothing else happens.
 */
class HostileImagesTest {
  private static final long SEED = Seeds.seed("HostileImagesTest", 20261124);
  private static final int ROUNDS = 10_000;
  private static final int MEMORY = 32 << 20;
  private static final long[] VALUES = {
    0, 1, -1, 0x7fff_ffff, 0x8000_0000L, 0xffff_ffffL, 1L << 32, Long.MAX_VALUE, Long.MIN_VALUE
  };

  private static final int ELF_HEADER = 64;
  private static final int PROGRAM_HEADER = 56;

  private final AddressSpace memory = AddressSpace.memory("memory");
  private final RamRegion ram = RamRegion.create("ram", MEMORY);
  private final E820Map map = E820Map.EMPTY.add(AddressRange.of(0, MEMORY), E820Type.RAM);

  HostileImagesTest() {
    memory.change(change -> change.add(0, ram));
  }

  @AfterEach
  void free() {
    memory.change(change -> change.remove(ram));
    ram.close();
  }

  /** A bzImage as the boot protocol describes it, version 2.15: 1 MiB for a kernel of 4 KiB. */
  private static byte[] linux() {
    ByteBuffer image = ByteBuffer.allocate(512 * 3 + 4096).order(ByteOrder.LITTLE_ENDIAN);
    image.put(0x1f1, (byte) 2).putShort(0x1fe, (short) 0xaa55);
    image.putShort(0x200, (short) 0x6aeb).putInt(0x202, 0x5372_6448).putShort(0x206, (short) 0x20f);
    image.put(0x211, (byte) 1).putInt(0x22c, 0x7fff_ffff).putInt(0x230, 0x20_0000);
    image.put(0x234, (byte) 1).putShort(0x236, (short) 0x3f).putInt(0x238, 0x7ff);
    image.putLong(0x258, 0x100_0000).putInt(0x260, 0x10_0000);
    return image.array();
  }

  /** An ELF64 image with a note of Xen's and a segment of 4 KiB at 2 MiB, 256 bytes in the file. */
  private static byte[] pvh() {
    int noteAt = ELF_HEADER + 2 * PROGRAM_HEADER;
    int contentAt = noteAt + 20;
    ByteBuffer image = ByteBuffer.allocate(contentAt + 256).order(ByteOrder.LITTLE_ENDIAN);
    image.putInt(0x464c_457f).put((byte) 2).put((byte) 1).put((byte) 1);
    image.putLong(32, ELF_HEADER).putShort(54, (short) PROGRAM_HEADER).putShort(56, (short) 2);
    program(image, ELF_HEADER, 4, noteAt, 0, 20, 20);
    program(image, ELF_HEADER + PROGRAM_HEADER, 1, contentAt, 0x20_0000, 256, 4096);
    image.position(noteAt);
    image.putInt(4).putInt(4).putInt(18).putInt(0x006e_6558).putInt(0x20_0000);
    return image.array();
  }

  private static void program(
      ByteBuffer image, int at, int type, long offset, long address, long inFile, long inMemory) {
    image.putInt(at, type).putLong(at + 8, offset).putLong(at + 24, address);
    image.putLong(at + 32, inFile).putLong(at + 40, inMemory);
  }

  private LinuxBoot boot(Random random) {
    Optional<MemorySegment> disk =
        random.nextBoolean()
            ? Optional.empty()
            : Optional.of(MemorySegment.ofArray(new byte[random.nextInt(1 << 16)]));
    return new LinuxBoot(disk, "console=ttyS0", map, 0xf_0000);
  }

  private void loadLinux(byte[] image, LinuxBoot boot) {
    BzImage parsed = BzImage.parse(MemorySegment.ofArray(image));
    assertThat(new LinuxLoader(memory.checked()).load(parsed, boot))
        .isInstanceOfSatisfying(
            BootEntry.LongMode.class,
            entry -> assertThat(entry.rip()).isBetween(LinuxLoader.LOW_END, (long) MEMORY));
  }

  private void loadPvh(byte[] image, LinuxBoot boot) {
    PvhImage parsed = PvhImage.parse(MemorySegment.ofArray(image));
    assertThat(new PvhLoader(memory.checked()).load(parsed, boot))
        .isInstanceOfSatisfying(
            BootEntry.ProtectedMode.class,
            entry -> assertThat(entry.eip()).isBetween(0L, 0xffff_ffffL));
  }

  /** Changes a few bytes or fields, or cuts the end off. */
  private static byte[] spoilt(byte[] image, int headers, Random random) {
    byte[] spoilt = image.clone();
    for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
      switch (random.nextInt(4)) {
        case 0 -> spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt();
        case 1 ->
            spoilt[random.nextInt(Math.min(headers, spoilt.length))] = (byte) random.nextInt();
        case 2 -> putValue(spoilt, random.nextInt(Math.min(headers, spoilt.length)), random);
        default -> spoilt = Arrays.copyOf(spoilt, 1 + random.nextInt(spoilt.length));
      }
    }
    return spoilt;
  }

  private static void putValue(byte[] bytes, int at, Random random) {
    long value = VALUES[random.nextInt(VALUES.length)];
    int width = 1 << random.nextInt(4);
    for (int i = 0; i < width && at + i < bytes.length; i++) {
      bytes[at + i] = (byte) (value >>> (8 * i));
    }
  }

  /** Returns how many were loaded. */
  private static int tryAll(byte[] image, int headers, Random random, Consumer<byte[]> load) {
    int loaded = 0;
    for (int i = 0; i < ROUNDS; i++) {
      byte[] spoilt = spoilt(image, headers, random);
      try {
        load.accept(spoilt);
        loaded++;
      } catch (BootImageException e) {
        assertThat(e).hasMessageContaining("offset 0x");
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("seed %d, round %d".formatted(SEED, i), e);
      }
    }
    return loaded;
  }

  @Test
  void spoiltKernelsAreLoadedOrRefused() {
    Random random = new Random(SEED);
    loadLinux(linux(), boot(random));
    int loaded = tryAll(linux(), 0x264, random, image -> loadLinux(image, boot(random)));
    assertThat(loaded).as("seed %d", SEED).isBetween(1, ROUNDS - 1);
  }

  @Test
  void spoiltElfImagesAreLoadedOrRefused() {
    Random random = new Random(SEED);
    loadPvh(pvh(), boot(random));
    int loaded =
        tryAll(
            pvh(),
            ELF_HEADER + 2 * PROGRAM_HEADER + 20,
            random,
            image -> loadPvh(image, boot(random)));
    assertThat(loaded).as("seed %d", SEED).isBetween(1, ROUNDS - 1);
  }

  @Test
  void bytesAtRandomAreNoImage() {
    Random random = new Random(SEED);
    for (int i = 0; i < ROUNDS; i++) {
      byte[] bytes = new byte[random.nextInt(2048)];
      random.nextBytes(bytes);
      assertThatThrownBy(() -> BzImage.parse(MemorySegment.ofArray(bytes)))
          .isInstanceOf(BootImageException.class);
      assertThatThrownBy(() -> PvhImage.parse(MemorySegment.ofArray(bytes)))
          .isInstanceOf(BootImageException.class);
    }
  }

  @Test
  void aSegmentOutsideOfRamIsNamed() {
    byte[] image = pvh();
    ByteBuffer.wrap(image)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(ELF_HEADER + PROGRAM_HEADER + 24, MEMORY);
    assertThatThrownBy(() -> loadPvh(image, boot(new Random(SEED))))
        .isInstanceOf(BootImageException.class)
        .hasMessageContaining("0x1000 bytes at 0x2000000 is not in RAM");
  }

  @Test
  void segmentsThatOverlapAreRefused() {
    PvhImage.Segment one =
        new PvhImage.Segment(0x20_0000, MemorySegment.ofArray(new byte[16]), 4096);
    PvhImage.Segment two =
        new PvhImage.Segment(0x20_0fff, MemorySegment.ofArray(new byte[16]), 4096);
    PvhImage overlapping = new PvhImage(0x20_0000, List.of(one, two));
    assertThatThrownBy(
            () -> new PvhLoader(memory.checked()).load(overlapping, boot(new Random(SEED))))
        .isInstanceOf(BootImageException.class)
        .hasMessageContaining("0x1000 bytes at 0x200000 and 0x1000 bytes at 0x200fff overlap");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 0xffff, 0x1_0001, (8 << 20) + 0x1_0000})
  void aFirmwareOfOddSizeIsRefused(int size) {
    assertThatThrownBy(() -> new FirmwareImage(MemorySegment.ofArray(new byte[size])))
        .isInstanceOf(BootImageException.class)
        .hasMessageContaining(size + " bytes")
        .hasMessageContaining("multiple of 64 KiB, at most 8 MiB");
  }
}
