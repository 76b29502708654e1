package org.memslot.stress;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.J_Result;

/** An aligned access of eight bytes is seen whole or not at all. */
@JCStressTest
@Outcome(id = "0", expect = Expect.ACCEPTABLE, desc = "before the write")
@Outcome(id = "-1", expect = Expect.ACCEPTABLE, desc = "after it")
@Outcome(expect = Expect.FORBIDDEN, desc = "torn")
@State
public class AlignedAccess {
  private final long cell = Cells.next();

  @Actor
  public void writer() {
    Cells.SPACE.write64(cell, -1L);
  }

  @Actor
  public void reader(J_Result seen) {
    seen.r1 = Cells.SPACE.read64(cell);
  }
}
