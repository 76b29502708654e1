package org.memslot.machine;

import java.lang.foreign.MemorySegment;

/**
 * Uses memory in every way while it is given back, and after. A program of its own: a mistake would
 * end it.
 */
final class UnmappedAccess {
  private static final long BASE = 0x10_0000;
  private static final int ROUNDS = 400;

  private UnmappedAccess() {}

  public static void main(String[] arguments) throws Exception {
    AddressSpace space = AddressSpace.memory("memory");
    Cursor cursor = space.cursor();
    OrderedAccess ordered = space.ordered();
    byte[] bytes = new byte[0x3000];
    new Race()
        .meanwhile(1, () -> space.write64(BASE + 0xffc, space.read64(BASE + 0x1ff8)))
        .meanwhile(1, () -> cursor.write64(BASE + 0x800, cursor.read64(BASE + 0x1000)))
        .meanwhile(1, () -> ordered.getAndAdd64(BASE + 0x1008, 1))
        .meanwhile(
            1,
            () -> {
              space.read(BASE - 0x800, bytes, 0, bytes.length);
              space.fill(BASE, 0x2000, (byte) 1);
            })
        .run(() -> comeAndGo(space))
        .go();
    afterwards(space);
    System.out.println("survived");
  }

  private static void comeAndGo(AddressSpace space) {
    for (int i = 0; i < ROUNDS; i++) {
      RamRegion ram =
          RamRegion.create("slot", 0x2000, i % 2 == 0 ? Backing.ANONYMOUS : Backing.MEMFD);
      space.change(c -> c.add(BASE, ram));
      if (i % 10 == 0) {
        ram.startDirtyTracking();
      }
      space.change(c -> c.remove(ram));
      ram.close();
      if (i % 40 == 0) {
        System.gc(); // unmaps what nobody can reach any more
      }
    }
  }

  /** A view, a cursor and a segment that have outlived their memory. */
  private static void afterwards(AddressSpace space) throws InterruptedException {
    RamRegion ram = RamRegion.create("gone", 0x1000);
    space.change(c -> c.add(BASE, ram));
    Cursor cursor = space.cursor();
    cursor.write64(BASE, 1);
    Pin pin = ram.pin("late");
    MemorySegment memory = pin.memory();
    pin.close();
    space.change(c -> c.remove(ram));
    ram.close();
    for (int i = 0; i < 3; i++) {
      System.gc();
      Thread.sleep(20);
      Race.expect(cursor.read64(BASE) == -1L, "the cursor reads what is gone");
      cursor.write64(BASE, 2);
      try {
        memory.set(Host.LONG, 0, 3);
        throw new AssertionError("a segment outlived its region");
      } catch (IllegalStateException e) {
        Race.expect(true, "as it must");
      }
    }
  }
}
