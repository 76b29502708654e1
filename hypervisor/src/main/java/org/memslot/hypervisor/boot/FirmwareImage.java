package org.memslot.hypervisor.boot;

import org.memslot.machine.MemoryAccess;
import org.memslot.machine.RamRegion;
import org.memslot.machine.TopologyChange;

/**
 * A PC's firmware image, such as SeaBIOS: all of it ends at 4 GiB, where the CPU starts 16 bytes
 * before the end, and its last 128 KiB are below 1 MiB too.
 *
 * @param content a multiple of 64 KiB, at most 8 MiB
 */
public record FirmwareImage(byte[] content) {
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
    if (content.length == 0 || content.length % UNIT != 0 || content.length > MOST) {
      throw new BootImageException(
          "firmware image",
          0,
          "%d bytes; a firmware is a multiple of 64 KiB, at most 8 MiB".formatted(content.length));
    }
  }

  /** The memory below 4 GiB that holds it. A guest can write to it; {@link #load} renews it. */
  public RamRegion region() {
    return RamRegion.create("firmware", content.length);
  }

  /** Puts the region where it belongs. */
  public void plug(TopologyChange memory, RamRegion region) {
    memory.add(FOUR_GIB - content.length, region);
  }

  /** Writes the image to both of its places, as it is before the first instruction. */
  public BootEntry load(MemoryAccess memory) {
    memory.write(FOUR_GIB - content.length, content, 0, content.length);
    int low = Math.min(content.length, LOW_SIZE);
    memory.write(LOW_END - low, content, content.length - low, low);
    return new BootEntry.ResetVector();
  }
}
