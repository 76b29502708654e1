package org.memslot.hypervisor.kvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.memslot.hotplug.CommandResult;
import org.memslot.hotplug.slot.SlotOptions;
import org.memslot.hypervisor.BoardException;
import org.memslot.hypervisor.Host;
import org.memslot.hypervisor.KvmBoot;
import org.memslot.hypervisor.KvmGuest;
import org.memslot.hypervisor.MachineConfig;
import org.memslot.hypervisor.PcBoard;
import org.memslot.hypervisor.boot.FirmwareImage;
import org.memslot.hypervisor.device.SerialOutput;
import org.memslot.machine.ByteSize;

/** What a guest on this host's KVM is told of its addresses and its memory. */
@NeedsKvm
class GuestAddressBitsTest {
  /** Writes AL of CPUID leaf 80000008H to the debug exit port. */
  private static final String TELL_BITS = "66b8 08000080 0fa2 e6f4 f4";

  private final Kvm kvm = Kvm.open();
  private final SerialOutput serial = new SerialOutput(OutputStream.nullOutputStream());

  @AfterEach
  void close() {
    serial.close();
    kvm.close();
  }

  private KvmGuest guest(PcBoard board, FirmwareImage image) {
    return new KvmGuest(board, kvm, new KvmBoot.ByFirmware(image, Optional.empty()), serial);
  }

  private int told(int bits) throws Exception {
    MachineConfig config =
        MachineConfig.of(ByteSize.parse("64M")).toBuilder().addressBits(bits).build();
    try (PcBoard board = new PcBoard(config, Host.system())) {
      board.attach(guest(board, FirmwareBoard.program(TELL_BITS)));
      board.powerOn();
      return (board.off().get(120, TimeUnit.SECONDS) - 1) / 2;
    }
  }

  @Test
  void theGuestIsToldTheMachinesWidth() throws Exception {
    assertThat(told(36)).isEqualTo(36);
    assertThat(told(38)).isEqualTo(38);
    assertThat(told(52)).isEqualTo(Math.min(52, kvm.supportedCpuid().addressBits()));
  }

  @Test
  void aSlotThatTheHostCannotAddressIsRefusedBeforeTheGuestStarts() {
    int host = kvm.supportedCpuid().addressBits();
    MachineConfig machine = MachineConfig.of(ByteSize.parse("64M"));
    MachineConfig config =
        MachineConfig.builder(machine.memory())
            .nodes(machine.nodes())
            .locality(machine.locality())
            .slots(
                List.of(
                    SlotOptions.parse("id=far,size=1G,start=0x" + Long.toHexString(1L << host))))
            .anonymous(machine.anonymous())
            .hotplug(machine.hotplug())
            .reboot(machine.reboot())
            .addressBits(MachineConfig.MOST_ADDRESS_BITS)
            .unrequestedEject(false)
            .build();
    try (PcBoard board = new PcBoard(config, Host.system())) {
      assertThatThrownBy(() -> guest(board, FirmwareBoard.program(TELL_BITS)))
          .isInstanceOf(BoardException.class)
          .hasMessageStartingWith("memslot far at 0x")
          .hasMessageContaining("(%d bits)".formatted(host));
    }
  }

  /** Its map has 32 entries, and it drops what is more without a word to the machine. */
  @Test
  void whatSeaBiosCannotListIsRefusedWhenItIsAdded() {
    byte[] image = new byte[0x1_0000];
    byte[] name = "SeaBIOS (version test)".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(name, 0, image, 0x1234, name.length);
    SlotOptions[] slots = new SlotOptions[40];
    for (int i = 0; i < slots.length; i++) {
      slots[i] = SlotOptions.parse("id=s%d,size=128M,start=%dM".formatted(i, 4096 + 256 * i));
    }
    try (PcBoard board =
        new PcBoard(MachineConfig.of(ByteSize.parse("64M"), slots), Host.system())) {
      board.attach(guest(board, new FirmwareImage(MemorySegment.ofArray(image))));
      int added = 0;
      while (board.slots().add("s" + added) instanceof CommandResult.Started) {
        added++;
      }
      assertThat(added).isEqualTo(23);
      assertThat(board.slots().add("s23"))
          .isInstanceOfSatisfying(
              CommandResult.Refused.class,
              refused ->
                  assertThat(refused.message())
                      .isEqualTo(
                          "memslot s23 add: the memory map at the next reset would have 33 entries"
                              + " and SeaBIOS has room for 32; fill slots that touch each other,"
                              + " or use fewer and larger ones; the slot stays empty"));
    }
  }
}
