package org.memslot.hotplug.device;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.Consumer;
import org.memslot.aml.ByteList;
import org.memslot.aml.memory.MemoryHotplugRegisters;
import org.memslot.aml.memory.QemuMemoryHotplugAml;
import org.memslot.bios.MachineInformation;
import org.memslot.bios.device.Claim;
import org.memslot.bios.device.DeviceAml;
import org.memslot.hotplug.GuestFault;
import org.memslot.hotplug.GuestPort;
import org.memslot.hotplug.GuestSlot;
import org.memslot.hotplug.HotplugDevice;
import org.memslot.hotplug.OstStatus;
import org.memslot.hotplug.slot.SlotState;
import org.memslot.machine.AccessWidths;
import org.memslot.machine.AddressRange;
import org.memslot.machine.DeviceRegion;
import org.memslot.machine.IoHandler;

/**
 * QEMU's memory-hotplug block (QEMU, docs/specs/acpi_mem_hotplug): 24 bytes that act on the slot
 * last selected.
 *
 * <table>
 * <caption>Registers</caption>
 * <tr><th>offset</th><th>read</th><th>write</th></tr>
 * <tr><td>0x00</td><td>address, low half</td><td>slot selector</td></tr>
 * <tr><td>0x04</td><td>address, high half</td><td>_OST source event</td></tr>
 * <tr><td>0x08</td><td>size, low half</td><td>_OST status, which makes the report</td></tr>
 * <tr><td>0x0c</td><td>size, high half</td><td>-</td></tr>
 * <tr><td>0x10</td><td>proximity domain</td><td>-</td></tr>
 * <tr><td>0x14</td><td>flags: 1 enabled, 2 inserting, 4 removing</td><td>control: 2 clears inserting, else 4 clears
 * removing, else 8 ejects</td></tr>
 * </table>
 *
 * <p>It does what QEMU 7.2 was seen to do, which is in places not what its document says: a
 * selector without a slot reads as zeros; one control write does one thing; a narrow read gives a
 * register's low bytes, and an address between registers gives ones. What QEMU does not have is
 * {@link MemoryHotplugRegisters#NEWS_PORT}, at a port of its own.
 */
public final class QemuHotplugDevice implements HotplugDevice {
  private static final int INSERTING = 2;
  private static final int REMOVING = 4;
  private static final int EJECT = 8;

  private static final int SAVED_KIND = 0x0a00;
  private static final int SAVED = 8;
  private static final int SAVED_SLOT = 8;

  private static final int OST_DEVICE_CHECK = 1;
  private static final int OST_EJECT_REQUEST = 3;
  private static final int OST_EJECTION_PROCESSING = 0x103;

  private volatile GuestPort port = GuestPort.UNCONNECTED;
  private final Consumer<OstReport> ostReports;
  private volatile int selector;
  private final AtomicIntegerArray flags = new AtomicIntegerArray(MemoryHotplugRegisters.MAX_SLOTS);
  private final AtomicIntegerArray ostEvents =
      new AtomicIntegerArray(MemoryHotplugRegisters.MAX_SLOTS);

  /** A device that shows no slots until it is connected. */
  public QemuHotplugDevice() {
    this(_ -> {});
  }

  /** A device that also tells of every {@code _OST}, on the guest's thread before anything else. */
  public QemuHotplugDevice(Consumer<OstReport> ostReports) {
    this.ostReports = ostReports;
  }

  @Override
  public String name() {
    return "acpi-mem-hotplug";
  }

  /** Also {@link MemoryHotplugRegisters#NEWS_PORT}, which QEMU does not have. */
  @Override
  public List<Claim> claims() {
    return List.of(
        new Claim.Ports(MemoryHotplugRegisters.PORT, block()),
        new Claim.Ports(
            MemoryHotplugRegisters.NEWS_PORT,
            new DeviceRegion("acpi-mem-hotplug-news", 4, new News(), AccessWidths.handling(4, 4))));
  }

  /** The registers as QEMU has them, for a bus at another address. */
  public DeviceRegion block() {
    return new DeviceRegion(
        "acpi-mem-hotplug",
        MemoryHotplugRegisters.LENGTH,
        new Block(),
        AccessWidths.handling(1, 4));
  }

  /**
   * Without slots QEMU's register block does not answer, and then there is no AML either.
   *
   * @throws org.memslot.bios.FirmwareLimitException if there are too many slots
   */
  @Override
  public DeviceAml aml(MachineInformation machine) {
    HotplugInterfaces.QEMU.slots().requireDescribable(machine);
    return machine.slotCount() == 0
        ? DeviceAml.NONE
        : DeviceAml.of(QemuMemoryHotplugAml.dsdtTerms(machine.slotCount()));
  }

  @Override
  public void connect(GuestPort guestPort) {
    port = guestPort;
  }

  @Override
  public void announceInsertion(int slot) {
    set(slot, INSERTING);
  }

  @Override
  public void announceRemoval(int slot) {
    set(slot, REMOVING);
  }

  @Override
  public void withdrawRemoval(int slot) {
    clear(slot, REMOVING);
  }

  /** Flags that the guest did not clear stay, as in QEMU. */
  @Override
  public void announceEmpty(int slot) {}

  @Override
  public void reset() {
    selector = 0;
    for (int slot = 0; slot < flags.length(); slot++) {
      flags.set(slot, 0);
      ostEvents.set(slot, 0);
    }
  }

  @Override
  public ByteList saveRegisters() {
    int slots = port.slotCount();
    ByteBuffer out = ByteBuffer.allocate(SAVED + SAVED_SLOT * slots);
    out.putInt(SAVED_KIND).putInt(selector);
    for (int slot = 0; slot < slots; slot++) {
      out.putInt(flags.get(slot)).putInt(ostEvents.get(slot));
    }
    return ByteList.of(out.array());
  }

  @Override
  public boolean restoreRegisters(ByteList saved) {
    int slots = port.slotCount();
    ByteBuffer in = ByteBuffer.wrap(saved.toArray());
    if (in.remaining() != SAVED + SAVED_SLOT * slots || in.getInt() != SAVED_KIND) {
      return false;
    }
    selector = in.getInt();
    for (int slot = 0; slot < slots; slot++) {
      flags.set(slot, in.getInt() & (INSERTING | REMOVING));
      ostEvents.set(slot, in.getInt());
    }
    return true;
  }

  private void set(int slot, int flag) {
    flags.updateAndGet(slot, old -> old | flag);
  }

  private void clear(int slot, int flag) {
    flags.updateAndGet(slot, old -> old & ~flag);
  }

  /** Which slot has flags that the guest has not yet cleared. */
  private final class News implements IoHandler {
    @Override
    public long read(long offset, int width) {
      int slots = port.slotCount();
      if (slots == 0) {
        return -1;
      }
      int from = selector;
      for (int slot = from; slot >= 0 && slot < slots; slot++) {
        if (flags.get(slot) != 0) {
          return slot;
        }
      }
      return slots;
    }

    @Override
    public void write(long offset, int width, long value) {
      port.fault(GuestFault.WRONG_DIRECTION, offset);
    }
  }

  private final class Block implements IoHandler {
    @Override
    public long read(long offset, int width) {
      return register((int) offset);
    }

    @Override
    public void write(long offset, int width, long value) {
      store((int) offset, (int) value);
    }

    private long register(int offset) {
      if (port.slotCount() == 0) {
        return -1;
      }
      int slot = selector;
      if (!exists(slot)) {
        return 0;
      }
      GuestSlot view = port.slot(slot);
      boolean enabled = view.state().hasMemory() && view.state() != SlotState.EJECTING;
      long address = enabled ? view.range().map(AddressRange::first).orElse(0L) : 0;
      long size = enabled ? view.range().map(AddressRange::length).orElse(0L) : 0;
      return switch (offset) {
        case 0x00 -> address;
        case 0x04 -> address >>> 32;
        case 0x08 -> size;
        case 0x0c -> size >>> 32;
        case 0x10 -> enabled ? view.node() : 0;
        case 0x14 -> (enabled ? 1 : 0) | flags.get(slot);
        default -> -1;
      };
    }

    private void store(int offset, int value) {
      int slot = selector;
      if (port.slotCount() == 0) {
        return;
      }
      if (offset == 0) {
        selector = value;
        return;
      }
      if (!exists(slot)) {
        port.fault(GuestFault.UNKNOWN_SLOT, slot);
        return;
      }
      switch (offset) {
        case 0x04 -> ostEvents.set(slot, value);
        case 0x08 -> report(slot, ostEvents.get(slot), new OstStatus(value));
        case 0x14 -> control(slot, value);
        default -> port.fault(GuestFault.WRONG_DIRECTION, offset);
      }
    }

    private void control(int slot, int value) {
      if ((value & INSERTING) != 0) {
        clear(slot, INSERTING);
      } else if ((value & REMOVING) != 0) {
        clear(slot, REMOVING);
      } else if ((value & EJECT) != 0) {
        port.eject(slot);
      }
    }

    private void report(int slot, int source, OstStatus status) {
      ostReports.accept(new OstReport(slot, source, status));
      switch (source) {
        case OST_DEVICE_CHECK -> added(slot, status);
        case OST_EJECT_REQUEST, OST_EJECTION_PROCESSING -> removed(slot, status);
        default -> port.fault(GuestFault.UNEXPECTED_REPORT, slot);
      }
    }

    private void added(int slot, OstStatus status) {
      if (status.equals(OstStatus.SUCCESS)) {
        port.addSucceeded(slot);
      } else {
        port.addFailed(slot, status);
      }
    }

    private void removed(int slot, OstStatus status) {
      if (status.equals(OstStatus.IN_PROGRESS)) {
        port.removalStarted(slot);
      } else if (!status.equals(OstStatus.SUCCESS)) {
        // Success only repeats what the eject said.
        port.removalRefused(slot, status);
      }
    }

    private boolean exists(int slot) {
      return slot >= 0 && slot < port.slotCount();
    }
  }
}
