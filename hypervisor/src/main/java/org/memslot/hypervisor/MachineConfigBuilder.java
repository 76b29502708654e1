package org.memslot.hypervisor;

import java.util.ArrayList;
import java.util.List;
import org.memslot.hotplug.HotplugInterface;
import org.memslot.hotplug.ResetMode;
import org.memslot.hotplug.device.HotplugInterfaces;
import org.memslot.hotplug.slot.AddressMap;
import org.memslot.hotplug.slot.SlotOptions;
import org.memslot.machine.ByteSize;

/** Builds a {@link MachineConfig}, which checks it as a whole. */
public final class MachineConfigBuilder {
  private ByteSize memory;
  private int cpus = 1;
  private List<NumaNode> nodes = List.of();
  private NumaLocality locality = NumaLocality.UNSPECIFIED;
  private List<SlotOptions> slots = List.of();
  private AnonymousSlots anonymous = AnonymousSlots.NONE;
  private HotplugInterface hotplug = HotplugInterfaces.MEMSLOT;
  private ResetMode reboot = ResetMode.KEEP;
  private int addressBits = AddressMap.DEFAULT_ADDRESS_BITS;
  private boolean unrequestedEject;
  private List<DeviceFactory> devices = List.of();

  MachineConfigBuilder(ByteSize memory) {
    this.memory = memory;
  }

  MachineConfigBuilder(MachineConfig config) {
    memory = config.memory();
    cpus = config.cpus();
    nodes = config.nodes();
    locality = config.locality();
    slots = config.slots();
    anonymous = config.anonymous();
    hotplug = config.hotplug();
    reboot = config.reboot();
    addressBits = config.addressBits();
    unrequestedEject = config.unrequestedEject();
    devices = config.devices();
  }

  /** Boot memory. */
  public MachineConfigBuilder memory(ByteSize value) {
    memory = value;
    return this;
  }

  /** Processors, 1 to {@link MachineConfig#MOST_CPUS}. */
  public MachineConfigBuilder cpus(int value) {
    cpus = value;
    return this;
  }

  /** NUMA nodes numbered from 0, whose memory adds up to all boot memory. */
  public MachineConfigBuilder nodes(List<NumaNode> value) {
    nodes = value;
    return this;
  }

  /** How the nodes stand to each other. */
  public MachineConfigBuilder locality(NumaLocality value) {
    locality = value;
    return this;
  }

  /** The slots with names. */
  public MachineConfigBuilder slots(List<SlotOptions> value) {
    slots = value;
    return this;
  }

  /** The slots without names. */
  public MachineConfigBuilder anonymous(AnonymousSlots value) {
    anonymous = value;
    return this;
  }

  /** The register interface: of {@link HotplugInterfaces}, or any other. */
  public MachineConfigBuilder hotplug(HotplugInterface value) {
    hotplug = value;
    return this;
  }

  /** What a reset does to hot-added memory. */
  public MachineConfigBuilder reboot(ResetMode value) {
    reboot = value;
    return this;
  }

  /** The width of physical addresses. */
  public MachineConfigBuilder addressBits(int value) {
    addressBits = value;
    return this;
  }

  /** Whether a guest may eject memory that nobody asked for. */
  public MachineConfigBuilder unrequestedEject(boolean value) {
    unrequestedEject = value;
    return this;
  }

  /** One more device, besides those that every board has. */
  public MachineConfigBuilder device(DeviceFactory factory) {
    List<DeviceFactory> more = new ArrayList<>(devices);
    more.add(factory);
    devices = List.copyOf(more);
    return this;
  }

  /**
   * The machine.
   *
   * @throws MachineConfigException with everything that is wrong with it
   */
  public MachineConfig build() {
    return new MachineConfig(
        memory,
        cpus,
        nodes,
        locality,
        slots,
        anonymous,
        hotplug,
        reboot,
        addressBits,
        unrequestedEject,
        devices);
  }
}
