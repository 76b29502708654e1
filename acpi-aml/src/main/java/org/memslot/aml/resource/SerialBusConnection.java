package org.memslot.aml.resource;

import java.util.Optional;
import org.memslot.aml.ByteList;

/**
 * A connection over a serial bus (ACPI 6.5, section 6.4.3.8.2).
 *
 * @param revision 1, or 2, which has the sharing bit; ASL's macros with the suffix V2 make revision
 *     2, those without it and CSI-2's make revision 1
 * @param bus the bus and its own parameters
 * @param initiator which side starts a transfer
 * @param usage whether the device uses the connection or hands it on
 * @param shared whether other devices use the connection too
 * @param source the bus controller
 * @param vendorData the vendor's own data
 */
public record SerialBusConnection(
    int revision,
    SerialBus bus,
    SerialInitiator initiator,
    ResourceUsage usage,
    boolean shared,
    ResourceSource source,
    ByteList vendorData)
    implements ResourceDescriptor {
  private static final int SHARING_REVISION = 2;
  private static final int COMMON_PART = 9;

  /** Checks the values. */
  public SerialBusConnection {
    Checks.range("revision", revision, 1, SHARING_REVISION);
    if (bus instanceof SerialBus.Csi2 && revision != 1) {
      throw new ResourceException("revision", revision + ": CSI-2 has revision 1 only");
    }
    if (shared && revision < SHARING_REVISION) {
      throw new ResourceException("_SHR", "revision 1 has no sharing");
    }
    Checks.largeItem(
        "SerialBus",
        (long) COMMON_PART
            + SerialBusCodec.dataLength(bus)
            + vendorData.length()
            + PinTable.sizeOf(source.path()));
  }

  /** Returns an exclusive connection, of the latest revision, that the device uses. */
  public static SerialBusConnection of(SerialBus bus, String controller) {
    return new SerialBusConnection(
        bus instanceof SerialBus.Csi2 ? 1 : SHARING_REVISION,
        bus,
        SerialInitiator.CONTROLLER,
        ResourceUsage.CONSUMER,
        false,
        ResourceSource.of(controller),
        ByteList.EMPTY);
  }

  @Override
  public byte[] encode() {
    ItemWriter out =
        ItemWriter.large(ItemTag.SERIAL_BUS)
            .u8(revision)
            .u8(source.index())
            .u8(SerialBusCodec.type(bus))
            .u8(initiator.value() | usage.value() << 1 | (shared ? 1 << 2 : 0))
            .u16(SerialBusCodec.flags(bus))
            .u8(SerialBusCodec.TYPE_REVISION)
            .u16(SerialBusCodec.dataLength(bus) + vendorData.length());
    SerialBusCodec.writeData(bus, out);
    return out.octets(vendorData).text(source.path()).toByteArray();
  }

  static SerialBusConnection decode(ItemReader in) {
    int revision = in.u8();
    int index = in.u8();
    int type = in.u8();
    int general = in.u8();
    int flags = in.u16();
    in.u8();
    int dataLength = in.u16();
    SerialBus bus = SerialBusCodec.read(type, flags, in);
    ByteList vendorData = in.octets(Math.max(0, dataLength - SerialBusCodec.dataLength(bus)));
    return new SerialBusConnection(
        revision,
        bus,
        Keyword.of(SerialInitiator.class, general & 1),
        Keyword.of(ResourceUsage.class, general >> 1 & 1),
        (general >> 2 & 1) != 0,
        new ResourceSource(in.text(), index),
        vendorData);
  }

  @Override
  public Optional<AslMacro> macro() {
    if (bus instanceof SerialBus.Uart && initiator != SerialInitiator.CONTROLLER) {
      return Optional.empty();
    }
    MacroBuilder macro =
        SerialBusCodec.beginMacro(bus, revision, initiator).connection(source, usage).tag();
    if (revision >= SHARING_REVISION) {
      macro.word(PinTable.sharing(shared));
    }
    return macro.vendorData(vendorData).build();
  }
}
