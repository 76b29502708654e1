package org.memslot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.memslot.testing.PackageCycles;

/** The packages of the module depend on each other in one direction only. */
class PackageCyclesTest {
  @Test
  void noPackageDependsOnItselfByWayOfOthers() {
    assertThat(PackageCycles.dependencies(Memslot.class)).containsKey("org/memslot/cli");
    assertThat(PackageCycles.of(Memslot.class)).isEmpty();
  }
}
