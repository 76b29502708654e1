package org.memslot.aml.asl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.memslot.aml.AmlDecoder;
import org.memslot.aml.AmlEncoder;
import org.memslot.aml.AmlTable;
import org.memslot.testing.Acpica;
import org.memslot.testing.Seeds;

/**
 * Random methods go round in bytes and, with the referee, in text: {@code -Dseed=N} repeats a run.
 */
class RandomMethodsTest {
  private static final long SEED = Seeds.seed("RandomMethodsTest", 20261124);
  private static final int TABLES = 200;
  private static final int TABLES_FOR_REFEREE = 12;

  private static List<AmlTable> tables(int count) {
    System.out.println("seed=" + SEED);
    RandomMethods terms = new RandomMethods(new Random(SEED));
    List<AmlTable> tables = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      tables.add(TestTables.ssdt(terms.table()));
    }
    return tables;
  }

  @Test
  void encodedTreesDecodeToThemselves() {
    for (AmlTable table : tables(TABLES)) {
      assertThat(AmlDecoder.decode(AmlEncoder.encode(table)).table()).isEqualTo(table);
    }
  }

  @Test
  void refereeMakesTheBytesOfEitherStyle() {
    for (AmlTable table : tables(TABLES_FOR_REFEREE)) {
      byte[] aml = AmlEncoder.encode(table);

      Acpica.assertSameTable(Acpica.compile(AslPrinter.print(table), "-oa"), aml);
      Acpica.assertSameTable(Acpica.compile(AslPrinter.print(table)), aml);
      Acpica.assertSameTable(
          Acpica.compile(AslPrinter.print(table, AslOptions.DEFAULT.legacy())), aml);
    }
  }
}
