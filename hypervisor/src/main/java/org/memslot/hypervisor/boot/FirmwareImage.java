package org.memslot.hypervisor.boot;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import org.memslot.machine.MemoryAccess;
import org.memslot.machine.RamRegion;
import org.memslot.machine.TopologyChange;

/**
 * A PC's firmware image, such as SeaBIOS: all of it ends at 4 GiB, where the CPU starts 16 bytes
 * before the end, and its last 128 KiB are below 1 MiB too.
 *
 * @param content a multiple of 64 KiB, at most 8 MiB
 */
public record FirmwareImage(MemorySegment content) {
  private static final byte[] SEABIOS = "SeaBIOS (version ".getBytes(StandardCharsets.US_ASCII);
  private static final int UNIT = 0x1_0000;
  private static final int MOST = 8 << 20;
  private static final long FOUR_GIB = 1L << 32;
  private static final int LOW_SIZE = 0x2_0000;
  private static final long LOW_END = 0x10_0000;

  /**
   * Checks the size.
   *
   * @throws BootImageException when it is none that a PC can have
   */
  public FirmwareImage {
    if (content.byteSize() == 0 || content.byteSize() % UNIT != 0 || content.byteSize() > MOST) {
      throw new BootImageException(
          "firmware image",
          0,
          "%d bytes; a firmware is a multiple of 64 KiB, at most 8 MiB"
              .formatted(content.byteSize()));
    }
  }

  /** Whether it names itself as SeaBIOS, which says so when it starts. */
  public boolean isSeaBios() {
    for (long at = 0; at <= content.byteSize() - SEABIOS.length; at++) {
      if (content.get(ValueLayout.JAVA_BYTE, at) == SEABIOS[0]
          && content.asSlice(at, SEABIOS.length).mismatch(MemorySegment.ofArray(SEABIOS)) < 0) {
        return true;
      }
    }
    return false;
  }

  /** The memory below 4 GiB that holds it. A guest can write to it; {@link #load} renews it. */
  public RamRegion region() {
    return RamRegion.create("firmware", content.byteSize());
  }

  /** Puts the region where it belongs. */
  public void plug(TopologyChange memory, RamRegion region) {
    memory.add(FOUR_GIB - content.byteSize(), region);
  }

  /** Writes the image to both of its places, as it is before the first instruction. */
  public BootEntry load(MemoryAccess memory) {
    memory.write(FOUR_GIB - content.byteSize(), content);
    long low = Math.min(content.byteSize(), LOW_SIZE);
    memory.write(LOW_END - low, content.asSlice(content.byteSize() - low));
    return new BootEntry.ResetVector();
  }
}
