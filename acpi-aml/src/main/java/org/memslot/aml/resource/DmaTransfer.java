package org.memslot.aml.resource;

/** The width of a DMA transfer: field _SIZ. */
public enum DmaTransfer implements Keyword {
  /** 8 bits. */
  TRANSFER_8("Transfer8", 0),
  /** 8 or 16 bits. */
  TRANSFER_8_16("Transfer8_16", 1),
  /** 16 bits. */
  TRANSFER_16("Transfer16", 2);

  private final String asl;
  private final int value;

  DmaTransfer(String asl, int value) {
    this.asl = asl;
    this.value = value;
  }

  @Override
  public String asl() {
    return asl;
  }

  @Override
  public int value() {
    return value;
  }
}
