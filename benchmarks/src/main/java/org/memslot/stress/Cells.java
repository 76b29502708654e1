package org.memslot.stress;

import java.util.concurrent.atomic.AtomicLong;
import org.memslot.machine.AddressSpace;
import org.memslot.machine.RamRegion;

/** Memory for the tests that need some and do not change the topology: eight bytes to each. */
final class Cells {
  static final AddressSpace SPACE = AddressSpace.memory("cells");
  private static final long SIZE = 256L << 20;
  private static final AtomicLong NEXT = new AtomicLong();

  static {
    RamRegion ram = RamRegion.create("cells", SIZE);
    SPACE.change(c -> c.add(0, ram));
  }

  private Cells() {}

  /** The address of eight zero bytes that nobody else uses for a long time. */
  static long next() {
    long address = NEXT.getAndAdd(8) % SIZE;
    SPACE.write64(address, 0);
    return address;
  }
}
