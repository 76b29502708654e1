package org.memslot.aml.example;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.memslot.testing.Acpica;

class WriteATableTest {
  @Test
  void printsTheTable() {
    assertThat(WriteATable.run())
        .contains("DefinitionBlock (\"\", \"SSDT\", 2, \"EXAMPL\", \"COUNTER\", 0x00000001)")
        .contains("Name (_HID, EisaId (\"PNP0C02\")")
        .contains("SUM += Arg0");
  }

  @Test
  void compiles() {
    assertThat(Acpica.compile(WriteATable.run())).isNotEmpty();
  }
}
