package org.memslot.aml.resource;

import java.util.Optional;

/**
 * A window below 16 MiB in which memory of an ISA card can be placed (ACPI 6.5, section 6.4.3.1).
 *
 * @param access whether the memory can be written
 * @param minimum lowest base address in units of 256 bytes, 0..0xFFFF
 * @param maximum highest base address in units of 256 bytes, 0..0xFFFF
 * @param alignment step between possible bases in bytes, 0..0xFFFF; 0 means 64 KiB
 * @param length length in units of 256 bytes, 0..0xFFFF
 */
public record Memory24(MemoryAccess access, int minimum, int maximum, int alignment, int length)
    implements ResourceDescriptor {
  private static final int UNIT = 256;

  /** Checks the values. */
  public Memory24 {
    Checks.unsigned("_MIN", minimum, 16);
    Checks.unsigned("_MAX", maximum, 16);
    Checks.unsigned("_ALN", alignment, 16);
    Checks.unsigned("_LEN", length, 16);
    Checks.alignedRange(
        (long) minimum * UNIT, (long) maximum * UNIT, alignment == 0 ? 0x10000 : alignment);
  }

  @Override
  public byte[] encode() {
    return ItemWriter.large(ItemTag.MEMORY_24)
        .u8(access.value())
        .u16(minimum)
        .u16(maximum)
        .u16(alignment)
        .u16(length)
        .toByteArray();
  }

  static Memory24 decode(ItemReader in) {
    return new Memory24(
        Keyword.of(MemoryAccess.class, in.u8() & 1), in.u16(), in.u16(), in.u16(), in.u16());
  }

  /**
   * Returns the macro. The specification says that the maximum is that of the base address; iasl
   * takes it as the window's last address and refuses a longer length, so that is kept as bytes.
   */
  @Override
  public Optional<AslMacro> macro() {
    if (length > maximum - minimum + 1) {
      return Optional.empty();
    }
    return new MacroBuilder("Memory24")
        .word(access)
        .hex(minimum, 16)
        .hex(maximum, 16)
        .hex(alignment, 16)
        .hex(length, 16)
        .tag()
        .needsTag(maximum == 0 && length == 0)
        .build();
  }
}
