package org.memslot.ospm.interpreter.execution;

import org.memslot.ospm.interpreter.value.AmlNamed;

/** An event: a counter of signals. Guarded by the interpreter's lock. */
final class AmlEvent implements AmlNamed.Event {
  private long signals;

  /** Returns an event as what it is: the interpreter makes no other. */
  static AmlEvent of(AmlNamed.Event event) {
    return (AmlEvent) event;
  }

  void signal() {
    signals++;
  }

  boolean consume() {
    if (signals == 0) {
      return false;
    }
    signals--;
    return true;
  }

  void reset() {
    signals = 0;
  }
}
