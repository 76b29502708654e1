package org.memslot.bios;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.memslot.aml.ByteList;
import org.memslot.bios.firmware.Board;
import org.memslot.machine.AddressRange;
import org.memslot.machine.AddressSpace;

/**
 * {@code etc/reserved-memory-end} as QEMU writes it and SeaBIOS and OVMF read it: a little-endian
 * u64, the end of hot-pluggable memory in whole GiB.
 */
class ReservedMemoryEndTest {
  private static final long M = 1L << 20;

  private static MachineInformation machine(Optional<AnonymousArea> area, AddressRange... slots) {
    List<SlotInformation> all = new ArrayList<>();
    for (AddressRange slot : slots) {
      all.add(new SlotInformation(slot, 0));
    }
    return MachineInformation.builder(E820Map.EMPTY.add(AddressRange.of(0, 512 * M), E820Type.RAM))
        .paravirt(new ParavirtInformation(List.of(0), List.of(), all))
        .anonymous(area)
        .build();
  }

  private static Optional<ByteList> file(MachineInformation machine) {
    FwCfg fwCfg = new FwCfg(AddressSpace.memory("memory"));
    machine.publish(fwCfg);
    return fwCfg.file("etc/reserved-memory-end");
  }

  private static ByteList gib(int count) {
    long end = count * Board.G;
    byte[] bytes = new byte[8];
    for (int i = 0; i < 8; i++) {
      bytes[i] = (byte) (end >>> (8 * i));
    }
    return ByteList.of(bytes);
  }

  @Test
  void slotsEndAtAWholeGib() {
    assertThat(file(machine(Optional.empty(), AddressRange.of(4 * Board.G, 128 * M))))
        .contains(gib(5));
    assertThat(
            file(
                machine(
                    Optional.empty(),
                    AddressRange.of(9 * Board.G, Board.G),
                    AddressRange.of(4 * Board.G, 128 * M))))
        .contains(gib(10));
  }

  @Test
  void addressesThatSlotsMayGetCount() {
    AnonymousArea area = new AnonymousArea(AddressRange.of(5 * Board.G, 7 * Board.G), 0, 4);
    assertThat(file(machine(Optional.of(area)))).contains(gib(12));
    assertThat(file(machine(Optional.of(area), AddressRange.of(16 * Board.G, 128 * M))))
        .contains(gib(17));
  }

  @Test
  void withoutSlotsAbove4GibThereIsNoFile() {
    FwCfg fwCfg = new FwCfg(AddressSpace.memory("memory"));
    machine(Optional.empty(), AddressRange.of(4 * Board.G, 128 * M)).publish(fwCfg);
    machine(Optional.empty()).publish(fwCfg);
    assertThat(fwCfg.file("etc/reserved-memory-end")).isEmpty();
    assertThat(file(machine(Optional.empty(), AddressRange.of(512 * M, 512 * M)))).isEmpty();
  }
}
