package org.memslot.aml.resource;

import java.util.List;
import org.memslot.aml.ByteList;

/**
 * What GPIO interrupts and GPIO I/O connections have in common (ACPI 6.5, section 6.4.3.8.1).
 *
 * @param usage whether the device uses the pins or hands them on
 * @param sharing whether shared, whether they wake
 * @param pull the pins' electrical configuration
 * @param debounceTimeout in hundredths of a millisecond, 0..0xFFFF
 * @param source the GPIO controller
 * @param vendorData the vendor's own data
 * @param pins 1 or more pin numbers, each 0..0xFFFF
 */
public record GpioLines(
    ResourceUsage usage,
    Sharing sharing,
    PinPull pull,
    int debounceTimeout,
    ResourceSource source,
    ByteList vendorData,
    List<Integer> pins) {
  private static final int REVISION = 1;
  private static final int PIN_TABLE = 0x17;

  /** Checks the values. */
  public GpioLines {
    pins = List.copyOf(pins);
    Checks.unsigned("_DBT", debounceTimeout, 16);
    PinTable.check("GPIO", PIN_TABLE - 3, pins, PinTable.sizeOf(source.path()), vendorData);
  }

  /** Returns exclusively used lines of a controller, as the platform configured them. */
  public static GpioLines of(String controller, Integer... pins) {
    return new GpioLines(
        ResourceUsage.CONSUMER,
        Sharing.EXCLUSIVE,
        PinPull.DEFAULT,
        0,
        ResourceSource.of(controller),
        ByteList.EMPTY,
        List.of(pins));
  }

  byte[] encode(int connectionType, int flags, int driveStrength) {
    int sourceAt = PIN_TABLE + 2 * pins.size();
    int vendorAt = sourceAt + PinTable.sizeOf(source.path());
    return ItemWriter.large(ItemTag.GPIO)
        .u8(REVISION)
        .u8(connectionType)
        .u16(usage.value())
        .u16(flags | sharing.value() << 3)
        .u8(pull.value())
        .u16(driveStrength)
        .u16(debounceTimeout)
        .u16(PIN_TABLE)
        .u8(source.index())
        .u16(sourceAt)
        .u16(vendorAt)
        .u16(vendorData.length())
        .words(pins)
        .text(source.path())
        .octets(vendorData)
        .toByteArray();
  }

  static ResourceDescriptor decode(ItemReader in) {
    in.u8();
    int connectionType = in.u8();
    int general = in.u16();
    int flags = in.u16();
    PinPull pull = new PinPull(in.u8());
    int drive = in.u16();
    int debounce = in.u16();
    int pinsAt = in.u16();
    int index = in.u8();
    int sourceAt = in.u16();
    int vendorAt = in.u16();
    GpioLines lines =
        new GpioLines(
            Keyword.of(ResourceUsage.class, general & 1),
            Keyword.of(Sharing.class, flags >> 3 & 3),
            pull,
            debounce,
            new ResourceSource(in.text(sourceAt, vendorAt), index),
            in.octets(vendorAt, in.u16()),
            in.words(pinsAt, sourceAt));
    return switch (connectionType) {
      case GpioInterrupt.CONNECTION_TYPE ->
          new GpioInterrupt(
              Keyword.of(InterruptMode.class, flags & 1),
              Keyword.of(InterruptPolarity.class, flags >> 1 & 3),
              lines);
      case GpioIo.CONNECTION_TYPE ->
          new GpioIo(Keyword.of(IoRestriction.class, flags & 3), drive, lines);
      default ->
          throw new ResourceException("GPIO connection type", connectionType + " is reserved");
    };
  }
}
