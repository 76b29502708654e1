package org.memslot.aml.resource;

import java.util.Optional;

/**
 * GPIO pins for input and output: GpioIo (ACPI 6.5, section 6.4.3.8.1).
 *
 * @param restriction how the pins may be used
 * @param driveStrength in hundredths of a milliampere, 0..0xFFFF
 * @param lines the pins
 */
public record GpioIo(IoRestriction restriction, int driveStrength, GpioLines lines)
    implements ResourceDescriptor {
  static final int CONNECTION_TYPE = 1;

  /** Checks the values. */
  public GpioIo {
    Checks.unsigned("_DRS", driveStrength, 16);
  }

  @Override
  public byte[] encode() {
    return lines.encode(CONNECTION_TYPE, restriction.value(), driveStrength);
  }

  @Override
  public Optional<AslMacro> macro() {
    return new MacroBuilder("GpioIo")
        .word(lines.sharing())
        .word(lines.pull().asl())
        .hex(lines.debounceTimeout(), 16)
        .hex(driveStrength, 16)
        .word(restriction)
        .connection(lines.source(), lines.usage())
        .tag()
        .vendorData(lines.vendorData())
        .hexes(lines.pins(), 16)
        .build();
  }
}
