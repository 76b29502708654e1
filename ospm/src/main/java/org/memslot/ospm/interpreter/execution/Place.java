package org.memslot.ospm.interpreter.execution;

import org.memslot.ospm.interpreter.value.AmlInteger;
import org.memslot.ospm.interpreter.value.AmlObject;

/** A term that names where an object is or goes: the grammar's SuperName. */
abstract class Place extends Node {
  /** How a value is converted on its way into a named object (ACPI 6.5, 19.3.5.8). */
  enum Mode {
    /** Store and the targets of most operators: to the type of what is there. */
    CONVERT,
    /** The targets of the To operators: only a field converts. */
    REPLACE,
    /** CopyObject: the target takes the type of the value. */
    COPY
  }

  /** Returns a reference to the object, or the object itself where it has no place. */
  abstract AmlObject reference(Frame frame);

  /** Returns what a variable holds, even if it is nothing; of other places a reference. */
  AmlObject content(Frame frame) {
    return reference(frame);
  }

  /**
   * Stores a copy of the value.
   *
   * @return the value; of a field on a bus, what the bus answered
   */
  abstract AmlObject store(Frame frame, AmlObject value, Mode mode);

  /** Stores an integer. */
  void storeNumber(Frame frame, long value, Mode mode) {
    store(frame, AmlInteger.of(value), mode);
  }
}
