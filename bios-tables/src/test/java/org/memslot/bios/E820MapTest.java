package org.memslot.bios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.memslot.aml.ByteList;
import org.memslot.machine.AddressRange;
import org.memslot.testing.Seeds;

class E820MapTest {
  private static final AddressRange LOW = AddressRange.of(0, 0x2000_0000);
  private static final AddressRange SLOT0 = AddressRange.of(0x1_0000_0000L, 0x2000_0000);
  private static final AddressRange SLOT1 = AddressRange.of(0x1_2000_0000L, 0x2000_0000);

  private static E820Map boot() {
    return E820Map.EMPTY.add(SLOT1, E820Type.RAM).add(LOW, E820Type.RAM).add(SLOT0, E820Type.RAM);
  }

  @Test
  void slotsThatTouchStayEntriesOfTheirOwn() {
    assertThat(boot().entries()).extracting(E820Entry::range).containsExactly(LOW, SLOT0, SLOT1);
    assertThat(boot().remove(SLOT0).entries())
        .extracting(E820Entry::range)
        .containsExactly(LOW, SLOT1);
    assertThat(boot().ramBytes()).isEqualTo(0x6000_0000L);
  }

  @Test
  void mergedJoinsNeighboursOfOneTypeOnly() {
    E820Map merged = boot().add(AddressRange.of(0x2000_0000, 0x1000), E820Type.ACPI).merged();
    assertThat(merged.toString())
        .isEqualTo(
            """
            0x0-0x1fffffff RAM
            0x20000000-0x20000fff ACPI data
            0x100000000-0x13fffffff RAM""");
  }

  @Test
  void aSlotIsSpannedByOneEntryOrNot() {
    AddressRange across = new AddressRange(SLOT0.first(), SLOT1.last());
    assertThat(boot().spans(SLOT0)).isTrue();
    assertThat(boot().spans(across)).isFalse();
    assertThat(boot().merged().spans(across)).isTrue();
    assertThat(boot().set(SLOT0, E820Type.RESERVED).spans(SLOT0)).isFalse();
  }

  @Test
  void carvingCutsAndSplits() {
    E820Map map = boot().reserve(new AddressRange(0xa0000, 0xfffff));
    assertThat(map.entries().subList(0, 3).toString())
        .isEqualTo("[0x0-0x9ffff RAM, 0xa0000-0xfffff reserved, 0x100000-0x1fffffff RAM]");
    E820Map empty = map.carve(AddressRange.ALL);
    assertThat(empty).isEqualTo(E820Map.EMPTY);
  }

  @Test
  void rangesThatTouchLeaveNothingBetweenThem() {
    E820Map map = E820Map.EMPTY.add(new AddressRange(-0x2000, -1), E820Type.RAM);
    E820Map halves = map.carve(new AddressRange(-0x2000, -0x1001));
    assertThat(halves).hasToString("0xfffffffffffff000-0xffffffffffffffff RAM");
    assertThat(halves.carve(new AddressRange(-0x1000, -1))).isEqualTo(E820Map.EMPTY);
    assertThat(halves.add(new AddressRange(-0x2000, -0x1001), E820Type.RAM).merged())
        .isEqualTo(map);
  }

  @Test
  void whatOverlapsIsRefusedAndBothAreNamed() {
    assertThatThrownBy(() -> boot().add(AddressRange.of(0x1ffff000, 0x2000), E820Type.NVS))
        .isInstanceOf(E820OverlapException.class)
        .hasMessageContaining("0x1ffff000-0x20000fff ACPI NVS")
        .hasMessageContaining("0x0-0x1fffffff RAM");
  }

  @Test
  void etcE820IsTwentyBytesAnEntryLittleEndian() {
    E820Map map = E820Map.EMPTY.add(AddressRange.of(0x1_0000_0000L, 0x200), E820Type.RESERVED);
    assertThat(map.encode())
        .isEqualTo(
            ByteList.of(
                HexFormat.ofDelimiter(" ")
                    .parseHex("00 00 00 00 01 00 00 00 00 02 00 00 00 00 00 00 02 00 00 00")));
    assertThat(map.encodeTable().slice(0, 9)).hasToString("[01 00 00 00 00 00 00 00 01]");
  }

  @Test
  void theLastByteOfTheAddressSpaceCanBeDescribed() {
    E820Map map = E820Map.EMPTY.add(new AddressRange(-0x1000, -1), E820Type.RESERVED);
    assertThat(E820Map.decode(map.encode())).isEqualTo(map);
    assertThat(map.carve(new AddressRange(-1, -1)).entries().getFirst().range().last())
        .isEqualTo(-2);
  }

  @Test
  void theWholeAddressSpaceHasNoLengthToEncode() {
    assertThatThrownBy(() -> new E820Entry(AddressRange.ALL, E820Type.RAM))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2^64");
  }

  @Test
  void malformedBytesAreRefusedWithTheirOffset() {
    ByteList good = boot().encode();
    assertOffset(good.slice(0, 47), 40);
    assertOffset(change(good, 28, new byte[8]), 20);
    assertOffset(change(good, 28, new byte[] {-1, -1, -1, -1, -1, -1, -1, -1}), 20);
    assertOffset(change(good, 20, good.slice(0, 8).toArray()), 0);
    assertThatThrownBy(() -> E820Map.decodeTable(change(boot().encodeTable(), 0, new byte[] {4})))
        .isInstanceOf(FirmwareDataException.class)
        .hasMessageContaining("4 entries counted in 60 bytes");
    assertThatThrownBy(() -> E820Map.decodeTable(ByteList.of((byte) 1)))
        .isInstanceOf(FirmwareDataException.class);
  }

  @Test
  void anyBytesEitherDecodeToWhatEncodesAgainOrAreRefused() {
    Random random = Seeds.random("E820MapTest", 20121101);
    int decoded = 0;
    for (int i = 0; i < 50_000; i++) {
      byte[] content = new byte[random.nextInt(4) * E820Map.ENTRY_SIZE + random.nextInt(8) / 7];
      random.nextBytes(content);
      try {
        E820Map map = E820Map.decode(ByteList.of(content));
        assertThat(E820Map.decode(map.encode())).isEqualTo(map);
        decoded++;
      } catch (FirmwareDataException e) {
        assertThat(e.offset()).isBetween(0L, (long) content.length);
      }
    }
    assertThat(decoded).isPositive();
  }

  private static void assertOffset(ByteList content, long offset) {
    assertThatThrownBy(() -> E820Map.decode(content))
        .isInstanceOfSatisfying(
            FirmwareDataException.class, e -> assertThat(e.offset()).isEqualTo(offset));
  }

  private static ByteList change(ByteList content, int at, byte[] with) {
    byte[] copy = content.toArray();
    System.arraycopy(with, 0, copy, at, with.length);
    return ByteList.of(copy);
  }
}
