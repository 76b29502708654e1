package org.memslot.hotplug;

import java.util.concurrent.atomic.AtomicReference;

/**
 * Whether the guest is shown a slot's memory, and whether it has looked. Reads are the guest's and
 * take no lock; what the guest saw and what the controller decides are ordered by one atomic step,
 * so that a slot is either withdrawn unseen or the guest is asked for it.
 */
final class Exposure {
  private enum Value {
    HIDDEN,
    UNSEEN,
    SEEN
  }

  private final AtomicReference<Value> value = new AtomicReference<>(Value.HIDDEN);

  /** The guest looks. */
  boolean look() {
    return value.get() != Value.HIDDEN
        && (value.compareAndSet(Value.UNSEEN, Value.SEEN) || value.get() == Value.SEEN);
  }

  /** True when the guest knows of the memory that it is shown. */
  boolean isKnown() {
    return value.get() == Value.SEEN;
  }

  /** The memory is new to the guest. */
  void show() {
    value.set(Value.UNSEEN);
  }

  /** The guest knows of the memory, or firmware will tell it. */
  void showKnown() {
    value.set(Value.SEEN);
  }

  /** The memory is shown no more. */
  void hide() {
    value.set(Value.HIDDEN);
  }

  /** Shows the memory no more if the guest has never looked; answers whether that was so. */
  boolean hideUnseen() {
    return value.compareAndSet(Value.UNSEEN, Value.HIDDEN);
  }
}
