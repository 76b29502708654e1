package org.memslot.stress;

import org.memslot.machine.OrderedAccess;
import org.memslot.machine.OrderedAccess.Order;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** What is written before a release is seen after the acquire that sees the release. */
@JCStressTest
@Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "too early")
@Outcome(id = "0, 1", expect = Expect.ACCEPTABLE, desc = "the message before its flag")
@Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "flag and message")
@Outcome(id = "1, 0", expect = Expect.FORBIDDEN, desc = "a flag without its message")
@State
public class MessagePassing {
  private final long message = Cells.next();
  private final long flag = Cells.next();
  private final OrderedAccess ordered = Cells.SPACE.ordered();

  @Actor
  public void sender() {
    Cells.SPACE.write32(message, 1);
    ordered.set32(flag, 1, Order.ACQUIRE_RELEASE);
  }

  @Actor
  public void receiver(II_Result seen) {
    seen.r1 = ordered.get32(flag, Order.ACQUIRE_RELEASE);
    seen.r2 = Cells.SPACE.read32(message);
  }
}
