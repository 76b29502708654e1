package org.memslot.aml.resource;

import java.util.Optional;

/**
 * Interrupts from GPIO pins: GpioInt (ACPI 6.5, section 6.4.3.8.1).
 *
 * @param mode edge or level
 * @param polarity high, low or both
 * @param lines the pins
 */
public record GpioInterrupt(InterruptMode mode, InterruptPolarity polarity, GpioLines lines)
    implements ResourceDescriptor {
  static final int CONNECTION_TYPE = 0;

  @Override
  public byte[] encode() {
    return lines.encode(CONNECTION_TYPE, mode.value() | polarity.value() << 1, 0);
  }

  @Override
  public Optional<AslMacro> macro() {
    return new MacroBuilder("GpioInt")
        .word(mode)
        .word(polarity)
        .word(lines.sharing())
        .word(lines.pull().asl())
        .hex(lines.debounceTimeout(), 16)
        .connection(lines.source(), lines.usage())
        .tag()
        .vendorData(lines.vendorData())
        .hexes(lines.pins(), 16)
        .build();
  }
}
