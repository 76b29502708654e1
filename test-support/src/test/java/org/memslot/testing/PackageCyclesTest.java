package org.memslot.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.memslot.testing.sample.Root;

/** Dependencies between packages are read from classes, and cycles are found. */
class PackageCyclesTest {
  private static final String ROOT = "org/memslot/testing/sample";
  private static final String RING = ROOT + "/ring";
  private static final String LINK = ROOT + "/link";

  @Test
  void eachPackageHasTheOthersThatItUses() {
    assertThat(PackageCycles.dependencies(Root.class))
        .containsEntry(ROOT, Set.of())
        .containsEntry(RING, Set.of(ROOT, LINK))
        .containsEntry(LINK, Set.of(RING))
        .containsEntry(ROOT + "/user", Set.of(RING));
  }

  @Test
  void onlyPackagesOfACycleAreInACycle() {
    assertThat(PackageCycles.of(Root.class))
        .isEqualTo(Map.of(RING, Set.of(LINK), LINK, Set.of(RING)));
  }

  @Test
  void aModuleWithOnePackageHasNoCycle() {
    assertThat(PackageCycles.of(PackageCycles.class)).isEmpty();
  }
}
