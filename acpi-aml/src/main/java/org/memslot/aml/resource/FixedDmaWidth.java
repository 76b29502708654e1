package org.memslot.aml.resource;

/** The width of a fixed DMA transfer (ACPI 6.5, section 6.4.2.7). */
public enum FixedDmaWidth implements Keyword {
  /** 8 bits. */
  WIDTH_8("Width8bit", 0),
  /** 16 bits. */
  WIDTH_16("Width16bit", 1),
  /** 32 bits. */
  WIDTH_32("Width32bit", 2),
  /** 64 bits. */
  WIDTH_64("Width64bit", 3),
  /** 128 bits. */
  WIDTH_128("Width128bit", 4),
  /** 256 bits. */
  WIDTH_256("Width256bit", 5);

  private final String asl;
  private final int value;

  FixedDmaWidth(String asl, int value) {
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
