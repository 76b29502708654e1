package org.memslot.aml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.memslot.testing.Seeds;

/**
 * Random trees of all records, round both ways. Replay one run with {@code
 * -Dtest.jvm.options=-Dseed=N}.
 */
class RandomTreesTest {
  private static final int TREES = Seeds.cases(750);

  @Test
  void treesSurviveTheirBytes() {
    long seed = Seeds.seed("RandomTreesTest", 20261124);
    AmlContext context = RandomTrees.context();
    Random seeds = new Random(seed);
    Set<Class<?>> kinds = new HashSet<>();
    for (int i = 0; i < TREES; i++) {
      long treeSeed = seeds.nextLong();
      AmlTable table = new RandomTrees(new Random(treeSeed)).table();

      byte[] bytes = table.encode();
      AmlDecoding decoding = AmlDecoder.decode(bytes, context);

      assertThat(decoding.problems()).as("tree seed %d", treeSeed).isEmpty();
      assertThat(decoding.table()).as("tree seed %d", treeSeed).isEqualTo(table);
      assertThat(decoding.table().encode()).as("tree seed %d", treeSeed).isEqualTo(bytes);
      table.check(context);
      table.terms().forEach(term -> kinds.add(term.getClass()));
    }
    assertThat(kinds).hasSizeGreaterThan(50);
  }
}
