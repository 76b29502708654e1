package org.memslot.hotplug;

import java.util.Random;

/** Randomness of tests: a fixed seed unless {@code -Dseed=N} gives another; always printed. */
public final class Seeds {
  private Seeds() {}

  public static Random random(String test) {
    long seed = Long.getLong("seed", 20120419L);
    System.out.println(test + ": seed " + seed + " (-Dtest.jvm.options=-Dseed=" + seed + ")");
    return new Random(seed);
  }
}
