package org.memslot.stress;

import org.memslot.machine.OrderedAccess;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.J_Result;

/** Updates of a word by one thread and of a byte of it by another both survive. */
@JCStressTest
@Outcome(id = "4294967809", expect = Expect.ACCEPTABLE, desc = "both")
@Outcome(expect = Expect.FORBIDDEN, desc = "one is lost")
@State
public class Updates {
  private final long cell = Cells.next();
  private final OrderedAccess ordered = Cells.SPACE.ordered();

  @Actor
  public void words() {
    ordered.getAndAdd64(cell, 0x1_0000_0001L);
  }

  @Actor
  public void bytes() {
    ordered.compareAndExchange8(cell + 1, 0, 2);
  }

  @Arbiter
  public void both(J_Result seen) {
    seen.r1 = Cells.SPACE.read64(cell);
  }
}
