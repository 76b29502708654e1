package org.memslot.ospm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.memslot.aml.AmlTable;
import org.memslot.aml.memory.MemoryHotplugRegisters;
import org.memslot.aml.memory.QemuMemoryHotplugAml;
import org.memslot.machine.DeviceRegion;
import org.memslot.machine.IoHandler;
import org.memslot.ospm.interpreter.host.VirtualClock;

/** The guest with the register block and the AML that QEMU has. */
class QemuInterfaceTest {
  private static final int SLOTS = 2;

  private final TestMachine machine = new TestMachine();
  private final List<String> seen = new ArrayList<>();
  private final long[] flags = new long[SLOTS];
  private EmbeddedGuest guest;
  private int selected;
  private long event;

  /** The registers of 2 slots, with QEMU's rule that a write of control bits does one thing. */
  private final IoHandler registers =
      new IoHandler() {
        @Override
        public long read(long offset, int width) {
          long base = TestMachine.range(selected).first();
          return switch ((int) offset) {
            case MemoryHotplugRegisters.ADDRESS_LOW -> base & 0xFFFF_FFFFL;
            case MemoryHotplugRegisters.ADDRESS_HIGH -> base >>> 32;
            case MemoryHotplugRegisters.LENGTH_LOW -> TestMachine.SLOT_SIZE;
            case MemoryHotplugRegisters.PROXIMITY -> selected;
            case MemoryHotplugRegisters.FLAGS -> flags[selected];
            default -> 0;
          };
        }

        @Override
        public void write(long offset, int width, long value) {
          switch ((int) offset) {
            case MemoryHotplugRegisters.SELECTOR -> selected = (int) value;
            case MemoryHotplugRegisters.OST_EVENT -> event = value;
            case MemoryHotplugRegisters.OST_STATUS ->
                seen.add("ost %d: %x, %x".formatted(selected, event, value));
            case MemoryHotplugRegisters.FLAGS -> control((int) value);
            default -> {}
          }
        }
      };

  private void control(int value) {
    if ((value & MemoryHotplugRegisters.INSERTING) != 0) {
      flags[selected] &= ~MemoryHotplugRegisters.INSERTING;
    } else if ((value & MemoryHotplugRegisters.REMOVING) != 0) {
      flags[selected] &= ~MemoryHotplugRegisters.REMOVING;
    } else if ((value & MemoryHotplugRegisters.EJECT) != 0) {
      flags[selected] = 0;
      machine.unplug(selected);
      seen.add("ejected " + selected);
    }
  }

  @BeforeEach
  void boot() {
    machine.ports.change(
        change ->
            change.add(
                MemoryHotplugRegisters.PORT,
                new DeviceRegion("mhp", MemoryHotplugRegisters.LENGTH, registers)));
    machine.definitionBlocks.clear();
    machine.definitionBlocks.add(
        AmlTable.of(
            TestMachine.header("DSDT"),
            block -> {
              block.scope("_SB", sb -> sb.device("PCI0", pci -> {}));
              block.withAll(QemuMemoryHotplugAml.dsdtTerms(SLOTS));
            }));
    machine.installFirmware();
    guest = new EmbeddedGuest(machine.memory, machine.ports, new VirtualClock());
    guest.boot();
    assertThat(guest.state()).isEqualTo(GuestState.RUNNING);
  }

  private void plug(int slot) {
    machine.addSilently(slot);
    flags[slot] = MemoryHotplugRegisters.ENABLED | MemoryHotplugRegisters.INSERTING;
    machine.gpe.signal(MemoryHotplugRegisters.GPE_BIT);
  }

  private void requestUnplug(int slot) {
    flags[slot] |= MemoryHotplugRegisters.REMOVING;
    machine.gpe.signal(MemoryHotplugRegisters.GPE_BIT);
  }

  @Test
  void addAndRemoveAreReportedAsLinuxReportsThem() {
    plug(1);
    guest.runUntilIdle();
    assertThat(seen).containsExactly("ost 1: 1, 0");
    assertThat(guest.describe().memoryTotal()).isEqualTo(TestMachine.RAM + TestMachine.SLOT_SIZE);
    assertThat(guest.describe().devices().get(1).node()).isEqualTo(1);

    seen.clear();
    requestUnplug(1);
    guest.runUntilIdle();
    assertThat(seen).containsExactly("ost 1: 3, 84", "ejected 1", "ost 1: 3, 0");
    assertThat(guest.describe().memoryTotal()).isEqualTo(TestMachine.RAM);
  }

  /** One scan notifies of both, as no other scan would follow. */
  @Test
  void aRemovalThatIsRequestedBeforeTheInsertionWasNoticedIsAnswered() {
    plug(1);
    requestUnplug(1);
    guest.runUntilIdle();
    assertThat(seen).containsExactly("ost 1: 1, 0", "ost 1: 3, 84", "ejected 1", "ost 1: 3, 0");
    assertThat(guest.describe().memoryTotal()).isEqualTo(TestMachine.RAM);
  }

  @Test
  void refusalIsReportedAsBusy() {
    plug(0);
    guest.runUntilIdle();
    guest.use(TestMachine.SLOT_BASE);
    seen.clear();
    requestUnplug(0);
    guest.runUntilIdle();
    assertThat(seen).containsExactly("ost 0: 3, 84", "ost 0: 3, 82");
    guest.release(TestMachine.SLOT_BASE);
    requestUnplug(0);
    guest.runUntilIdle();
    assertThat(seen).endsWith("ost 0: 3, 84", "ejected 0", "ost 0: 3, 0");
  }

  @Test
  void bothSlotsOfOneInterruptAreHandled() {
    plug(0);
    plug(1);
    guest.runUntilIdle();
    assertThat(seen).containsExactly("ost 0: 1, 0", "ost 1: 1, 0");
  }
}
