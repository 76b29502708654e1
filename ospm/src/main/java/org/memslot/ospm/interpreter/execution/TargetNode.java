package org.memslot.ospm.interpreter.execution;

import org.memslot.ospm.interpreter.value.AmlObject;

/** Where an operator's result goes, if anywhere: the grammar's Target. */
sealed interface TargetNode {

  /**
   * Stores a copy of the result.
   *
   * @return what the operator gives: the result, or what a bus answered
   */
  AmlObject store(Frame frame, AmlObject value, Place.Mode mode);

  /** Tells whether the result goes to the Debug object. */
  default boolean isDebug() {
    return false;
  }

  /** Stores an integer result. */
  void storeNumber(Frame frame, long value, Place.Mode mode);

  /** The result is not stored: the grammar's NullName. */
  record Nowhere() implements TargetNode {
    @Override
    public AmlObject store(Frame frame, AmlObject value, Place.Mode mode) {
      return value;
    }

    @Override
    public void storeNumber(Frame frame, long value, Place.Mode mode) {}
  }

  /**
   * The result goes to a place.
   *
   * @param place the place
   */
  record Somewhere(Place place) implements TargetNode {
    @Override
    public boolean isDebug() {
      return place instanceof ReferenceNodes.DebugNode;
    }

    @Override
    public AmlObject store(Frame frame, AmlObject value, Place.Mode mode) {
      return place.store(frame, value, mode);
    }

    @Override
    public void storeNumber(Frame frame, long value, Place.Mode mode) {
      place.storeNumber(frame, value, mode);
    }
  }
}
