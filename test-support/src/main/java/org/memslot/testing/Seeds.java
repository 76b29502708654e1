package org.memslot.testing;

import java.util.Random;

/** Seeds of random tests: fixed unless {@code -Dseed=N} sets another, and always printed. */
public final class Seeds {
  private Seeds() {}

  /**
   * Returns the seed of a test and prints it.
   *
   * @param test a name for the output
   * @param fixed the seed unless the system property {@code seed} is set
   */
  public static long seed(String test, long fixed) {
    long seed = Long.getLong("seed", fixed);
    System.out.println(test + ": seed " + seed + " (-Dtest.jvm.options=-Dseed=" + seed + ")");
    return seed;
  }

  /** Returns a generator that starts from {@link #seed(String, long)}. */
  public static Random random(String test, long fixed) {
    return new Random(seed(test, fixed));
  }

  /**
   * Returns how many random cases a test tries: a short form's, or as many times more as the system
   * property {@code fuzz} says.
   */
  public static int cases(int shortForm) {
    return shortForm * Integer.getInteger("fuzz", 1);
  }

  /** Returns a generator with the project's usual seed. */
  public static Random random(String test) {
    return random(test, 20120419);
  }
}
