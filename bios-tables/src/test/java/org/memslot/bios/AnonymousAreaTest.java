package org.memslot.bios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.memslot.aml.ByteList;
import org.memslot.bios.acpi.Msct;
import org.memslot.bios.acpi.Srat;
import org.memslot.bios.acpi.SratEntry;
import org.memslot.bios.firmware.Board;
import org.memslot.bios.firmware.FirmwareResult;
import org.memslot.machine.AddressRange;

class AnonymousAreaTest {
  private static final AnonymousArea AREA =
      new AnonymousArea(AddressRange.of(5 * Board.G, 7 * Board.G), 1, 300);

  private static MachineInformation machine(Optional<AnonymousArea> area) {
    MachineInformation named = Board.machine(2, 2, 1);
    return MachineInformation.builder(named.memory())
        .presentCpus(2)
        .paravirt(named.paravirt())
        .anonymous(area)
        .build();
  }

  @Test
  void whatIsEncodedDecodes() {
    assertThat(AnonymousArea.decode("file", AREA.encode())).isEqualTo(AREA);
  }

  @Test
  void firmwareReadsWhatTheBoardPublished() {
    Board board = new Board(machine(Optional.of(AREA)));
    assertThat(MachineInformation.read(new FwCfgClient(board.ports)).anonymous()).contains(AREA);
    machine(Optional.empty()).publish(board.fwCfg);
    assertThat(MachineInformation.read(new FwCfgClient(board.ports)).anonymous()).isEmpty();
  }

  @Test
  void sratAnnouncesOneHotPluggableRangeForAll() {
    FirmwareResult result = new Board(machine(Optional.of(AREA))).boot();
    Srat srat = Srat.decode(result.table("SRAT").orElseThrow().content());
    assertThat(srat.entries())
        .endsWith(
            new SratEntry.MemoryAffinity(0, 4 * Board.G, 0x800_0000, 3),
            new SratEntry.MemoryAffinity(1, 5 * Board.G, 7 * Board.G, 3));
    Msct msct = Msct.decode(result.table("MSCT").orElseThrow().content());
    assertThat(msct.maxAddress()).isEqualTo(12 * Board.G - 1);
  }

  @Test
  void slotsWithoutARangeCountWithTheOthers() {
    assertThat(machine(Optional.of(AREA)).slotCount()).isEqualTo(301);
  }

  @Test
  void malformedBytesAreRefusedWithTheirOffset() {
    assertRefused(ByteList.of(new byte[31]), 0, "31 bytes, must be 32");
    assertRefused(words(4096, 0, 0, 1), 0, "empty");
    assertRefused(words(-4096, 8192, 0, 1), 0, "passes 2^64");
    assertRefused(words(0, 4096, 256, 1), 16, "node: 256, must be 0 to 255");
    assertRefused(words(0, 4096, 0, 0), 24, "slots: 0, must be 1 to 4096");
    assertRefused(words(0, 4096, 0, -1), 24, "slots: 18446744073709551615");
  }

  private static void assertRefused(ByteList content, long offset, String problem) {
    assertThatThrownBy(() -> AnonymousArea.decode("file", content))
        .isInstanceOfSatisfying(
            FirmwareDataException.class, e -> assertThat(e.offset()).isEqualTo(offset))
        .hasMessageContaining(problem);
  }

  private static ByteList words(long... words) {
    ByteBuffer out = ByteBuffer.allocate(8 * words.length).order(ByteOrder.LITTLE_ENDIAN);
    for (long word : words) {
      out.putLong(word);
    }
    return ByteList.of(out.array());
  }
}
