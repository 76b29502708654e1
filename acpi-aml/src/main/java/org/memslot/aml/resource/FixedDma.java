package org.memslot.aml.resource;

import java.util.Optional;

/**
 * A request line of a DMA controller (ACPI 6.5, section 6.4.2.7).
 *
 * @param requestLine the request line, 0..0xFFFF
 * @param channel the channel, 0..0xFFFF
 * @param width the width of a transfer
 */
public record FixedDma(int requestLine, int channel, FixedDmaWidth width)
    implements ResourceDescriptor {
  /** Checks the values. */
  public FixedDma {
    Checks.unsigned("_DMA", requestLine, 16);
    Checks.unsigned("_TYP", channel, 16);
  }

  @Override
  public byte[] encode() {
    return ItemWriter.small(ItemTag.FIXED_DMA)
        .u16(requestLine)
        .u16(channel)
        .u8(width.value())
        .toByteArray();
  }

  static FixedDma decode(ItemReader in) {
    return new FixedDma(in.u16(), in.u16(), Keyword.of(FixedDmaWidth.class, in.u8()));
  }

  @Override
  public Optional<AslMacro> macro() {
    return new MacroBuilder("FixedDMA")
        .hex(requestLine, 16)
        .hex(channel, 16)
        .word(width)
        .tag()
        .build();
  }
}
