package org.memslot.aml.resource;

import java.util.Optional;

/** The item names of ACPI 6.5, tables 6.24 (small) and 6.39 (large). */
enum ItemTag {
  IRQ(false, 0x04),
  DMA(false, 0x05),
  START_DEPENDENT(false, 0x06),
  END_DEPENDENT(false, 0x07),
  IO(false, 0x08),
  FIXED_IO(false, 0x09),
  FIXED_DMA(false, 0x0A),
  VENDOR_SHORT(false, 0x0E),
  END(false, 0x0F),
  MEMORY_24(true, 0x01),
  REGISTER(true, 0x02),
  VENDOR_LONG(true, 0x04),
  MEMORY_32(true, 0x05),
  MEMORY_32_FIXED(true, 0x06),
  DWORD_SPACE(true, 0x07),
  WORD_SPACE(true, 0x08),
  INTERRUPT(true, 0x09),
  QWORD_SPACE(true, 0x0A),
  EXTENDED_SPACE(true, 0x0B),
  GPIO(true, 0x0C),
  PIN_FUNCTION(true, 0x0D),
  SERIAL_BUS(true, 0x0E),
  PIN_CONFIG(true, 0x0F),
  PIN_GROUP(true, 0x10),
  PIN_GROUP_FUNCTION(true, 0x11),
  PIN_GROUP_CONFIG(true, 0x12),
  CLOCK_INPUT(true, 0x13);

  private static final ItemTag[] SMALL = new ItemTag[0x10];
  private static final ItemTag[] LARGE = new ItemTag[0x80];

  static {
    for (ItemTag tag : values()) {
      (tag.large ? LARGE : SMALL)[tag.code] = tag;
    }
  }

  private final boolean large;
  private final int code;

  ItemTag(boolean large, int code) {
    this.large = large;
    this.code = code;
  }

  int code() {
    return code;
  }

  /** Returns the item that a descriptor's first byte announces. */
  static Optional<ItemTag> of(byte first) {
    return first < 0
        ? Optional.ofNullable(LARGE[first & 0x7F])
        : Optional.ofNullable(SMALL[first >> 3]);
  }
}
