package org.memslot.bios.device;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.memslot.aml.ByteList;
import org.memslot.bios.FirmwareDataException;
import org.memslot.machine.AddressRange;
import org.memslot.machine.AddressSpace;
import org.memslot.machine.LevelInterruptLine;

/** The devices of a board, none of which claims what another has. */
public final class Devices {
  private final Map<Device, List<Claim>> claims = new LinkedHashMap<>();

  /**
   * A list of devices, on no bus yet.
   *
   * @throws DeviceConflictException when two have one name, or claim the same ports, addresses or
   *     interrupt
   */
  public Devices(List<? extends Device> devices) {
    for (Device device : devices) {
      List<Claim> claimed = List.copyOf(device.claims());
      claims.forEach((other, taken) -> check(other, taken, device, claimed));
      claims.put(device, claimed);
    }
  }

  private static void check(Device first, List<Claim> taken, Device second, List<Claim> claimed) {
    if (first.name().equals(second.name())) {
      throw new DeviceConflictException("two devices have the name " + first.name());
    }
    for (Claim one : taken) {
      for (Claim other : claimed) {
        conflict(one, other)
            .ifPresent(
                what -> {
                  throw new DeviceConflictException(
                      "devices %s and %s both claim %s"
                          .formatted(first.name(), second.name(), what));
                });
      }
    }
  }

  private static Optional<String> conflict(Claim one, Claim other) {
    return switch (one) {
      case Claim.Ports ports when other instanceof Claim.Ports more ->
          common("ports", ports.range(), more.range());
      case Claim.Memory memory when other instanceof Claim.Memory more ->
          common("addresses", memory.range(), more.range());
      case Claim.Interrupt(int input, _)
          when other instanceof Claim.Interrupt(int more, _) && input == more ->
          Optional.of("interrupt " + input);
      case Claim.Ports _, Claim.Memory _, Claim.Interrupt _ -> Optional.empty();
    };
  }

  private static Optional<String> common(String what, AddressRange one, AddressRange other) {
    return one.intersection(other).map(range -> what + " " + range);
  }

  /** The devices, in the order of the board. */
  public List<Device> list() {
    return List.copyOf(claims.keySet());
  }

  /**
   * Puts all of them on the buses, or none.
   *
   * @throws org.memslot.machine.TopologyException when something else is there already
   */
  public void plug(AddressSpace memory, AddressSpace ports) {
    List<Claim.Memory> addresses = claims(Claim.Memory.class);
    memory.change(change -> addresses.forEach(claim -> change.add(claim.base(), claim.region())));
    try {
      ports.change(
          change ->
              claims(Claim.Ports.class).forEach(claim -> change.add(claim.base(), claim.region())));
    } catch (RuntimeException | Error e) {
      memory.change(change -> addresses.forEach(claim -> change.remove(claim.region())));
      throw e;
    }
  }

  private <C extends Claim> List<C> claims(Class<C> kind) {
    return claims.values().stream()
        .flatMap(List::stream)
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  /** The interrupts, by the input of the interrupt controller. */
  public Map<Integer, LevelInterruptLine> interrupts() {
    Map<Integer, LevelInterruptLine> lines = new TreeMap<>();
    claims(Claim.Interrupt.class).forEach(claim -> lines.put(claim.input(), claim.line()));
    return lines;
  }

  /** Ports whose writes may be collected. */
  public List<AddressRange> deferrableWrites() {
    return claims(Claim.Ports.class).stream()
        .filter(claim -> claim.deferrable() != 0)
        .map(claim -> AddressRange.of(claim.base(), claim.deferrable()))
        .toList();
  }

  /** Resets all. */
  public void reset() {
    claims.keySet().forEach(Device::reset);
  }

  /** What a state file has to keep, by the name of the device. */
  public Map<String, ByteList> save() {
    Map<String, ByteList> saved = new TreeMap<>();
    for (Device device : claims.keySet()) {
      device.save().ifPresent(state -> saved.put(device.name(), state));
    }
    return saved;
  }

  /**
   * Takes back what {@link #save} gave, and resets all.
   *
   * @throws MissingStateException when there is no state of a device that has one
   * @throws FirmwareDataException when the state of a device is malformed
   */
  public void restore(Map<String, ByteList> saved) {
    List<Device> kept =
        claims.keySet().stream().filter(device -> device.save().isPresent()).toList();
    for (Device device : kept) {
      if (!saved.containsKey(device.name())) {
        throw new MissingStateException(device.name());
      }
    }
    for (Device device : kept) {
      device.restore(saved.getOrDefault(device.name(), ByteList.EMPTY));
    }
    reset();
  }
}
