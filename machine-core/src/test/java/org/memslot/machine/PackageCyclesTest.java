package org.memslot.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.memslot.testing.PackageCycles;

/** The packages of the module depend on each other in one direction only. */
class PackageCyclesTest {
  @Test
  void noPackageDependsOnItselfByWayOfOthers() {
    assertThat(PackageCycles.dependencies(AddressSpace.class)).containsKey("org/memslot/machine");
    assertThat(PackageCycles.of(AddressSpace.class)).isEmpty();
  }
}
