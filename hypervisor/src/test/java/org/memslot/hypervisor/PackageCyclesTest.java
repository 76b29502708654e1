package org.memslot.hypervisor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.memslot.testing.PackageCycles;

/** The packages of the module depend on each other in one direction only. */
class PackageCyclesTest {
  @Test
  void noPackageDependsOnItselfByWayOfOthers() {
    assertThat(PackageCycles.dependencies(PcBoard.class)).containsKey("org/memslot/hypervisor");
    assertThat(PackageCycles.of(PcBoard.class)).isEmpty();
  }
}
