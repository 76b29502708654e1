package org.memslot.bios.example;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FirmwareExampleTest {
  @Test
  void theExampleShowsMapPlacesAndFields() {
    assertThat(FirmwareExample.show())
        .contains("0x0-0x9fbff RAM", "RSDP at 0xf0000", "FACS at 0x3fff000", "SSDT at 0x")
        .contains("Base Address : 0000000100000000");
  }
}
