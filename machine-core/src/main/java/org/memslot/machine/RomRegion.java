package org.memslot.machine;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Read-only memory: guest writes vanish. */
public final class RomRegion extends MemoryRegion {
  private final MemorySegment memory;

  private RomRegion(String name, MemorySegment memory) {
    super(name, positive(memory.byteSize(), name));
    this.memory = memory;
  }

  /**
   * A ROM with a copy of the given bytes.
   *
   * @param name name for messages
   * @param content the bytes, at least one
   * @return the region
   */
  public static RomRegion of(String name, byte[] content) {
    positive(content.length, name);
    MemorySegment memory = Arena.ofAuto().allocate(content.length, 4096);
    MemorySegment.copy(MemorySegment.ofArray(content), 0, memory, 0, content.length);
    return new RomRegion(name, memory.asReadOnly());
  }

  MemorySegment memory() {
    return memory;
  }
}
