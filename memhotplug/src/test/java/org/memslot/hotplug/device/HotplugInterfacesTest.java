package org.memslot.hotplug.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.memslot.bios.AnonymousArea;
import org.memslot.bios.E820Map;
import org.memslot.bios.E820Type;
import org.memslot.bios.FirmwareLimitException;
import org.memslot.bios.MachineInformation;
import org.memslot.bios.MachineInformationBuilder;
import org.memslot.bios.ParavirtInformation;
import org.memslot.bios.SlotInformation;
import org.memslot.hotplug.HotplugInterface;
import org.memslot.machine.AddressRange;

/** What the AML of the interfaces can describe. */
class HotplugInterfacesTest {
  private static final long GIB = 1L << 30;
  private static final long BLOCK = 128 << 20;

  private static MachineInformationBuilder machine(int slots) {
    List<SlotInformation> all =
        IntStream.range(0, slots)
            .mapToObj(
                slot -> new SlotInformation(AddressRange.of(4 * GIB + slot * BLOCK, BLOCK), 0))
            .toList();
    return MachineInformation.builder(E820Map.EMPTY.add(AddressRange.of(0, 64 << 20), E820Type.RAM))
        .paravirt(new ParavirtInformation(List.of(0), List.of(), all));
  }

  private static Optional<AnonymousArea> area(int slots) {
    return Optional.of(new AnonymousArea(AddressRange.of(1024 * GIB, 1024 * GIB), 0, slots));
  }

  @Test
  void theInterfacesHaveTheirNames() {
    assertThat(HotplugInterfaces.STANDARD)
        .extracting(HotplugInterface::name)
        .containsExactly("memslot", "qemu");
    assertThat(HotplugInterfaces.named("qemu")).contains(HotplugInterfaces.QEMU);
    assertThat(HotplugInterfaces.named("pci")).isEmpty();
  }

  @Test
  void thePackageMeonHas255Elements() {
    assertThat(new MemslotDevice().tables(machine(255).build())).hasSize(1);
    assertThatThrownBy(() -> new MemslotDevice().tables(machine(256).build()))
        .isInstanceOfSatisfying(
            FirmwareLimitException.class, e -> assertThat(e.limit()).isEqualTo(255))
        .hasMessageContaining("memory slots of the memslot interface")
        .hasMessageContaining("a package whose count is a byte");
  }

  @Test
  void slotsWithoutARangeCountWithTheOthers() {
    assertThat(new QemuHotplugDevice().aml(machine(1).anonymous(area(4095)).build()).terms())
        .isNotEmpty();
    assertThatThrownBy(() -> new QemuHotplugDevice().aml(machine(1).anonymous(area(4096)).build()))
        .isInstanceOfSatisfying(
            FirmwareLimitException.class, e -> assertThat(e.limit()).isEqualTo(4096))
        .hasMessageContaining("MP00 to MFFF");
  }

  @Test
  void the2012InterfaceHasNone() {
    assertThatThrownBy(() -> new MemslotDevice().tables(machine(0).anonymous(area(1)).build()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("tells every range at the start");
  }
}
