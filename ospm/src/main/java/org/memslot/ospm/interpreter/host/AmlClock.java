package org.memslot.ospm.interpreter.host;

/** The time AML sees: what Timer reads, and what Sleep, Stall, Wait and Acquire wait for. */
public interface AmlClock {
  /** Returns the nanoseconds since some fixed moment; it never goes back. */
  long nanos();

  /**
   * Lets this much time pass.
   *
   * @param nanos a positive number of nanoseconds
   * @throws InterruptedException if the thread is asked to stop: the evaluation ends with
   *     AE_ABORT_METHOD
   */
  void sleep(long nanos) throws InterruptedException;

  /** Returns the machine's own clock: Sleep takes real time. */
  static AmlClock system() {
    return new SystemClock();
  }
}
