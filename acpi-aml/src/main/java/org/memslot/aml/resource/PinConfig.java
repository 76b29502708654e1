package org.memslot.aml.resource;

import java.util.List;
import java.util.Optional;
import org.memslot.aml.ByteList;

/**
 * How pins of a controller are set up (ACPI 6.5, section 6.4.3.11).
 *
 * @param usage whether the device uses the pins or hands them on
 * @param shared whether other devices use the pins too
 * @param setting what is set, to which value
 * @param source the pin controller
 * @param vendorData the vendor's own data
 * @param pins 1 or more pin numbers, each 0..0xFFFF
 */
public record PinConfig(
    ResourceUsage usage,
    boolean shared,
    PinSetting setting,
    ResourceSource source,
    ByteList vendorData,
    List<Integer> pins)
    implements ResourceDescriptor {
  private static final int REVISION = 1;
  private static final int PIN_TABLE = 0x14;

  /** Checks the values. */
  public PinConfig {
    pins = List.copyOf(pins);
    PinTable.check("PinConfig", PIN_TABLE - 3, pins, PinTable.sizeOf(source.path()), vendorData);
  }

  @Override
  public byte[] encode() {
    int sourceAt = PIN_TABLE + 2 * pins.size();
    return ItemWriter.large(ItemTag.PIN_CONFIG)
        .u8(REVISION)
        .u16((shared ? 1 : 0) | usage.value() << 1)
        .u8(setting.type())
        .u32(setting.value())
        .u16(PIN_TABLE)
        .u8(source.index())
        .u16(sourceAt)
        .u16(sourceAt + PinTable.sizeOf(source.path()))
        .u16(vendorData.length())
        .words(pins)
        .text(source.path())
        .octets(vendorData)
        .toByteArray();
  }

  static PinConfig decode(ItemReader in) {
    in.u8();
    int flags = in.u16();
    PinSetting setting = new PinSetting(in.u8(), in.u32());
    int pinsAt = in.u16();
    int index = in.u8();
    int sourceAt = in.u16();
    int vendorAt = in.u16();
    return new PinConfig(
        Keyword.of(ResourceUsage.class, flags >> 1 & 1),
        (flags & 1) != 0,
        setting,
        new ResourceSource(in.text(sourceAt, vendorAt), index),
        in.octets(vendorAt, in.u16()),
        in.words(pinsAt, sourceAt));
  }

  @Override
  public Optional<AslMacro> macro() {
    return new MacroBuilder("PinConfig")
        .word(PinTable.sharing(shared))
        .hex(setting.type(), 8)
        .hex(setting.value(), 32)
        .connection(source, usage)
        .tag()
        .vendorData(vendorData)
        .hexes(pins, 16)
        .build();
  }
}
