package org.memslot.bios;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.memslot.aml.ByteList;
import org.memslot.machine.AccessWidths;
import org.memslot.machine.AddressSpace;
import org.memslot.machine.DeviceRegion;
import org.memslot.machine.IoHandler;
import org.memslot.machine.RamRegion;
import org.memslot.machine.RomRegion;
import org.memslot.testing.Seeds;

/**
 * A guest that does anything at all to fw_cfg: whatever it does, nothing is thrown, and no byte of
 * memory changes but those that a descriptor names. {@code
 * -Dtest.jvm.options=-Dhostile.accesses=10000000} makes it longer.
 */
class HostileGuestTest {
  private static final int ACCESSES = Integer.getInteger("hostile.accesses", 300_000);

  private static final int READ = 2;
  private static final int LOW_RAM = 0x2000;
  private static final int ROM = 0x2000;
  private static final int DEVICE = 0x3000;
  private static final int HIGH_RAM = 0x4000;
  private static final int HIGH_RAM_SIZE = 0x1000;
  private static final int END = HIGH_RAM + HIGH_RAM_SIZE;

  private final AddressSpace memory = AddressSpace.memory("memory");
  private final AddressSpace ports = AddressSpace.ports("ports");
  private final FwCfg fwCfg = new FwCfg(memory);
  private final AtomicLong deviceAccesses = new AtomicLong();
  private final AtomicLong written = new AtomicLong();

  /** What memory must hold. */
  private final byte[] expected = new byte[END];

  private final byte[] found = new byte[END];

  /** The half of a DMA address that the guest has given. */
  private long high;

  @BeforeEach
  void connect() {
    byte[] rom = new byte[DEVICE - ROM];
    Arrays.fill(rom, (byte) 0xa5);
    memory.change(
        edit -> {
          edit.add(0, RamRegion.create("low", LOW_RAM));
          edit.add(ROM, RomRegion.of("rom", rom));
          edit.add(
              DEVICE,
              new DeviceRegion(
                  "device", HIGH_RAM - DEVICE, new Untouched(), AccessWidths.accepting(1, 8)));
          edit.add(HIGH_RAM, RamRegion.create("high", HIGH_RAM_SIZE));
        });
    ports.change(fwCfg::attach);
    fwCfg.addWritableFile("a", ByteList.of(new byte[48]), content -> written.incrementAndGet());
    fwCfg.addFile("b", ByteList.of(new byte[512]));
    fwCfg.addFile("c", ByteList.EMPTY);
  }

  /** Counts; neither the device nor its registers are anyone's to reach by DMA. */
  private final class Untouched implements IoHandler {
    @Override
    public long read(long offset, int width) {
      return deviceAccesses.incrementAndGet();
    }

    @Override
    public void write(long offset, int width, long value) {
      deviceAccesses.incrementAndGet();
    }
  }

  @Test
  void nothingIsThrownAndNoByteChangesThatNoDescriptorNames() {
    Random random = Seeds.random("HostileGuestTest", 0x510);
    for (int i = 0; i < ACCESSES; i++) {
      if (random.nextInt(3) == 0) {
        descriptor(random);
      } else {
        port(random);
      }
    }
    assertThat(deviceAccesses).hasValue(0);
    assertThat(written.get()).isPositive();
    assertThat(fwCfg.counters().dmaErrors()).isPositive();
    assertThat(fwCfg.directory()).hasSize(3);
    assertThat(fwCfg.file("b")).contains(ByteList.of(new byte[512]));
    assertThat(new FwCfgClient(ports).isPresent()).isTrue();
  }

  private void port(Random random) {
    int port = FwCfg.SELECTOR_PORT - 4 + random.nextInt(20);
    int width = 1 << random.nextInt(3);
    if (random.nextBoolean()) {
      ports.read(port, width);
      return;
    }
    long value = random.nextInt(8) == 0 ? start(random.nextInt(END)) : random.nextLong();
    write(port, width, value & (-1L >>> (64 - 8 * width)));
  }

  /** Leaves a descriptor somewhere, and has it carried out. */
  private void descriptor(Random random) {
    int at = random.nextInt(END - FwCfgDma.DESCRIPTOR_SIZE);
    byte[] content =
        ByteBuffer.allocate(FwCfgDma.DESCRIPTOR_SIZE)
            .putInt((0x1e + random.nextInt(8)) << 16 | random.nextInt(32))
            .putInt(length(random))
            .putLong(address(random, at))
            .array();
    for (int i = 0; i < content.length; i++) {
      if (isRam(at + i)) {
        memory.write8(at + i, content[i]);
        expected[at + i] = content[i];
      }
    }
    write(FwCfg.DMA_PORT, 4, random.nextInt(16) == 0 ? random.nextInt() & 0xffff_ffffL : 0);
    write(FwCfg.DMA_PORT + 4, 4, start(at));
  }

  private static int length(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> -random.nextInt(64);
      case 1 -> random.nextInt();
      case 2 -> random.nextInt(0x1000);
      default -> random.nextInt(64);
    };
  }

  private static long address(Random random, int descriptor) {
    return switch (random.nextInt(6)) {
      case 0 -> descriptor + random.nextInt(-16, 16);
      case 1 -> LOW_RAM - random.nextInt(64);
      case 2 -> random.nextLong();
      case 3 -> -random.nextInt(64);
      default -> random.nextInt(END + 64);
    };
  }

  private static long start(int descriptor) {
    return Integer.toUnsignedLong(Integer.reverseBytes(descriptor));
  }

  private void write(int port, int width, long value) {
    long half = Integer.toUnsignedLong(Integer.reverseBytes((int) value));
    boolean starts = width == 4 && port == FwCfg.DMA_PORT + 4;
    boolean halves = width == 4 && port == FwCfg.DMA_PORT;
    ports.write(port, width, value);
    compare(starts ? high << 32 | half : -1);
    high = halves ? half : starts ? 0 : high;
  }

  /** Nothing changed but what the descriptor at that address names; -1 for none. */
  private void compare(long descriptor) {
    memory.read(0, found, 0, LOW_RAM);
    memory.read(HIGH_RAM, found, HIGH_RAM, HIGH_RAM_SIZE);
    int first = changeFrom(0);
    for (int at = first; at < END; at = changeFrom(at + 1)) {
      assertThat(isNamed(descriptor, at)).as("0x%x by descriptor 0x%x", at, descriptor).isTrue();
    }
    System.arraycopy(found, first, expected, first, END - first);
  }

  private int changeFrom(int start) {
    int distance = Arrays.mismatch(expected, start, END, found, start, END);
    return distance < 0 ? END : start + distance;
  }

  /** Whether the outcome's word or, for a read, the data lies at {@code at}. */
  private boolean isNamed(long descriptor, int at) {
    if (descriptor >= 0 && at >= descriptor && at < descriptor + 4) {
      return true;
    }
    if (descriptor < 0 || descriptor > END - FwCfgDma.DESCRIPTOR_SIZE) {
      return false;
    }
    ByteBuffer in = ByteBuffer.wrap(expected, (int) descriptor, FwCfgDma.DESCRIPTOR_SIZE);
    boolean reads = (in.getInt() & READ) != 0;
    long length = Integer.toUnsignedLong(in.getInt());
    return reads && Long.compareUnsigned(at - in.getLong(), length) < 0;
  }

  private static boolean isRam(int at) {
    return at < LOW_RAM || (at >= HIGH_RAM && at < END);
  }
}
