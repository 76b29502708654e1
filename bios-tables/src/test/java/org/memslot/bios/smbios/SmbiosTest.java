package org.memslot.bios.smbios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.memslot.aml.ByteList;
import org.memslot.bios.E820Map;
import org.memslot.bios.E820Type;
import org.memslot.bios.FirmwareDataException;
import org.memslot.bios.FirmwareLimitException;
import org.memslot.bios.MachineInformation;
import org.memslot.bios.ParavirtInformation;
import org.memslot.bios.SlotInformation;
import org.memslot.bios.smbios.SmbiosStructure.MemoryArrayMappedAddress;
import org.memslot.bios.smbios.SmbiosStructure.MemoryDevice;
import org.memslot.bios.smbios.SmbiosStructure.MemoryDeviceMappedAddress;
import org.memslot.bios.smbios.SmbiosStructure.Other;
import org.memslot.bios.smbios.SmbiosStructure.PhysicalMemoryArray;
import org.memslot.machine.AddressRange;
import org.memslot.testing.ReferenceProgram;
import org.memslot.testing.Seeds;

class SmbiosTest {
  private static final long G = 1L << 30;
  private static final AddressRange BOOT = AddressRange.of(0, G);

  @TempDir private Path folder;

  /** A gigabyte of boot memory and slots of 2 GiB from 4 GiB on, of nodes 0 and 1 in turn. */
  private static MachineInformation machine(int slots) {
    return MachineInformation.builder(E820Map.EMPTY.add(BOOT, E820Type.RAM))
        .paravirt(
            new ParavirtInformation(
                List.of(0),
                Collections.nCopies(2, G / 2),
                IntStream.range(0, slots)
                    .mapToObj(slot -> new SlotInformation(range(slot), slot % 2))
                    .toList()))
        .build();
  }

  private static AddressRange range(int slot) {
    return AddressRange.of(4 * G + slot * (2 * G), 2 * G);
  }

  @Test
  void theSlotsAreDevicesOfOneArrayAndThoseWithMemoryHaveAnAddress() {
    List<SmbiosStructure> all = SmbiosInventory.of(machine(2), Set.of(1));
    assertThat(all)
        .contains(
            new PhysicalMemoryArray(0x1000, 5 * G, 3),
            new MemoryDevice(0x2000, 0x1000, 1024, "boot memory", ""),
            new MemoryDevice(0x2001, 0x1000, 0, "MP00", "node 0"),
            new MemoryDevice(0x2002, 0x1000, 2048, "MP01", "node 1"),
            new MemoryArrayMappedAddress(0x4000, BOOT, 0x1000),
            new MemoryArrayMappedAddress(0x4001, range(1), 0x1000),
            new MemoryDeviceMappedAddress(0x6000, BOOT, 0x2000, 0x4000),
            new MemoryDeviceMappedAddress(0x6001, range(1), 0x2002, 0x4001))
        .last()
        .isInstanceOf(SmbiosStructure.EndOfTable.class);
    assertThat(all).extracting(SmbiosStructure::handle).doesNotHaveDuplicates();
  }

  @Test
  void whatIsEncodedDecodes() {
    List<SmbiosStructure> all = SmbiosInventory.of(machine(255), Set.of(0, 254));
    assertThat(SmbiosTable.decode(SmbiosTable.encode(all))).isEqualTo(all);
    SmbiosEntryPoint entry = new SmbiosEntryPoint(3, 0, 0x1_0000, 0x1234_5678_9abcL);
    assertThat(SmbiosEntryPoint.decode(entry.encode())).isEqualTo(entry);
  }

  /** Sizes and addresses that need the fields for larger ones (DSP0134, 7.17 to 7.21). */
  @Test
  void whatKilobytesCannotSayIsSaidInTheExtendedFields() {
    AddressRange far = AddressRange.of(1L << 44, 1L << 40);
    AddressRange odd = new AddressRange(512, 1535);
    List<SmbiosStructure> all =
        List.of(
            new PhysicalMemoryArray(1, 1L << 42, 1),
            new MemoryDevice(2, 1, 1 << 20, "large", ""),
            new MemoryArrayMappedAddress(3, far, 1),
            new MemoryArrayMappedAddress(4, odd, 1),
            new MemoryDeviceMappedAddress(5, far, 2, 3));
    assertThat(SmbiosTable.decode(SmbiosTable.encode(all))).isEqualTo(all);
    assertThat(all.get(1).encode().slice(0xc, 2)).hasToString("[ff 7f]");
    assertThat(all.get(1).encode().slice(0x1c, 4)).hasToString("[00 00 10 00]");
    assertThat(all.get(2).encode().slice(4, 8)).hasToString("[ff ff ff ff ff ff ff ff]");
  }

  @Test
  void aStructureOfAnotherKindIsKeptAsItIs() {
    ByteList content = ByteList.of(new byte[] {11, 5, 9, 0, 1, 'x', 0, 0});
    assertThat(SmbiosTable.decode(content)).containsExactly(new Other(content));
    byte[] faster = new MemoryDevice(2, 1, 5, "a", "b").encode().toArray();
    faster[0x15] = 1;
    assertThat(SmbiosTable.decode(ByteList.of(faster)))
        .containsExactly(new Other(ByteList.of(faster)));
  }

  @Test
  void whatDoesNotEndOrFitIsRefused() {
    ByteList device = new MemoryDevice(2, 1, 5, "a", "b").encode();
    for (int length = 1; length < device.length(); length++) {
      ByteList cut = device.slice(0, length);
      assertThatThrownBy(() -> SmbiosTable.decode(cut)).isInstanceOf(FirmwareDataException.class);
    }
    assertThatThrownBy(() -> new MemoryDevice(0x1_0000, 1, 5, "a", "b"))
        .isInstanceOf(FirmwareLimitException.class);
    assertThatThrownBy(() -> new MemoryDevice(1, 1, 1L << 31, "a", "b"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new MemoryDevice(1, 1, 5, "a\0", "b"))
        .isInstanceOf(IllegalArgumentException.class);
    byte[] anchor = new SmbiosEntryPoint(3, 0, 1, 2).encode().toArray();
    for (int at = 0; at < anchor.length; at++) {
      byte[] bad = anchor.clone();
      bad[at] ^= 1;
      assertThatThrownBy(() -> SmbiosEntryPoint.decode(ByteList.of(bad)))
          .as("byte %d", at)
          .isInstanceOf(FirmwareDataException.class);
    }
  }

  @Test
  void anyBytesAreReadOrRefused() {
    Random random = Seeds.random("SmbiosTest", 0x5b105);
    ByteList good = SmbiosTable.encode(SmbiosInventory.of(machine(3), Set.of(1)));
    for (int i = 0; i < 30_000; i++) {
      byte[] content = good.toArray();
      for (int change = random.nextInt(6); change >= 0; change--) {
        content[random.nextInt(content.length)] = (byte) random.nextInt(random.nextInt(256) + 1);
      }
      ByteList bytes = ByteList.of(Arrays.copyOf(content, random.nextInt(content.length) + 1));
      try {
        ByteList again = SmbiosTable.encode(SmbiosTable.decode(bytes));
        assertThat(bytes.slice(0, again.length())).isEqualTo(again);
      } catch (FirmwareDataException e) {
        assertThat(e.offset()).isBetween(0L, (long) bytes.length());
      }
    }
  }

  /** A dump has the entry point, and the table where it says: here after 32 bytes. */
  @Test
  void dmidecodeReadsTheMemoryDevicesWithoutRemark() throws IOException {
    ReferenceProgram dmidecode = ReferenceProgram.named("dmidecode");
    ByteList table = SmbiosTable.encode(SmbiosInventory.of(machine(2), Set.of(1)));
    byte[] dump = new byte[32 + table.length()];
    new SmbiosEntryPoint(3, 0, table.length(), 32).encode().copy(0, dump, 0, SmbiosEntryPoint.SIZE);
    table.copy(0, dump, 32, table.length());
    Files.write(folder.resolve("dump"), dump);

    String said = dmidecode.run(folder, "--from-dump", "dump");

    assertThat(said)
        .contains("SMBIOS 3.0.0 present.")
        .contains("Maximum Capacity: 5 GB", "Number Of Devices: 3")
        .contains("Size: 1 GB", "Size: 2 GB", "Size: No Module Installed")
        .contains("Locator: MP01", "Bank Locator: node 1")
        .contains("Starting Address: 0x00180000000", "Ending Address: 0x001FFFFFFFF")
        .contains("Memory Array Mapped Address Handle: 0x4001")
        .doesNotContain("BROKEN", "OUT OF SPEC", "Wrong", "Invalid", "bad");
  }
}
