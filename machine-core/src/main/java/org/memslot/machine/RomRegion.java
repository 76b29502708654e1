package org.memslot.machine;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Objects;
import java.util.Optional;

/**
 * Memory that a guest can read and not write: guest writes vanish, or go to a handler, as a flash
 * chip's commands do. It serves for read-only registers too: reads come from memory, at the speed
 * of RAM, and the device {@link #update updates} them when they change.
 */
public final class RomRegion extends MemoryRegion {
  /**
   * What a guest's write to a ROM does. Called by whichever thread made the write, possibly by
   * several at once.
   */
  @FunctionalInterface
  public interface WriteHandler {
    /**
     * The guest wrote.
     *
     * @param offset bytes from the beginning of the region
     * @param width bytes: 1, 2, 4 or 8
     * @param value little-endian, zero-extended
     */
    void write(long offset, int width, long value);
  }

  private final MemorySegment memory;
  private final Optional<WriteHandler> writes;

  private RomRegion(String name, byte[] content, Optional<WriteHandler> writes) {
    MemorySegment bytes = Arena.ofAuto().allocate((content.length + 0xfffL) & -0x1000L, 0x1000);
    super(name, positive(content.length, name), bytes.address());
    this.memory = bytes;
    this.writes = writes;
    update(0, content);
  }

  /**
   * A ROM with a copy of the given bytes, to which guest writes vanish.
   *
   * @param name name for messages
   * @param content the bytes, at least one
   * @return the region
   */
  public static RomRegion of(String name, byte[] content) {
    return new RomRegion(name, content, Optional.empty());
  }

  /**
   * A ROM with a copy of the given bytes, whose guest writes go to a handler.
   *
   * @param name name for messages
   * @param content the bytes, at least one
   * @param writes gets the guest's writes
   * @return the region
   */
  public static RomRegion of(String name, byte[] content, WriteHandler writes) {
    return new RomRegion(name, content, Optional.of(writes));
  }

  /**
   * Changes the content, from the host's side. Two, four or eight bytes at a multiple of their
   * number change at once: a guest's aligned read of them, as of a register, sees all or none.
   *
   * @param offset bytes into the region
   * @param bytes the new bytes
   * @throws IndexOutOfBoundsException when they do not fit
   */
  public void update(long offset, byte... bytes) {
    Objects.checkFromIndexSize(offset, bytes.length, size());
    int length = bytes.length;
    if (length <= 8 && Integer.bitCount(length) == 1 && (offset & (length - 1)) == 0) {
      long value = 0;
      for (int i = 0; i < length; i++) {
        value |= (bytes[i] & 0xffL) << (i * 8);
      }
      Host.store(memory.address() + offset, length, value);
      Host.keep(memory);
    } else {
      MemorySegment.copy(bytes, 0, memory, ValueLayout.JAVA_BYTE, offset, length);
    }
  }

  Optional<WriteHandler> writes() {
    return writes;
  }
}
