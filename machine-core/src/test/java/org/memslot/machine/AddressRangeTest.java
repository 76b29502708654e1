package org.memslot.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AddressRangeTest {
  @Test
  void endsAtTheLastByteOfTheSpace() {
    AddressRange top = AddressRange.of(-0x1000L, 0x1000);
    assertThat(top.last()).isEqualTo(-1L);
    assertThat(top.contains(-1L)).isTrue();
    assertThat(top.contains(0)).isFalse();
    assertThat(AddressRange.of(-1L, 1)).isEqualTo(new AddressRange(-1L, -1L));
  }

  @Test
  void lengthsOfHalfTheSpaceAndMoreAreUnsigned() {
    AddressRange half = AddressRange.of(1L << 63, 1L << 63);
    assertThat(half.last()).isEqualTo(-1L);
    assertThat(half.length()).isEqualTo(1L << 63);
    assertThat(AddressRange.of(1, -1L).last()).isEqualTo(-1L);
    assertThat(AddressRange.ALL.length()).as("2^64 is written 0").isZero();
  }

  @Test
  void lengthZeroAndOverflowAreRefusedWithTheValues() {
    assertThatThrownBy(() -> AddressRange.of(0x5000, 0))
        .isInstanceOfSatisfying(
            AddressRangeException.class,
            e -> {
              assertThat(e.base()).isEqualTo(0x5000);
              assertThat(e.value()).isZero();
            })
        .hasMessage("length 0 at 0x5000");
    assertThatThrownBy(() -> AddressRange.of(-0x1000L, 0x1001))
        .isInstanceOf(AddressRangeException.class)
        .hasMessage("0x1001 bytes from 0xfffffffffffff000 run past the end of the 64-bit space");
    assertThatThrownBy(() -> AddressRange.of(2, -1L)).isInstanceOf(AddressRangeException.class);
    assertThatThrownBy(() -> new AddressRange(1, 0)).isInstanceOf(AddressRangeException.class);
  }

  @Test
  void comparesUnsigned() {
    AddressRange low = new AddressRange(0, 9);
    AddressRange high = new AddressRange(-10L, -1L);
    assertThat(low).isLessThan(high);
    assertThat(low.overlaps(high)).isFalse();
    assertThat(AddressRange.ALL.contains(high)).isTrue();
    assertThat(high.contains(AddressRange.ALL)).isFalse();
    assertThat(AddressRange.ALL.overlaps(low)).isTrue();
  }

  @Test
  void intersectionIsWhatBothContain() {
    AddressRange a = new AddressRange(0x1000, 0x2fff);
    AddressRange b = new AddressRange(0x2000, 0x3fff);
    assertThat(a.intersection(b)).contains(new AddressRange(0x2000, 0x2fff));
    assertThat(b.intersection(a)).contains(new AddressRange(0x2000, 0x2fff));
    assertThat(a.intersection(new AddressRange(0x3000, 0x3000))).isEmpty();
    assertThat(a).hasToString("0x1000-0x2fff");
  }
}
