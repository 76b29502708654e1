package org.memslot.aml.resource;

import java.util.Optional;

/**
 * A window below 4 GiB in which memory can be placed (ACPI 6.5, section 6.4.3.3).
 *
 * @param access whether the memory can be written
 * @param minimum lowest base address, 0..0xFFFFFFFF
 * @param maximum highest base address, 0..0xFFFFFFFF
 * @param alignment step between possible bases in bytes, 0..0xFFFFFFFF; 0 counts as 1
 * @param length length in bytes, 0..0xFFFFFFFF
 */
public record Memory32(MemoryAccess access, long minimum, long maximum, long alignment, long length)
    implements ResourceDescriptor {
  /** Checks the values. */
  public Memory32 {
    Checks.unsigned("_MIN", minimum, 32);
    Checks.unsigned("_MAX", maximum, 32);
    Checks.unsigned("_ALN", alignment, 32);
    Checks.unsigned("_LEN", length, 32);
    Checks.alignedRange(minimum, maximum, alignment);
  }

  @Override
  public byte[] encode() {
    return ItemWriter.large(ItemTag.MEMORY_32)
        .u8(access.value())
        .u32(minimum)
        .u32(maximum)
        .u32(alignment)
        .u32(length)
        .toByteArray();
  }

  static Memory32 decode(ItemReader in) {
    return new Memory32(
        Keyword.of(MemoryAccess.class, in.u8() & 1), in.u32(), in.u32(), in.u32(), in.u32());
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
    return new MacroBuilder("Memory32")
        .word(access)
        .hex(minimum, 32)
        .hex(maximum, 32)
        .hex(alignment, 32)
        .hex(length, 32)
        .tag()
        .needsTag(maximum == 0 && length == 0)
        .build();
  }
}
