package org.memslot.stress;

import org.memslot.machine.AddressSpace;
import org.memslot.machine.RomRegion;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** Changes that two threads make at once both survive. */
@JCStressTest
@Outcome(id = "513", expect = Expect.ACCEPTABLE, desc = "both")
@Outcome(expect = Expect.FORBIDDEN, desc = "one is lost")
@State
public class TwoChanges {
  private final AddressSpace ports = AddressSpace.ports("ports");

  @Actor
  public void first() {
    plug(0x10, 1);
  }

  @Actor
  public void second() {
    plug(0x11, 2);
  }

  private void plug(long port, int content) {
    ports.change(c -> c.add(port, RomRegion.of("rom", new byte[] {(byte) content})));
  }

  @Arbiter
  public void both(I_Result seen) {
    seen.r1 = ports.read16(0x10);
  }
}
