package org.memslot.ospm.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.memslot.aml.RegionSpace;
import org.memslot.ospm.interpreter.host.AmlHost;
import org.memslot.ospm.interpreter.host.AmlLimits;
import org.memslot.ospm.interpreter.host.RegionHandler;
import org.memslot.ospm.interpreter.host.VirtualClock;
import org.memslot.ospm.interpreter.value.AmlException;
import org.memslot.ospm.interpreter.value.NamespaceNode;
import org.memslot.testing.Seeds;

/** Damaged AML gives values or typed errors, and ends. */
class MutatedAmlTest {
  private static final int ROUNDS = 400;
  private static final AmlLimits LIMITS =
      AmlLimits.DEFAULT.withTurns(2_000).withSizes(1 << 16, 4 << 20);

  @Test
  void valueOrTypedError() throws IOException {
    long seed = Seeds.seed("MutatedAmlTest", 20261124);
    SplittableRandom random = new SplittableRandom(seed);
    List<byte[]> tables = new ArrayList<>();
    for (String table : ReferenceSuite.TABLES) {
      tables.add(ReferenceSuite.resource(table + ".aml"));
    }
    tables.add(ReferenceSuite.resource("bounds.aml"));
    tables.add(ReferenceSuite.resource("behaviour.aml"));
    int evaluated = 0;
    for (int round = 0; round < ROUNDS; round++) {
      byte[] table = tables.get(random.nextInt(tables.size())).clone();
      int damages = 1 + random.nextInt(12);
      for (int i = 0; i < damages; i++) {
        table[36 + random.nextInt(table.length - 36)] = damage(random, table);
      }
      evaluated += run(table);
    }
    assertThat(evaluated).isGreaterThan(ROUNDS);
  }

  /** A byte of the table is more likely to mean something than any byte. */
  private static byte damage(SplittableRandom random, byte[] table) {
    return random.nextBoolean()
        ? (byte) random.nextInt(256)
        : table[36 + random.nextInt(table.length - 36)];
  }

  private static int run(byte[] table) {
    AmlInterpreter interpreter = new AmlInterpreter(new VirtualClock(), new AmlHost() {}, LIMITS);
    RegionHandler space = region -> new EmptyAccess();
    interpreter.install(RegionSpace.SYSTEM_MEMORY, space);
    interpreter.install(RegionSpace.SYSTEM_IO, space);
    interpreter.load(table);
    List<NamespaceNode> nodes = new ArrayList<>();
    interpreter.namespace().walk(interpreter.namespace().root(), nodes::add);
    int evaluated = 0;
    for (NamespaceNode node : nodes) {
      try {
        interpreter.evaluate(node).ifPresent(value -> assertThat(value.toString()).isNotNull());
        evaluated++;
      } catch (AmlException e) {
        assertThat(e.getMessage()).startsWith(e.status().toString());
      }
    }
    return evaluated;
  }

  private static final class EmptyAccess implements RegionHandler.Access {
    @Override
    public long read(long address, int width) {
      return 0;
    }

    @Override
    public void write(long address, int width, long value) {}
  }
}
