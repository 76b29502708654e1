package org.memslot.hypervisor;

import org.memslot.machine.ByteSize;

/**
 * The slots that a machine has besides those with names of their own: {@code slot0}, {@code slot1}
 * and so on, without names that named slots have. They share equally what {@code maximumMemory}
 * leaves over boot memory and named slots.
 *
 * @param count how many
 * @param maximumMemory boot memory and all slots together
 */
public record AnonymousSlots(int count, ByteSize maximumMemory) {
  /** No slots but those that are named. */
  public static final AnonymousSlots NONE = new AnonymousSlots(0, ByteSize.of(0));

  /** Refuses a negative count. */
  public AnonymousSlots {
    if (count < 0) {
      throw new IllegalArgumentException(count + " anonymous slots; the least is 0");
    }
  }
}
