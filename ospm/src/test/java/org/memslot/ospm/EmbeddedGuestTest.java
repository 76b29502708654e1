package org.memslot.ospm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.memslot.aml.AccessType;
import org.memslot.aml.AmlTable;
import org.memslot.aml.DataObject.IntegerConst;
import org.memslot.aml.DataObject.PackageObj;
import org.memslot.aml.NameString;
import org.memslot.aml.RegionSpace;
import org.memslot.aml.TermArg;
import org.memslot.aml.UpdateRule;
import org.memslot.aml.memory.MemslotAml;
import org.memslot.machine.AddressRange;
import org.memslot.ospm.GuestDescription.MemoryDevice;
import org.memslot.ospm.GuestDescription.NodeMemory;
import org.memslot.ospm.TestTables.Affinity;
import org.memslot.ospm.interpreter.host.VirtualClock;
import org.memslot.testing.Seeds;

/** The guest on a machine of its own kind, driven step by step. */
class EmbeddedGuestTest {
  private final TestMachine machine = new TestMachine();

  private EmbeddedGuest booted() {
    machine.installFirmware();
    EmbeddedGuest guest = guest();
    guest.boot();
    assertThat(guest.state()).isEqualTo(GuestState.RUNNING);
    return guest;
  }

  private EmbeddedGuest guest() {
    return new EmbeddedGuest(machine.memory, machine.ports, new VirtualClock());
  }

  private static MemoryDevice device(EmbeddedGuest guest, int slot) {
    return guest.describe().devices().get(slot);
  }

  @Test
  void bootFindsTablesMemoryAndDevices() {
    EmbeddedGuest guest = booted();
    GuestDescription description = guest.describe();
    assertThat(description.state()).isEqualTo(GuestState.RUNNING);
    assertThat(description.memoryTotal()).isEqualTo(TestMachine.RAM);
    assertThat(description.nodes()).containsExactly(new NodeMemory(0, TestMachine.RAM, 2));
    assertThat(description.tables()).containsExactly("FACP", "DSDT", "SSDT");
    assertThat(description.enabledGpes()).containsExactly(3);
    assertThat(description.devices())
        .extracting(MemoryDevice::path, MemoryDevice::present, MemoryDevice::online)
        .containsExactly(
            Tuple.tuple("\\_SB_.MP00", false, false), Tuple.tuple("\\_SB_.MP01", false, false));
    assertThat(guest.events())
        .startsWith(new GuestEvent.BootStarted())
        .endsWith(new GuestEvent.BootFinished(TestMachine.RAM))
        .contains(new GuestEvent.GpeEnabled(3, "\\_GPE._E03"))
        .noneMatch(GuestEvent.AmlFailed.class::isInstance);
    assertThat(machine.reports).isEmpty();
  }

  @Test
  void bootUsesTheXsdtAndGenericAddresses() {
    machine.extendedTables = true;
    EmbeddedGuest guest = booted();
    assertThat(guest.describe().enabledGpes()).containsExactly(3);
    machine.add(0);
    assertThat(guest.runUntilIdle()).isTrue();
    assertThat(device(guest, 0).online()).isTrue();
  }

  @Test
  void aGuestTouchesAWordInEach2MibOfTheMemoryItAdds() {
    EmbeddedGuest guest = booted();
    machine.add(1);
    guest.runUntilIdle();
    assertThat(device(guest, 1).online()).isTrue();
    assertThat(machine.touchedPages(1)).isEqualTo(TestMachine.SLOT_SIZE >> 21);
  }

  @Test
  void hotAddedMemoryComesOnLineAndIsTouchedWholeWhereThatIsAskedFor() {
    machine.installFirmware();
    EmbeddedGuest guest =
        new EmbeddedGuest(machine.memory, machine.ports, new VirtualClock(), MemoryTouch.PAGE);
    guest.boot();
    machine.add(1);
    assertThat(machine.sci.isAsserted()).isTrue();
    assertThat(guest.runUntilIdle()).isTrue();

    assertThat(machine.sci.isAsserted()).isFalse();
    assertThat(machine.reports).containsExactly("add succeeded 1 code 1");
    assertThat(machine.touchedPages(1)).isEqualTo(TestMachine.SLOT_SIZE / 4096);
    assertThat(guest.describe().memoryTotal()).isEqualTo(TestMachine.RAM + TestMachine.SLOT_SIZE);
    assertThat(guest.describe().nodes())
        .containsExactly(
            new NodeMemory(0, TestMachine.RAM, 2), new NodeMemory(1, TestMachine.SLOT_SIZE, 1));
    assertThat(device(guest, 1))
        .isEqualTo(
            new MemoryDevice(
                "\\_SB_.MP01", true, true, Optional.of(TestMachine.range(1)), 1, false));
    assertThat(guest.events())
        .containsSubsequence(
            new GuestEvent.GpeHandled(3, "\\_GPE._E03"),
            new GuestEvent.Notified("\\_SB_.MP01", 1),
            new GuestEvent.MemoryOnline("\\_SB_.MP01", TestMachine.range(1), 1),
            new GuestEvent.OstEvaluated("\\_SB_.MP01", 1, 0));
    assertThat(guest.runUntilIdle()).isFalse();
  }

  @Test
  void removalIsAcknowledgedEjectedAndReported() {
    EmbeddedGuest guest = booted();
    machine.add(0);
    guest.runUntilIdle();
    machine.requestRemoval(0);
    assertThat(guest.runUntilIdle()).isTrue();

    assertThat(machine.reports).containsExactly("add succeeded 0 code 1", "ejected 0");
    assertThat(guest.describe().memoryTotal()).isEqualTo(TestMachine.RAM);
    assertThat(device(guest, 0).online()).isFalse();
    assertThat(guest.events())
        .containsSubsequence(
            new GuestEvent.Notified("\\_SB_.MP00", 3),
            new GuestEvent.OstEvaluated("\\_SB_.MP00", 3, 0x84),
            new GuestEvent.MemoryOffline("\\_SB_.MP00", TestMachine.range(0), 0),
            new GuestEvent.OstEvaluated("\\_SB_.MP00", 3, 0));
  }

  @Test
  void memoryInUseIsRefusedUntilItIsReleased() {
    EmbeddedGuest guest = booted();
    machine.add(0);
    guest.runUntilIdle();
    long address = TestMachine.SLOT_BASE + 12345;
    assertThat(guest.use(address)).isTrue();
    assertThat(guest.use(address)).isTrue();
    machine.requestRemoval(0);
    guest.runUntilIdle();

    assertThat(machine.reports)
        .containsExactly("add succeeded 0 code 1", "remove failed 0 code 82");
    assertThat(guest.describe().memoryTotal()).isEqualTo(TestMachine.RAM + TestMachine.SLOT_SIZE);
    assertThat(device(guest, 0).inUse()).isTrue();
    assertThat(guest.events())
        .containsSubsequence(
            new GuestEvent.OstEvaluated("\\_SB_.MP00", 3, 0x84),
            new GuestEvent.OstEvaluated("\\_SB_.MP00", 3, 0x82))
        .anyMatch(
            event ->
                event instanceof GuestEvent.RemovalRefused refused
                    && refused.reason().contains("0x100003039"));

    assertThat(guest.release(address)).isTrue();
    machine.requestRemoval(0);
    guest.runUntilIdle();
    assertThat(machine.reports).last().isEqualTo("remove failed 0 code 82");

    assertThat(guest.release(address)).isTrue();
    assertThat(guest.release(address)).isFalse();
    machine.requestRemoval(0);
    guest.runUntilIdle();
    assertThat(machine.reports).last().isEqualTo("ejected 0");
  }

  @Test
  void onlyMemoryThereIsCanBeUsed() {
    EmbeddedGuest guest = booted();
    assertThat(guest.use(TestMachine.SLOT_BASE)).isFalse();
    assertThat(guest.use(TestMachine.RAM - 1)).isTrue();
    assertThat(guest.release(TestMachine.SLOT_BASE)).isFalse();
  }

  @Test
  void memoryThatIsNotThereIsFoundAndReported() {
    EmbeddedGuest guest = booted();
    machine.pretendToAdd(0);
    guest.runUntilIdle();
    assertThat(machine.reports).containsExactly("add failed 0 code 1");
    assertThat(guest.describe().memoryTotal()).isEqualTo(TestMachine.RAM);
    assertThat(guest.events())
        .anyMatch(
            event ->
                event instanceof GuestEvent.MemoryFailed failed
                    && failed.status() == 1
                    && failed.reason().contains("0x100000000"));
    // The machine puts the memory there after all, and asks again.
    machine.add(0);
    guest.runUntilIdle();
    assertThat(machine.reports).last().isEqualTo("add succeeded 0 code 1");
  }

  @Test
  void memoryOfHalfABlockIsRefusedWithTheBlockSize() {
    TestMachine small = new TestMachine(64);
    small.installFirmware();
    EmbeddedGuest guest = new EmbeddedGuest(small.memory, small.ports, new VirtualClock());
    guest.boot();
    small.add(0);
    guest.runUntilIdle();
    assertThat(small.reports).containsExactly("add failed 0 code 1");
    assertThat(guest.events())
        .anyMatch(
            event ->
                event instanceof GuestEvent.MemoryFailed failed
                    && failed.reason().contains("0x8000000"));
  }

  @Test
  void memoryPresentAtBootComesOnLineWithoutAReport() {
    machine.addSilently(0);
    machine.definitionBlocks.set(
        1,
        MemslotAml.ssdt(
            TestMachine.header("SSDT"),
            List.of(
                new org.memslot.aml.memory.MemoryDevice(
                    0, TestMachine.SLOT_BASE, TestMachine.SLOT_SIZE, 0)),
            slot -> true));
    EmbeddedGuest guest = booted();
    assertThat(device(guest, 0).online()).isTrue();
    assertThat(machine.reports).isEmpty();
    assertThat(machine.touchedPages(0)).isEqualTo(TestMachine.SLOT_SIZE >> 21);
    assertThat(guest.describe().memoryTotal()).isEqualTo(TestMachine.RAM + TestMachine.SLOT_SIZE);
  }

  @Test
  void memoryInTheBootMapIsNotTouchedAndCanStillBeRemoved() {
    machine.addSilently(0);
    machine.e820.add(TestMachine.range(0));
    machine.definitionBlocks.set(
        1,
        MemslotAml.ssdt(
            TestMachine.header("SSDT"),
            List.of(
                new org.memslot.aml.memory.MemoryDevice(
                    0, TestMachine.SLOT_BASE, TestMachine.SLOT_SIZE, 0)),
            slot -> true));
    EmbeddedGuest guest = booted();
    assertThat(device(guest, 0).online()).isTrue();
    assertThat(machine.touchedPages(0)).isZero();
    assertThat(guest.describe().memoryTotal()).isEqualTo(TestMachine.RAM + TestMachine.SLOT_SIZE);

    machine.requestRemoval(0);
    guest.runUntilIdle();
    assertThat(machine.reports).containsExactly("ejected 0");
    assertThat(guest.describe().memoryTotal()).isEqualTo(TestMachine.RAM);
  }

  @Test
  void sratDividesBootMemoryAmongNodes() {
    machine.affinities.add(new Affinity(0, 64 * TestMachine.MIB, 0, 1));
    machine.affinities.add(new Affinity(64 * TestMachine.MIB, 100 * TestMachine.MIB, 2, 1));
    machine.affinities.add(new Affinity(164 * TestMachine.MIB, 50 * TestMachine.MIB, 3, 0));
    EmbeddedGuest guest = booted();
    assertThat(guest.describe().nodes())
        .containsExactly(
            new NodeMemory(0, 156 * TestMachine.MIB, 2),
            new NodeMemory(2, 100 * TestMachine.MIB, 2));
  }

  @Test
  void secondBootStartsFromScratch() {
    EmbeddedGuest guest = booted();
    machine.add(0);
    guest.runUntilIdle();
    guest.use(TestMachine.SLOT_BASE);
    guest.boot();
    assertThat(guest.state()).isEqualTo(GuestState.RUNNING);
    assertThat(guest.describe().memoryTotal()).isEqualTo(TestMachine.RAM);
    assertThat(guest.release(TestMachine.SLOT_BASE)).isFalse();
    guest.close();
    assertThat(guest.state()).isEqualTo(GuestState.OFF);
    assertThat(guest.describe().memoryTotal()).isZero();
  }

  @Test
  void damagedTableIsReportedAndTheOthersAreUsed() {
    machine.installFirmware();
    machine.memory.write8(0xF8000 + 50, machine.memory.read8(0xF8000 + 50) ^ 1);
    EmbeddedGuest guest = guest();
    guest.boot();
    assertThat(guest.state()).isEqualTo(GuestState.RUNNING);
    assertThat(guest.describe().tables()).containsExactly("FACP", "DSDT");
    assertThat(guest.events())
        .anyMatch(
            event ->
                event instanceof GuestEvent.TableRejected rejected
                    && rejected.signature().equals("SSDT")
                    && rejected.address() == 0xF8000
                    && rejected.reason().contains("add up to"));
  }

  @Test
  void rootPointerWithAWrongSumIsPassedOver() {
    machine.installFirmware();
    byte[] rsdp = new byte[36];
    machine.memory.read(0xF0000, rsdp, 0, rsdp.length);
    machine.place(0xF0020, rsdp);
    machine.memory.write8(0xF0000 + 9, 0x55);
    EmbeddedGuest guest = guest();
    guest.boot();
    assertThat(guest.state()).isEqualTo(GuestState.RUNNING);
    assertThat(guest.events())
        .contains(new GuestEvent.TableRejected("RSD PTR ", 0xF0000, "wrong checksum"));
  }

  @Test
  void rootPointerIsLookedForInTheEbdaFirst() {
    machine.installFirmware();
    byte[] rsdp = new byte[36];
    machine.memory.read(0xF0000, rsdp, 0, rsdp.length);
    machine.place(0x9FC10, rsdp);
    machine.memory.write16(0x40E, 0x9FC0);
    machine.memory.fill(0xF0000, 36, (byte) 0);
    EmbeddedGuest guest = guest();
    guest.boot();
    assertThat(guest.state()).isEqualTo(GuestState.RUNNING);
  }

  @Test
  void machineWithoutFirmwareDoesNotBoot() {
    EmbeddedGuest guest = guest();
    guest.boot();
    assertThat(guest.state()).isEqualTo(GuestState.FAILED);
    assertThat(guest.events())
        .last()
        .isInstanceOfSatisfying(
            GuestEvent.BootFailed.class, failed -> assertThat(failed.reason()).contains("no RSDP"));
    assertThat(guest.runUntilIdle()).isFalse();
  }

  @Test
  void acpiIsTakenOverFromTheFirmware() {
    machine.acpiEnabled = false;
    booted();
    assertThat(machine.reports).containsExactly("smi e1");
  }

  @Test
  void powerButtonSwitchesOff() {
    machine.definitionBlocks.set(
        0,
        AmlTable.of(
            TestMachine.header("DSDT"),
            block -> block.name("_S5", PackageObj.of(IntegerConst.of(5), IntegerConst.of(0)))));
    EmbeddedGuest guest = booted();
    machine.pm1.signal(8);
    assertThat(machine.sci.isAsserted()).isTrue();
    guest.runUntilIdle();
    assertThat(guest.state()).isEqualTo(GuestState.SHUT_DOWN);
    assertThat(machine.reports).containsExactly("pm1 control 1401", "pm1 control 3401");
    assertThat(guest.events()).endsWith(new GuestEvent.PowerButton(), new GuestEvent.ShutDown());
  }

  @Test
  void edgeIsClearedBeforeItsMethodRunsAndLevelAfter() {
    machine.definitionBlocks.set(
        0,
        AmlTable.of(
            TestMachine.header("DSDT"),
            block -> {
              block.operationRegion("SMIP", RegionSpace.SYSTEM_IO, TestMachine.SMI_COMMAND, 1);
              block.field(
                  "SMIP",
                  AccessType.BYTE_ACC,
                  UpdateRule.PRESERVE,
                  fields -> fields.field("SMIC", 8));
              block.scope(
                  "_GPE",
                  gpe -> {
                    gpe.method("_E04", 0, body -> body.store(constant(4), NameString.of("SMIC")));
                    gpe.method("_L05", 0, body -> body.store(constant(5), NameString.of("SMIC")));
                  });
            }));
    machine.definitionBlocks.remove(1);
    EmbeddedGuest guest = booted();
    machine.gpe.onClear =
        bits -> {
          if (bits != 0) {
            machine.reports.add("cleared %x".formatted(bits));
          }
        };
    machine.gpe.signal(4);
    guest.runUntilIdle();
    machine.gpe.signal(5);
    guest.runUntilIdle();
    assertThat(machine.reports).containsExactly("cleared 10", "smi 4", "smi 5", "cleared 20");
  }

  private static TermArg constant(long value) {
    return IntegerConst.of(value);
  }

  @Test
  void damagedMemoryNeverThrows() {
    long seed = Seeds.seed("EmbeddedGuestTest", 20261124);
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < 60; round++) {
      machine.installFirmware();
      int damages = 1 + random.nextInt(30);
      for (int i = 0; i < damages; i++) {
        machine.memory.write8(0xF0000 + random.nextInt(0xA000), random.nextInt(256));
        machine.memory.write8(0x500 + random.nextInt(64), random.nextInt(256));
      }
      EmbeddedGuest guest = guest();
      guest.boot();
      machine.gpe.signal(random.nextInt(16));
      guest.runUntilIdle();
      assertThat(guest.state()).isNotEqualTo(GuestState.BOOTING);
    }
  }

  @Test
  void rangesOfTheDescriptionAreTheDevices() {
    EmbeddedGuest guest = booted();
    machine.add(0);
    machine.add(1);
    guest.runUntilIdle();
    assertThat(guest.describe().devices())
        .extracting(device -> device.range().orElseThrow())
        .containsExactly(
            AddressRange.of(TestMachine.SLOT_BASE, TestMachine.SLOT_SIZE),
            AddressRange.of(TestMachine.SLOT_BASE + TestMachine.SLOT_SIZE, TestMachine.SLOT_SIZE));
  }
}
