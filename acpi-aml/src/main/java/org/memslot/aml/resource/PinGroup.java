package org.memslot.aml.resource;

import java.util.List;
import java.util.Optional;
import org.memslot.aml.ByteList;

/**
 * A named set of a controller's pins (ACPI 6.5, section 6.4.3.10).
 *
 * @param usage a controller offers a group, so it is a producer
 * @param label the group's name
 * @param vendorData the vendor's own data
 * @param pins 1 or more pin numbers, each 0..0xFFFF
 */
public record PinGroup(ResourceUsage usage, String label, ByteList vendorData, List<Integer> pins)
    implements ResourceDescriptor {
  private static final int REVISION = 1;
  private static final int PIN_TABLE = 0x0E;

  /** Checks the values. */
  public PinGroup {
    pins = List.copyOf(pins);
    Checks.text("ResourceLabel", label);
    PinTable.check("PinGroup", PIN_TABLE - 3, pins, PinTable.sizeOf(label), vendorData);
  }

  @Override
  public byte[] encode() {
    int labelAt = PIN_TABLE + 2 * pins.size();
    return ItemWriter.large(ItemTag.PIN_GROUP)
        .u8(REVISION)
        .u16(usage.value())
        .u16(PIN_TABLE)
        .u16(labelAt)
        .u16(labelAt + PinTable.sizeOf(label))
        .u16(vendorData.length())
        .words(pins)
        .text(label)
        .octets(vendorData)
        .toByteArray();
  }

  static PinGroup decode(ItemReader in) {
    in.u8();
    int flags = in.u16();
    int pinsAt = in.u16();
    int labelAt = in.u16();
    int vendorAt = in.u16();
    return new PinGroup(
        Keyword.of(ResourceUsage.class, flags & 1),
        in.text(labelAt, vendorAt),
        in.octets(vendorAt, in.u16()),
        in.words(pinsAt, labelAt));
  }

  @Override
  public Optional<AslMacro> macro() {
    return new MacroBuilder("PinGroup")
        .string(label)
        .word(usage)
        .tag()
        .vendorData(vendorData)
        .hexes(pins, 16)
        .build();
  }
}
