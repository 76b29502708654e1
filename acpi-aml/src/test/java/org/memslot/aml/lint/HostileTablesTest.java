package org.memslot.aml.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.memslot.aml.AmlDecoder;
import org.memslot.aml.AmlTable;
import org.memslot.aml.Asl;
import org.memslot.aml.DataObject.Buffer;
import org.memslot.aml.TableHeader;
import org.memslot.aml.TermListBuilder;
import org.memslot.aml.resource.ResourceTemplate;
import org.memslot.testing.Seeds;

/** The checks take any tree, in bounded time. Replay with {@code -Dtest.jvm.options=-Dseed=N}. */
class HostileTablesTest {
  private static final int MUTATIONS = 400;
  private static final Duration LIMIT = Duration.ofSeconds(20);

  @Test
  void changedTablesAreChecked() throws Exception {
    Random random = Seeds.random("HostileTablesTest", 20261130);
    for (String name : List.of("q35-slots-numa-DSDT", "q35-nvdimm-SSDT", "pc-devices-DSDT")) {
      byte[] original = qemu(name);
      for (int i = 0; i < MUTATIONS; i++) {
        byte[] table = original.clone();
        for (int change = random.nextInt(8); change >= 0; change--) {
          int at = TableHeader.LENGTH + random.nextInt(table.length - TableHeader.LENGTH);
          table[at] = (byte) random.nextInt(256);
        }
        LintTable tree = new LintTable(name, AmlDecoder.decode(table).table());
        assertThat(AmlLint.check(List.of(tree, tree))).isNotNull();
      }
    }
  }

  @Test
  void manyDevicesThatClaimTheSameAreBounded() {
    Buffer port = Buffer.of(ResourceTemplate.of(r -> r.ioPorts(0x60, 1)).encode());
    LintTable table =
        table(
            block -> {
              for (int i = 0; i < 20_000; i++) {
                block.device("D%03X".formatted(i % 4096), device -> device.name("_CRS", port));
              }
            });

    Assertions.assertTimeout(
        LIMIT, () -> assertThat(AmlLint.check(table)).hasSize(20_000 - 4096 + 4095));
  }

  @Test
  void manyTablesThatDeclareTheSameAreBounded() {
    List<LintTable> tables = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      int own = i;
      tables.add(
          table(
              block -> {
                block.name("VALU", Asl.integer(own + 2));
                for (int j = 0; j < 100; j++) {
                  block.event("E%03X".formatted(j));
                }
              }));
    }

    Assertions.assertTimeout(LIMIT, () -> assertThat(AmlLint.check(tables)).hasSize(999 * 101));
  }

  @Test
  void nestedLoopsAreFollowedOnce() {
    LintTable table =
        table(
            block ->
                block.method(
                    "USER",
                    0,
                    body -> {
                      for (int i = 0; i < 200; i++) {
                        loops(body, 200);
                      }
                    }));

    Assertions.assertTimeout(LIMIT, () -> assertThat(AmlLint.check(table)).isNotEmpty());
  }

  private static void loops(TermListBuilder body, int depth) {
    if (depth > 0) {
      body.whileTrue(Asl.LOCAL0, loop -> loops(loop, depth - 1));
    }
  }

  private static LintTable table(java.util.function.Consumer<TermListBuilder> body) {
    TableHeader header = new TableHeader("SSDT", 2, "MEMSLT", "TEST", 1, "INTL", 1);
    return new LintTable("SSDT.aml", AmlTable.of(header, body));
  }

  private static byte[] qemu(String name) throws Exception {
    try (var in = HostileTablesTest.class.getResourceAsStream("/qemu/" + name + ".aml")) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }
}
