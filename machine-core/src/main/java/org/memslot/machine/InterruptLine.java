package org.memslot.machine;

/**
 * One interrupt wire, seen from the device that drives it. Level triggered: raising a line that is
 * up, or lowering one that is down, changes nothing.
 */
public interface InterruptLine {
  /** Asserts the line. */
  void raise();

  /** Deasserts the line. */
  void lower();

  /**
   * Whether the line is up.
   *
   * @return true when asserted
   */
  boolean isAsserted();
}
