package org.memslot.stress;

import org.memslot.machine.AddressSpace;
import org.memslot.machine.RamRegion;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * A migration copies a page after each harvest that names it: the copy ends up with the last write,
 * whichever harvest it came in. The page was dirty before, so the writer finds its bit set.
 */
@JCStressTest
@Outcome(id = "2, 2", expect = Expect.ACCEPTABLE, desc = "the copy equals the memory")
@Outcome(expect = Expect.FORBIDDEN, desc = "a write was noted by no harvest")
@State
public class DirtyHarvest {
  private final AddressSpace space = AddressSpace.memory("memory");
  private final RamRegion ram = RamRegion.create("ram", 0x1000);
  private int copy;

  public DirtyHarvest() {
    space.change(c -> c.add(0x1000, ram));
    ram.startDirtyTracking();
    space.write32(0x1000, 1);
  }

  @Actor
  public void writer() {
    space.write32(0x1000, 2);
  }

  @Actor
  public void migration() {
    copyWhatIsDirty();
  }

  @Arbiter
  public void end(II_Result seen) {
    copyWhatIsDirty();
    seen.r1 = copy;
    seen.r2 = space.read32(0x1000);
    space.change(c -> c.remove(ram));
    ram.close();
  }

  private void copyWhatIsDirty() {
    if (ram.harvestDirty().isDirty(0)) {
      copy = space.read32(0x1000);
    }
  }
}
