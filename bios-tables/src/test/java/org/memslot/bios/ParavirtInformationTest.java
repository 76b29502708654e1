package org.memslot.bios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.memslot.aml.ByteList;
import org.memslot.bios.ParavirtInformation.Layout;
import org.memslot.machine.AddressRange;
import org.memslot.testing.Seeds;

class ParavirtInformationTest {
  private static final SlotInformation HOT1 =
      new SlotInformation(AddressRange.of(0x1_0000_0000L, 0x2000_0000), 1);

  private static final ParavirtInformation TWO_NODES =
      new ParavirtInformation(List.of(0, 1, 1), List.of(0x1000_0000L, 0x3000_0000L), List.of(HOT1));

  private static ByteList words(long... words) {
    ByteBuffer out = ByteBuffer.allocate(8 * words.length).order(ByteOrder.LITTLE_ENDIAN);
    LongStream.of(words).forEach(out::putLong);
    return ByteList.of(out.array());
  }

  @Test
  void theFirstLayoutHasBothCountsInFront() {
    assertThat(TWO_NODES.encode(Layout.V1))
        .isEqualTo(words(2, 1, 0, 1, 1, 0x1000_0000, 0x3000_0000, 0x1_0000_0000L, 0x2000_0000, 1));
  }

  @Test
  void theLaterLayoutHasTheSlotCountAfterTheNodeMemory() {
    assertThat(TWO_NODES.encode(Layout.LATER))
        .isEqualTo(words(2, 0, 1, 1, 0x1000_0000, 0x3000_0000, 1, 0x1_0000_0000L, 0x2000_0000, 1));
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void whatIsEncodedDecodes(Layout layout) {
    assertThat(ParavirtInformation.decode(TWO_NODES.encode(layout), layout, 3))
        .isEqualTo(TWO_NODES);
    ParavirtInformation full =
        new ParavirtInformation(
            Collections.nCopies(255, 0), List.of(), Collections.nCopies(4096, HOT1));
    assertThat(ParavirtInformation.decode(full.encode(layout), layout, 255)).isEqualTo(full);
  }

  @Test
  void anItemWithoutSlotsReadsAsNoSlots() {
    assertThat(ParavirtInformation.decode(words(1, 0, 0x2000_0000), Layout.LATER, 1).slots())
        .isEmpty();
    assertThat(ParavirtInformation.decode(ByteList.EMPTY, Layout.V1, 1).slots()).isEmpty();
  }

  @Test
  void countsAndRangesOutOfBoundsAreRefusedWithTheirOffset() {
    assertRefused(words(257), 0, "nodes: 257");
    assertRefused(words(-1), 0, "nodes: 18446744073709551615");
    assertRefused(words(2, 2), 8, "node of processor 0: 2, at most 1");
    assertRefused(words(0, 0, 4097), 16, "slots: 4097, at most 4096");
    assertRefused(words(0, 0, 1, 4096, 0, 0), 24, "empty");
    assertRefused(words(0, 0, 1, -4096, 8192, 0), 24, "passes 2^64");
    assertRefused(words(0, 0, 1, 0, 8192, 256), 40, "node of slot 0: 256");
  }

  @Test
  void tooManySlotsAreRefusedWithTheLimit() {
    assertThatThrownBy(
            () -> new ParavirtInformation(List.of(0), List.of(), Collections.nCopies(4097, HOT1)))
        .isInstanceOfSatisfying(
            FirmwareLimitException.class, e -> assertThat(e.limit()).isEqualTo(4096))
        .hasMessageContaining("fewer, larger slots");
  }

  @Test
  void aProcessorOfNoNodeIsRefused() {
    assertThatThrownBy(() -> new ParavirtInformation(List.of(2), List.of(1L, 2L), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("processor 0: node 2");
  }

  @Test
  void anyBytesDecodeOrAreRefused() {
    Random random = Seeds.random("ParavirtInformationTest", 0x0d);
    for (int i = 0; i < 20_000; i++) {
      byte[] content = TWO_NODES.encode(Layout.LATER).slice(0, random.nextInt(81)).toArray();
      for (int change = random.nextInt(4); change > 0 && content.length > 0; change--) {
        content[random.nextInt(content.length)] = (byte) random.nextInt(4);
      }
      Layout layout = random.nextBoolean() ? Layout.V1 : Layout.LATER;
      try {
        ParavirtInformation decoded =
            ParavirtInformation.decode(ByteList.of(content), layout, random.nextInt(4));
        assertThat(decoded.slots().size()).isLessThanOrEqualTo(4096);
      } catch (FirmwareDataException e) {
        assertThat(e.structure()).isEqualTo("fw_cfg 0x0d");
      }
    }
  }

  private static void assertRefused(ByteList content, long offset, String problem) {
    assertThatThrownBy(() -> ParavirtInformation.decode(content, Layout.LATER, 1))
        .isInstanceOfSatisfying(
            FirmwareDataException.class, e -> assertThat(e.offset()).isEqualTo(offset))
        .hasMessageContaining(problem);
  }
}
