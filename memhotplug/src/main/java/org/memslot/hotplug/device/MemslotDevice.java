package org.memslot.hotplug.device;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import org.memslot.aml.ByteList;
import org.memslot.aml.memory.MemslotAml;
import org.memslot.aml.memory.MemslotRegisters;
import org.memslot.bios.MachineInformation;
import org.memslot.bios.acpi.AcpiTable;
import org.memslot.bios.acpi.DefinitionBlock;
import org.memslot.bios.acpi.TableOrigin;
import org.memslot.bios.device.Claim;
import org.memslot.bios.device.DeviceAml;
import org.memslot.hotplug.GuestFault;
import org.memslot.hotplug.GuestPort;
import org.memslot.hotplug.HotplugDevice;
import org.memslot.hotplug.OstStatus;
import org.memslot.hotplug.slot.SlotState;
import org.memslot.machine.AccessWidths;
import org.memslot.machine.AddressRange;
import org.memslot.machine.DeviceRegion;
import org.memslot.machine.IoHandler;

/**
 * The register interface of the 2012 memslot series, I/O ports.
 *
 * <table>
 * <caption>Registers</caption>
 * <tr><th>port</th><th>bytes</th><th>what</th></tr>
 * <tr><td>0xaf20</td><td>32</td><td>status bitmap, read-only: bit n is set while slot n has memory that nobody asked
 * back</td></tr>
 * <tr><td>0xaf40</td><td>32</td><td>eject bitmap, write-only: a 1 in bit n ejects slot n</td></tr>
 * <tr><td>0xafa1</td><td>1</td><td>write-only: the slot that was not removed</td></tr>
 * <tr><td>0xafa2</td><td>1</td><td>write-only: the slot that was added</td></tr>
 * <tr><td>0xafa3</td><td>1</td><td>write-only: the slot that was not added</td></tr>
 * <tr><td>0xafa8</td><td>4</td><td>write-only, an addition of this project: the _OST status code that the next report
 * is about; 1 (non-specific failure) after each report and at reset</td></tr>
 * <tr><td>0xafac</td><td>2</td><td>an addition too: one more than a slot that was asked for again, 0 when there is none; a
 * write takes the slot off that was read</td></tr>
 * <tr><td>0xafae</td><td>1</td><td>write-only, an addition too: the slot whose removal has begun</td></tr>
 * </table>
 *
 * <p>Write-only registers read as zero, so that AML which updates a bit by reading and writing back
 * the rest ejects nothing else.
 */
public final class MemslotDevice implements HotplugDevice {
  private static final int SAVED_KIND = 0x2012;
  private static final int SSDT_REVISION = 2;
  private static final int WORDS = 4;
  private static final int SAVED = 4 + 4 + 4 + 8 * WORDS;
  private static final int NONE = 0;

  private volatile GuestPort port = GuestPort.UNCONNECTED;
  // A guest serialises its reports; torn halves of two reports at once mix only that guest's own
  // codes.
  private volatile int statusCode = OstStatus.UNSPECIFIED.code();

  /** The slots that were asked for and may have to be again, a bit for each. */
  private final AtomicLongArray asked = new AtomicLongArray(WORDS);

  /** One more than the slot that the guest read of as asked for again. */
  private volatile int shown = NONE;

  /** A device that shows no slots until it is connected. */
  public MemslotDevice() {}

  @Override
  public String name() {
    return "memslot";
  }

  @Override
  public List<Claim> claims() {
    return List.of(
        new Claim.Ports(
            MemslotRegisters.STATUS_PORT,
            new DeviceRegion("memslot-status", MemslotRegisters.BITMAP_LENGTH, new StatusBitmap())),
        new Claim.Ports(
            MemslotRegisters.EJECT_PORT,
            new DeviceRegion("memslot-eject", MemslotRegisters.BITMAP_LENGTH, new EjectBitmap())),
        new Claim.Ports(
            MemslotRegisters.REMOVE_FAILED_PORT,
            new DeviceRegion("memslot-report", 3, new Reports(), AccessWidths.handling(1, 1))),
        new Claim.Ports(
            MemslotRegisters.STATUS_CODE_PORT,
            new DeviceRegion(
                "memslot-status-code", 4, new StatusCode(), AccessWidths.handling(1, 4))),
        new Claim.Ports(
            MemslotRegisters.ASK_AGAIN_PORT,
            new DeviceRegion("memslot-ask-again", 2, new AskAgain(), AccessWidths.handling(2, 2))),
        new Claim.Ports(
            MemslotRegisters.REMOVE_STARTED_PORT,
            new DeviceRegion(
                "memslot-remove-started", 1, new RemovalStarted(), AccessWidths.handling(1, 1))));
  }

  @Override
  public DeviceAml aml(MachineInformation machine) {
    return DeviceAml.of(MemslotAml.dsdtTerms())
        .withExternals(MemslotAml.dsdtExternals())
        .reserving(
            AddressRange.of(MemslotRegisters.STATUS_PORT, MemslotRegisters.BITMAP_LENGTH),
            AddressRange.of(MemslotRegisters.EJECT_PORT, MemslotRegisters.BITMAP_LENGTH),
            new AddressRange(
                MemslotRegisters.REMOVE_FAILED_PORT, MemslotRegisters.REMOVE_STARTED_PORT));
  }

  /**
   * The SSDT with a device for each slot.
   *
   * @throws org.memslot.bios.FirmwareLimitException if there are too many slots
   * @throws IllegalArgumentException if there are slots without a range
   */
  @Override
  public List<AcpiTable> tables(MachineInformation machine) {
    HotplugInterfaces.MEMSLOT.slots().requireDescribable(machine);
    return List.of(
        DefinitionBlock.of(
            MemslotAml.ssdt(
                TableOrigin.MEMORY_SSDT.header("SSDT", SSDT_REVISION),
                machine.memoryDevices(),
                machine.enabledSlots()::contains)));
  }

  @Override
  public void connect(GuestPort guestPort) {
    port = guestPort;
  }

  // The status bitmap is the slots' states, so there is nothing to keep in step for it.

  @Override
  public void announceInsertion(int slot) {
    forget(slot);
  }

  @Override
  public void announceRemoval(int slot) {
    forget(slot);
  }

  @Override
  public void announceRemovalAgain(int slot) {
    asked.getAndUpdate(slot / Long.SIZE, bits -> bits | 1L << slot);
  }

  @Override
  public void withdrawRemoval(int slot) {
    forget(slot);
  }

  @Override
  public void announceEmpty(int slot) {
    forget(slot);
  }

  private void forget(int slot) {
    asked.getAndUpdate(slot / Long.SIZE, bits -> bits & ~(1L << slot));
  }

  @Override
  public void reset() {
    statusCode = OstStatus.UNSPECIFIED.code();
    shown = NONE;
    for (int word = 0; word < WORDS; word++) {
      asked.set(word, 0);
    }
  }

  @Override
  public ByteList saveRegisters() {
    ByteBuffer out = ByteBuffer.allocate(SAVED);
    out.putInt(SAVED_KIND).putInt(statusCode).putInt(shown);
    for (int word = 0; word < WORDS; word++) {
      out.putLong(asked.get(word));
    }
    return ByteList.of(out.array());
  }

  @Override
  public boolean restoreRegisters(ByteList saved) {
    ByteBuffer in = ByteBuffer.wrap(saved.toArray());
    if (in.remaining() != SAVED || in.getInt() != SAVED_KIND) {
      return false;
    }
    statusCode = in.getInt();
    shown = in.getInt();
    for (int word = 0; word < WORDS; word++) {
      asked.set(word, in.getLong());
    }
    return true;
  }

  private OstStatus takeStatus() {
    OstStatus status = new OstStatus(statusCode);
    statusCode = OstStatus.UNSPECIFIED.code();
    return status;
  }

  private final class StatusBitmap implements IoHandler {
    @Override
    public long read(long offset, int width) {
      long bits = 0;
      int first = (int) offset * 8;
      for (int bit = 0; bit < 8 * width; bit++) {
        if (port.look(first + bit)) {
          bits |= 1L << bit;
        }
      }
      return bits;
    }

    @Override
    public void write(long offset, int width, long value) {
      port.fault(GuestFault.WRONG_DIRECTION, offset);
    }
  }

  private final class EjectBitmap implements IoHandler {
    @Override
    public long read(long offset, int width) {
      port.fault(GuestFault.WRONG_DIRECTION, offset);
      return 0;
    }

    @Override
    public void write(long offset, int width, long value) {
      int first = (int) offset * 8;
      for (int bit = 0; bit < 8 * width; bit++) {
        if ((value >>> bit & 1) != 0) {
          port.eject(first + bit);
        }
      }
    }
  }

  /** The three report bytes; offset 0 is port 0xafa1. */
  private final class Reports implements IoHandler {
    @Override
    public long read(long offset, int width) {
      port.fault(GuestFault.WRONG_DIRECTION, offset);
      return 0;
    }

    @Override
    public void write(long offset, int width, long value) {
      int slot = (int) value & 0xff;
      OstStatus status = takeStatus();
      switch ((int) offset) {
        case 0 -> removal(slot, status);
        case 1 -> port.addSucceeded(slot);
        default -> port.addFailed(slot, status);
      }
    }

    private void removal(int slot, OstStatus status) {
      if (status.equals(OstStatus.IN_PROGRESS)) {
        port.removalStarted(slot);
      } else {
        port.removalRefused(slot, status);
      }
    }
  }

  /** Bytes of the code can be written alone, low to high. */
  private final class StatusCode implements IoHandler {
    @Override
    public long read(long offset, int width) {
      port.fault(GuestFault.WRONG_DIRECTION, offset);
      return 0;
    }

    @Override
    public void write(long offset, int width, long value) {
      long mask = (1L << (8 * width)) - 1;
      int shift = 8 * (int) offset;
      statusCode = (int) ((statusCode & ~(mask << shift)) | ((value & mask) << shift));
    }
  }

  /** Takes no part in what happens: which slot is shown depends on the slots' states alone. */
  private final class AskAgain implements IoHandler {
    @Override
    public long read(long offset, int width) {
      shown = next();
      return shown;
    }

    private int next() {
      for (int word = 0; word < WORDS; word++) {
        for (long bits = asked.get(word); bits != 0; bits &= bits - 1) {
          int slot = word * Long.SIZE + Long.numberOfTrailingZeros(bits);
          if (slot < port.slotCount() && port.slot(slot).state() == SlotState.EJECT_REQUESTED) {
            return slot + 1;
          }
        }
      }
      return NONE;
    }

    @Override
    public void write(long offset, int width, long value) {
      int slot = shown - 1;
      if (value == 0 && slot >= 0 && slot < WORDS * Long.SIZE) {
        shown = NONE;
        forget(slot);
      } else {
        port.fault(GuestFault.UNEXPECTED_REPORT, slot);
      }
    }
  }

  private final class RemovalStarted implements IoHandler {
    @Override
    public long read(long offset, int width) {
      port.fault(GuestFault.WRONG_DIRECTION, offset);
      return 0;
    }

    @Override
    public void write(long offset, int width, long value) {
      port.removalStarted((int) value & 0xff);
    }
  }
}
