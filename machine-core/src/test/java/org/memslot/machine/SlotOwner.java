package org.memslot.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A thread's own slots: it plugs, unplugs, pins, releases, reads and writes them at random, and
 * knows their content.
 */
final class SlotOwner {
  private static final class Slot {
    private @Nullable RamRegion ram;
    private @Nullable Pin pin;
    private boolean placed;
    private long content;
  }

  private final AddressSpace space;
  private final int id;
  private final Slot[] slots;
  private final Random random;

  SlotOwner(AddressSpace space, int id, int count, Random random) {
    this.space = space;
    this.id = id;
    this.random = random;
    this.slots = new Slot[count];
    for (int i = 0; i < count; i++) {
      slots[i] = new Slot();
    }
  }

  static long address(int slot) {
    return 0x1_0000_0000L + slot * 0x2_0000L;
  }

  void run(int operations) {
    for (int i = 0; i < operations; i++) {
      int index = random.nextInt(slots.length);
      step(slots[index], id * slots.length + index);
    }
  }

  private void step(Slot slot, int number) {
    long address = address(number);
    RamRegion ram = slot.ram;
    switch (random.nextInt(32)) {
      case 0 -> plug(slot, number);
      case 1 -> unplug(slot, number);
      case 2 -> pin(slot);
      case 3 -> release(slot);
      case 4, 5, 6, 7, 8, 9 -> look(random.nextInt(8 * slots.length));
      case 10, 11, 12, 13, 14, 15, 16, 17 -> {
        if (ram != null && slot.placed) {
          slot.content = value(number);
        }
        space.write64(address, value(number, slot.content));
      }
      default ->
          Race.expect(
              space.read64(address) == (slot.placed ? slot.content : -1L),
              "slot %d has not what it must",
              number);
    }
  }

  /** A value that says whose it is, and never looks like a hole. */
  private long value(int number) {
    return ((long) number << 32) | (random.nextInt() >>> 1);
  }

  /** What to write where perhaps nothing is. */
  private long value(int number, long content) {
    return content == 0 ? value(number) : content;
  }

  private void look(int other) {
    long value = space.read64(address(other));
    Race.expect(
        value == -1L || value == 0 || value >>> 32 == other, "0x%x read in slot %d", value, other);
  }

  private void plug(Slot slot, int number) {
    if (slot.placed) {
      return;
    }
    RamRegion ram = slot.ram;
    if (ram == null) {
      ram = RamRegion.create("slot" + number, 0x1_0000);
      slot.ram = ram;
      slot.content = 0;
    }
    RamRegion placed = ram;
    space.change(c -> c.add(address(number), placed));
    slot.placed = true;
  }

  private void unplug(Slot slot, int number) {
    RamRegion ram = slot.ram;
    if (ram == null) {
      return;
    }
    if (slot.placed) {
      assertThatThrownBy(ram::close).isInstanceOf(RegionUnavailableException.class);
      space.change(c -> c.remove(ram));
      slot.placed = false;
    }
    if (slot.pin == null) {
      assertThat(ram.drain()).isCompleted();
      ram.close();
      slot.ram = null;
    } else {
      assertThat(ram.drain()).as("slot %d is pinned", number).isNotDone();
      ram.cancelDrain();
    }
  }

  private static void pin(Slot slot) {
    if (slot.ram != null && slot.pin == null) {
      slot.pin = slot.ram.pin("owner");
      assertThat(slot.pin.memory().get(Host.LONG, 0)).isEqualTo(slot.content);
    }
  }

  private static void release(Slot slot) {
    if (slot.pin != null) {
      assertThat(slot.pin.memory().get(Host.LONG, 0)).isEqualTo(slot.content);
      slot.pin.close();
      slot.pin = null;
    }
  }
}
