package org.memslot.aml.resource;

import java.util.Optional;

/**
 * A window in which a block of I/O ports can be placed (ACPI 6.5, section 6.4.2.5).
 *
 * @param decode how many address lines the device decodes
 * @param minimum lowest first port, 0..0xFFFF
 * @param maximum highest first port, 0..0xFFFF
 * @param alignment step between the first ports that are possible, 0..255; 0 counts as 1
 * @param length number of ports, 0..255
 */
public record IoPorts(IoDecode decode, int minimum, int maximum, int alignment, int length)
    implements ResourceDescriptor {
  /** Checks the values. */
  public IoPorts {
    Checks.unsigned("_MIN", minimum, 16);
    Checks.unsigned("_MAX", maximum, 16);
    Checks.unsigned("_ALN", alignment, 8);
    Checks.unsigned("_LEN", length, 8);
    Checks.alignedRange(minimum, maximum, alignment);
  }

  /** Returns the descriptor of a block of ports that can't be moved. */
  public static IoPorts at(int first, int length) {
    return new IoPorts(IoDecode.DECODE_16, first, first, 1, length);
  }

  @Override
  public byte[] encode() {
    return ItemWriter.small(ItemTag.IO)
        .u8(decode.value())
        .u16(minimum)
        .u16(maximum)
        .u8(alignment)
        .u8(length)
        .toByteArray();
  }

  static IoPorts decode(ItemReader in) {
    return new IoPorts(
        Keyword.of(IoDecode.class, in.u8() & 1), in.u16(), in.u16(), in.u8(), in.u8());
  }

  @Override
  public Optional<AslMacro> macro() {
    return new MacroBuilder("IO")
        .word(decode)
        .hex(minimum, 16)
        .hex(maximum, 16)
        .hex(alignment, 8)
        .hex(length, 8)
        .tag()
        .needsTag(maximum == 0 && length == 0)
        .build();
  }
}
