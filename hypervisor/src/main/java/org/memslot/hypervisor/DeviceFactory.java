package org.memslot.hypervisor;

import org.memslot.bios.device.Device;

/** Makes a device for a board: see {@link MachineConfigBuilder#device}. */
@FunctionalInterface
public interface DeviceFactory {
  /** A new device, in its state after reset, on no bus yet. */
  Device create(BoardServices board);
}
