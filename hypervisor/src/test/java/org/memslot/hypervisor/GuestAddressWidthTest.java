package org.memslot.hypervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.memslot.machine.AddressRange;
import org.memslot.machine.ByteSize;

class GuestAddressWidthTest {
  private static final List<GuestAddressWidth.Memory> MEMORY =
      List.of(
          new GuestAddressWidth.Memory("boot memory", AddressRange.of(0, ByteSize.GIB)),
          new GuestAddressWidth.Memory(
              "memslot far", AddressRange.of(511 * ByteSize.GIB, ByteSize.GIB)));

  @Test
  void aGuestIsToldWhatTheMachineHas() {
    GuestAddressWidth width = new GuestAddressWidth(40, 48);
    assertThat(width.told()).isEqualTo(40);
    width.requireAddressable(MEMORY);
    assertThat(width.advice()).isEmpty();
  }

  @Test
  void aGuestIsNotToldOfMoreThanTheHostHas() {
    GuestAddressWidth width = new GuestAddressWidth(46, 39);
    assertThat(width.told()).isEqualTo(39);
    width.requireAddressable(MEMORY);
    assertThat(width.advice())
        .contains(
            "physical addresses of 46 bits: this host's KVM gives guests 39; the guest is told 39");
  }

  @Test
  void memoryThatTheHostCannotAddressIsNamed() {
    assertThatExceptionOfType(BoardException.class)
        .isThrownBy(() -> new GuestAddressWidth(46, 38).requireAddressable(MEMORY))
        .withMessage(
            "memslot far at 0x7fc0000000-0x7fffffffff passes 0x3fffffffff, the last physical"
                + " address that this host's KVM gives a guest (38 bits); describe the machine"
                + " with addresses of 38 bits or less")
        .extracting(BoardException::remedy)
        .isEqualTo(Optional.of(new Remedy.NarrowerAddresses(38)));
  }
}
