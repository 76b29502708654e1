package org.memslot.aml.resource;

import java.util.List;
import java.util.Optional;
import org.memslot.aml.ByteList;

/**
 * What pins of a controller are used for (ACPI 6.5, section 6.4.3.9).
 *
 * <p>The macro has a ResourceUsage argument and the bytes have no place for it.
 *
 * @param shared whether other devices use the pins too
 * @param pull the pins' electrical configuration
 * @param function the function's number in the controller, 0..0xFFFF
 * @param source the pin controller
 * @param vendorData the vendor's own data
 * @param pins 1 or more pin numbers, each 0..0xFFFF
 */
public record PinFunction(
    boolean shared,
    PinPull pull,
    int function,
    ResourceSource source,
    ByteList vendorData,
    List<Integer> pins)
    implements ResourceDescriptor {
  private static final int REVISION = 1;
  private static final int PIN_TABLE = 0x12;

  /** Checks the values. */
  public PinFunction {
    pins = List.copyOf(pins);
    Checks.unsigned("_FUN", function, 16);
    PinTable.check("PinFunction", PIN_TABLE - 3, pins, PinTable.sizeOf(source.path()), vendorData);
  }

  @Override
  public byte[] encode() {
    int sourceAt = PIN_TABLE + 2 * pins.size();
    return ItemWriter.large(ItemTag.PIN_FUNCTION)
        .u8(REVISION)
        .u16(shared ? 1 : 0)
        .u8(pull.value())
        .u16(function)
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

  static PinFunction decode(ItemReader in) {
    in.u8();
    boolean shared = (in.u16() & 1) != 0;
    PinPull pull = new PinPull(in.u8());
    int function = in.u16();
    int pinsAt = in.u16();
    int index = in.u8();
    int sourceAt = in.u16();
    int vendorAt = in.u16();
    return new PinFunction(
        shared,
        pull,
        function,
        new ResourceSource(in.text(sourceAt, vendorAt), index),
        in.octets(vendorAt, in.u16()),
        in.words(pinsAt, sourceAt));
  }

  @Override
  public Optional<AslMacro> macro() {
    return new MacroBuilder("PinFunction")
        .word(PinTable.sharing(shared))
        .word(pull.asl())
        .hex(function, 16)
        .connection(source, ResourceUsage.CONSUMER)
        .tag()
        .vendorData(vendorData)
        .hexes(pins, 16)
        .build();
  }
}
