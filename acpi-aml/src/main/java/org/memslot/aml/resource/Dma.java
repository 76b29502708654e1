package org.memslot.aml.resource;

import java.util.List;
import java.util.Optional;

/**
 * DMA channels, of which the device uses one (ACPI 6.5, section 6.4.2.2).
 *
 * @param mask bit n for channel n, 0..0xFF
 * @param type the channel's speed
 * @param busMaster whether the device is a bus master
 * @param transfer the width of a transfer
 */
public record Dma(int mask, DmaType type, boolean busMaster, DmaTransfer transfer)
    implements ResourceDescriptor {
  /** Checks the values. */
  public Dma {
    Checks.unsigned("_DMA", mask, 8);
  }

  /** Returns the descriptor for the channels, each 0..7. */
  public static Dma of(DmaType type, boolean busMaster, DmaTransfer transfer, int... channels) {
    return new Dma(Irq.mask(channels), type, busMaster, transfer);
  }

  /** Returns the channels in ascending order. */
  public List<Integer> channels() {
    return Irq.bits(mask);
  }

  @Override
  public byte[] encode() {
    return ItemWriter.small(ItemTag.DMA)
        .u8(mask)
        .u8(transfer.value() | (busMaster ? 1 << 2 : 0) | type.value() << 5)
        .toByteArray();
  }

  static Dma decode(ItemReader in) {
    int mask = in.u8();
    int flags = in.u8();
    return new Dma(
        mask,
        Keyword.of(DmaType.class, flags >> 5 & 3),
        (flags >> 2 & 1) != 0,
        Keyword.of(DmaTransfer.class, flags & 3));
  }

  @Override
  public Optional<AslMacro> macro() {
    return new MacroBuilder("DMA")
        .word(type)
        .word(busMaster ? "BusMaster" : "NotBusMaster")
        .word(transfer)
        .tag()
        .decimals(channels())
        .build();
  }
}
