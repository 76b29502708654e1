package org.memslot.bios.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.memslot.aml.ByteList;
import org.memslot.machine.AddressRange;
import org.memslot.machine.AddressSpace;
import org.memslot.machine.DeviceRegion;
import org.memslot.machine.IoHandler;
import org.memslot.machine.LevelInterruptLine;
import org.memslot.machine.TopologyException;

/** A board has devices that do not get into each other's way. */
class DevicesTest {
  private final AddressSpace memory = AddressSpace.memory("memory");
  private final AddressSpace ports = AddressSpace.ports("ports");

  /** A device with one byte of state, which is what its registers read. */
  private static final class Sample implements Device, IoHandler {
    private final String name;
    private final List<Claim> claims;
    private int value;

    Sample(String name, Claim... claims) {
      this.name = name;
      this.claims = List.of(claims);
    }

    static Sample at(String name, int port) {
      Sample sample = new Sample(name);
      return new Sample(name, new Claim.Ports(port, new DeviceRegion(name, 4, sample), 1));
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public List<Claim> claims() {
      return claims;
    }

    @Override
    public long read(long offset, int width) {
      return value;
    }

    @Override
    public void write(long offset, int width, long written) {
      value = (int) written & 0xff;
    }

    @Override
    public Optional<ByteList> save() {
      return Optional.of(ByteList.of((byte) value));
    }

    @Override
    public void restore(ByteList saved) {
      value = saved.get(0);
    }
  }

  private static Claim memory(long base) {
    return new Claim.Memory(base, new DeviceRegion("registers", 0x1000, new Sample("registers")));
  }

  private static Claim interrupt(int input) {
    return new Claim.Interrupt(input, new LevelInterruptLine("line"));
  }

  private static void assertConflict(String message, Device... devices) {
    assertThatThrownBy(() -> new Devices(List.of(devices)))
        .isInstanceOf(DeviceConflictException.class)
        .hasMessage(message);
  }

  @Test
  void twoDevicesThatClaimTheSamePortsAreNamed() {
    assertConflict(
        "devices one and two both claim ports 0x302-0x303",
        Sample.at("one", 0x300),
        Sample.at("other", 0x310),
        Sample.at("two", 0x302));
  }

  @Test
  void twoDevicesThatClaimTheSameAddressesOrInterruptAreNamed() {
    assertConflict(
        "devices one and two both claim addresses 0xfed00800-0xfed00fff",
        new Sample("one", memory(0xfed0_0000L)),
        new Sample("two", memory(0xfed0_0800L)));
    assertConflict(
        "devices one and two both claim interrupt 5",
        new Sample("one", interrupt(4), interrupt(5)),
        new Sample("two", interrupt(5)));
    assertConflict("two devices have the name one", new Sample("one"), new Sample("one"));
  }

  @Test
  void theSameNumbersOfDifferentKindsAreNoConflict() {
    Devices devices =
        new Devices(
            List.of(
                Sample.at("ports", 0x1000),
                new Sample("memory", memory(0x1000)),
                new Sample("line", interrupt(9))));
    devices.plug(memory, ports);
    assertThat(devices.interrupts()).containsOnlyKeys(9);
    assertThat(devices.deferrableWrites()).containsExactly(AddressRange.of(0x1000, 1));
    assertThat(ports.read8(0x1000)).isZero();
    assertThat(memory.read8(0x1000)).isZero();
  }

  @Test
  void whereSomethingElseIsThereNothingIsPlugged() {
    DeviceRegion other = new DeviceRegion("other", 4, new Sample("other"));
    ports.change(change -> change.add(0x1002, other));
    Devices devices =
        new Devices(List.of(new Sample("memory", memory(0x1000)), Sample.at("ports", 0x1000)));
    assertThatThrownBy(() -> devices.plug(memory, ports))
        .isInstanceOf(TopologyException.class)
        .hasMessageContaining("other");
    assertThat(memory.read8(0x1000)).as("nothing answers").isEqualTo(0xff);
    ports.change(change -> change.remove(other));
    devices.plug(memory, ports);
    assertThat(memory.read8(0x1000)).isZero();
  }

  @Test
  void savedStateComesBackByName() {
    Devices devices = new Devices(List.of(new Sample("a"), new Sample("b")));
    ((Sample) devices.list().getLast()).write(0, 1, 7);
    Map<String, ByteList> saved = devices.save();
    assertThat(saved).containsEntry("b", ByteList.of((byte) 7)).hasSize(2);
    Devices others = new Devices(List.of(new Sample("a"), new Sample("b")));
    others.restore(saved);
    assertThat(((Sample) others.list().getLast()).read(0, 1)).isEqualTo(7);
    assertThatThrownBy(() -> others.restore(Map.of()))
        .isInstanceOfSatisfying(
            MissingStateException.class, e -> assertThat(e.device()).isEqualTo("a"))
        .hasMessage("there is no state of a");
  }
}
