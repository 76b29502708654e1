package org.memslot.stress;

import org.memslot.machine.AddressSpace;
import org.memslot.machine.RomRegion;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** An access across two regions that are exchanged in one change sees two old or two new ones. */
@JCStressTest
@Outcome(id = "257", expect = Expect.ACCEPTABLE, desc = "before the change")
@Outcome(id = "514", expect = Expect.ACCEPTABLE, desc = "after it")
@Outcome(expect = Expect.FORBIDDEN, desc = "half a change")
@State
public class WholeTransaction {
  private final AddressSpace ports = AddressSpace.ports("ports");
  private final RomRegion oldLow = rom(1);
  private final RomRegion oldHigh = rom(1);
  private final RomRegion newLow = rom(2);
  private final RomRegion newHigh = rom(2);

  public WholeTransaction() {
    ports.change(
        c -> {
          c.add(0x10, oldLow);
          c.add(0x11, oldHigh);
        });
  }

  private static RomRegion rom(int content) {
    return RomRegion.of("rom", new byte[] {(byte) content});
  }

  @Actor
  public void changer() {
    ports.change(
        c -> {
          c.remove(oldHigh);
          c.remove(oldLow);
          c.add(0x10, newLow);
          c.add(0x11, newHigh);
        });
  }

  @Actor
  public void reader(I_Result seen) {
    seen.r1 = ports.read16(0x10);
  }
}
