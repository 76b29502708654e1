package org.memslot.ospm.interpreter.host;

import java.time.Duration;
import org.memslot.ospm.interpreter.value.AmlStatus;

/**
 * What one evaluation may use. AML comes from firmware, and firmware can be wrong or hostile: each
 * limit ends an evaluation with its own {@link AmlStatus} where the machine would otherwise hang.
 *
 * @param callDepth how many method calls may be nested (AE_AML_METHOD_LIMIT)
 * @param nesting how many expressions and blocks may be nested over all calls (AE_STACK_OVERFLOW);
 *     the default fits in a thread stack of 1 MiB
 * @param turns how many loop turns and method calls an evaluation may make (AE_AML_LOOP_TIMEOUT)
 * @param time how long it may take by the {@link AmlClock} (AE_AML_LOOP_TIMEOUT, AE_TIME)
 * @param objectSize the largest string, buffer or package, in bytes; a package element counts eight
 *     (AE_LIMIT)
 * @param packageDepth how deeply packages may be nested (AE_LIMIT)
 * @param allocation the bytes of all objects that one evaluation makes (AE_LIMIT)
 */
public record AmlLimits(
    int callDepth,
    int nesting,
    long turns,
    Duration time,
    int objectSize,
    int packageDepth,
    long allocation) {
  /** Enough for any sane firmware. */
  public static final AmlLimits DEFAULT =
      new AmlLimits(255, 2000, 100_000_000L, Duration.ofSeconds(30), 1 << 24, 256, 1L << 30);

  /**
   * Checks the limits.
   *
   * @throws IllegalArgumentException if one is not positive
   */
  public AmlLimits {
    if (callDepth <= 0
        || nesting <= 0
        || turns <= 0
        || !time.isPositive()
        || objectSize <= 0
        || packageDepth <= 0
        || allocation <= 0) {
      throw new IllegalArgumentException("a limit must be positive");
    }
  }

  /** Returns these limits with another number of loop turns and calls. */
  public AmlLimits withTurns(long limit) {
    return new AmlLimits(callDepth, nesting, limit, time, objectSize, packageDepth, allocation);
  }

  /** Returns these limits with another time. */
  public AmlLimits withTime(Duration limit) {
    return new AmlLimits(callDepth, nesting, turns, limit, objectSize, packageDepth, allocation);
  }

  /** Returns these limits with another largest object and total, both in bytes. */
  public AmlLimits withSizes(int object, long total) {
    return new AmlLimits(callDepth, nesting, turns, time, object, packageDepth, total);
  }
}
