package org.memslot.hypervisor.device;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.memslot.machine.AccessWidths;
import org.memslot.machine.DeviceRegion;
import org.memslot.machine.IoHandler;

/**
 * A PCI host bridge with configuration mechanism #1 (PCI Local Bus Specification 3.0, section
 * 3.2.2.3.2): address register at port 0xcf8, data at 0xcfc to 0xcff. On bus 0 there is the host
 * bridge itself, with the IDs of an Intel 440FX, and a PIIX4 power-management function by which
 * firmware knows where the ACPI registers are; nothing else answers.
 */
public final class PciHost {
  /**
   * Port of the configuration address register, 4 bytes, with the reset register at 0xcf9 within.
   */
  public static final int ADDRESS_PORT = 0xcf8;

  /** Port of the configuration data register, 4 bytes. */
  public static final int DATA_PORT = 0xcfc;

  /** Offset of the chipset's reset register, port 0xcf9. */
  private static final int RESET = 1;

  private static final int CONFIG_SIZE = 256;
  private static final int ENABLE = 1 << 31;

  private static final int HOST_BRIDGE = 0;
  private static final int ISA_BRIDGE = 1 << 3;
  private static final int POWER_MANAGEMENT = (1 << 3) | 3;

  /** Functions of bus 0 by device number times 8 plus function number. */
  private final Map<Integer, PciFunction> functions = new HashMap<>();

  private int address;

  /**
   * A bridge in its state after reset.
   *
   * @param powerManagementBase port of the ACPI register block, as the function's base register
   *     shows it
   */
  public PciHost(int powerManagementBase) {
    functions.put(HOST_BRIDGE, PciFunction.hostBridge());
    functions.put(ISA_BRIDGE, PciFunction.isaBridge());
    functions.put(POWER_MANAGEMENT, PciFunction.powerManagement(powerManagementBase));
  }

  /**
   * The address register, for port 0xcf8: 4 bytes that are accessed whole. Narrower accesses are
   * the chipset's: its reset register is the second byte.
   *
   * @param reset answers byte accesses to port 0xcf9
   */
  public DeviceRegion addressPort(IoHandler reset) {
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

  /**
   * The data register, for port 0xcfc: 4 bytes that are accessed as the configuration space behind
   * is.
   */
  public DeviceRegion dataPort() {
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
