package org.memslot.cli.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {
  @Test
  void numbersCount() {
    List<String> names =
        new ArrayList<>(
            List.of(
                "",
                "10",
                "DSDT",
                "SSDT",
                "SSDT.dat",
                "SSDT1",
                "SSDT1.dat",
                "SSDT2",
                "SSDT10",
                "SSDT18446744073709551616",
                "SSDT18446744073709551617",
                "dynamic/SSDT3"));
    List<String> sorted = List.copyOf(names);
    Collections.shuffle(names, new Random(1));

    names.sort(NaturalOrder.INSTANCE);

    assertThat(names).isEqualTo(sorted);
  }

  @Test
  void differentNamesAreNeverEqual() {
    assertThat(NaturalOrder.INSTANCE.compare("SSDT01", "SSDT1")).isNotZero();
    assertThat(NaturalOrder.INSTANCE.compare("a01b1", "a1b01")).isNotZero();
    assertThat(NaturalOrder.INSTANCE.compare("SSDT1", "SSDT1")).isZero();
  }
}
