package org.memslot.hypervisor.device;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.memslot.bios.MachineInformation;
import org.memslot.bios.device.Claim;
import org.memslot.bios.device.Device;
import org.memslot.bios.device.DeviceAml;
import org.memslot.machine.AccessWidths;
import org.memslot.machine.AddressRange;
import org.memslot.machine.DeviceRegion;
import org.memslot.machine.IoHandler;

/**
 * A PCI host bridge with configuration mechanism #1 (PCI Local Bus Specification 3.0, section
 * 3.2.2.3.2): address register at port 0xcf8, data at 0xcfc to 0xcff. On bus 0 there is the host
 * bridge itself, with the IDs of an Intel 440FX, and a PIIX4 power-management function by which
 * firmware knows where the ACPI registers are; nothing else answers.
 */
public final class PciHost implements Device {
  /** The chipset's reset register, the second byte of the configuration address register. */
  public static final int RESET_PORT = 0xcf9;

  private static final int ADDRESS_PORT = 0xcf8;
  private static final int DATA_PORT = 0xcfc;
  private static final int PORTS = 8;
  private static final int RESET = RESET_PORT - ADDRESS_PORT;

  private static final int CONFIG_SIZE = 256;
  private static final int ENABLE = 1 << 31;

  private static final int HOST_BRIDGE = 0;
  private static final int ISA_BRIDGE = 1 << 3;
  private static final int POWER_MANAGEMENT = (1 << 3) | 3;

  /** Functions of bus 0 by device number times 8 plus function number. */
  private final Map<Integer, PciFunction> functions = new HashMap<>();

  private final ResetPort reset;
  private int address;

  /**
   * A bridge in its state after reset.
   *
   * @param powerManagementBase port of the ACPI register block, as the function's base register
   *     shows it
   * @param reset what the reset register does; called on the guest's thread
   */
  public PciHost(int powerManagementBase, Runnable reset) {
    this.reset = new ResetPort(reset);
    functions.put(HOST_BRIDGE, PciFunction.hostBridge());
    functions.put(ISA_BRIDGE, PciFunction.isaBridge());
    functions.put(POWER_MANAGEMENT, PciFunction.powerManagement(powerManagementBase));
  }

  @Override
  public String name() {
    return "pci-host";
  }

  @Override
  public List<Claim> claims() {
    return List.of(
        new Claim.Ports(ADDRESS_PORT, addressPort()), new Claim.Ports(DATA_PORT, dataPort()));
  }

  @Override
  public DeviceAml aml(MachineInformation machine) {
    return PciRootBridge.aml(machine, AddressRange.of(ADDRESS_PORT, PORTS));
  }

  /**
   * 4 bytes that are accessed whole. Narrower accesses are the chipset's: its reset register is the
   * second byte.
   */
  private DeviceRegion addressPort() {
    IoHandler handler =
        new IoHandler() {
          @Override
          public long read(long offset, int width) {
            if (width == 4) {
              return readAddress();
            }
            return offset == RESET && width == 1 ? reset.read(0, 1) : -1L;
          }

          @Override
          public void write(long offset, int width, long value) {
            if (width == 4) {
              writeAddress((int) value);
            } else if (offset == RESET && width == 1) {
              reset.write(0, 1, value);
            }
          }
        };
    return new DeviceRegion("pci-config-address", 4, handler, new AccessWidths(1, 4, 1, 4));
  }

  /** 4 bytes that are accessed as the configuration space behind is. */
  private DeviceRegion dataPort() {
    IoHandler handler =
        new IoHandler() {
          @Override
          public long read(long offset, int width) {
            return readData((int) offset, width);
          }

          @Override
          public void write(long offset, int width, long value) {
            writeData((int) offset, width, (int) value);
          }
        };
    return new DeviceRegion("pci-config-data", 4, handler, new AccessWidths(1, 4, 1, 4));
  }

  private synchronized int readAddress() {
    return address;
  }

  private synchronized void writeAddress(int value) {
    address = value;
  }

  private synchronized long readData(int offset, int width) {
    PciFunction function = selected();
    return function == null ? -1L : function.read(register(offset), width);
  }

  private synchronized void writeData(int offset, int width, int value) {
    PciFunction function = selected();
    if (function != null) {
      function.write(register(offset), width, value);
    }
  }

  private @Nullable PciFunction selected() {
    boolean bus0 = (address & ENABLE) != 0 && (address >> 16 & 0xff) == 0;
    return bus0 ? functions.get(address >> 8 & 0xff) : null;
  }

  private int register(int offset) {
    return (address & (CONFIG_SIZE - 4)) + offset;
  }
}
