package org.memslot.aml.resource;

import java.util.Optional;

/**
 * A block of I/O ports of an ISA card that decodes ten lines (ACPI 6.5, section 6.4.2.6).
 *
 * @param base first port; the specification uses ten bits of the field's sixteen
 * @param length number of ports, 0..255
 */
public record FixedIoPorts(int base, int length) implements ResourceDescriptor {
  /** Checks the values. */
  public FixedIoPorts {
    Checks.unsigned("_BAS", base, 16);
    Checks.unsigned("_LEN", length, 8);
  }

  @Override
  public byte[] encode() {
    return ItemWriter.small(ItemTag.FIXED_IO).u16(base).u8(length).toByteArray();
  }

  static FixedIoPorts decode(ItemReader in) {
    return new FixedIoPorts(in.u16(), in.u8());
  }

  @Override
  public Optional<AslMacro> macro() {
    return new MacroBuilder("FixedIO").hex(base, 16).hex(length, 8).tag().build();
  }
}
