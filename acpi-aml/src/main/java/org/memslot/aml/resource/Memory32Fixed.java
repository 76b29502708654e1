package org.memslot.aml.resource;

import java.util.Optional;

/**
 * Memory below 4 GiB at a fixed address (ACPI 6.5, section 6.4.3.4).
 *
 * @param access whether the memory can be written
 * @param base base address, 0..0xFFFFFFFF
 * @param length length in bytes; base + length is at most 4 GiB
 */
public record Memory32Fixed(MemoryAccess access, long base, long length)
    implements ResourceDescriptor {
  /** Checks the values. */
  public Memory32Fixed {
    Checks.unsigned("_BAS", base, 32);
    Checks.unsigned("_LEN", length, 32);
    if (base + length > 1L << 32) {
      throw new ResourceException(
          "_LEN", "0x%x bytes from 0x%x end above 4 GiB".formatted(length, base));
    }
  }

  @Override
  public byte[] encode() {
    return ItemWriter.large(ItemTag.MEMORY_32_FIXED)
        .u8(access.value())
        .u32(base)
        .u32(length)
        .toByteArray();
  }

  static Memory32Fixed decode(ItemReader in) {
    return new Memory32Fixed(Keyword.of(MemoryAccess.class, in.u8() & 1), in.u32(), in.u32());
  }

  @Override
  public Optional<AslMacro> macro() {
    return new MacroBuilder("Memory32Fixed")
        .word(access)
        .hex(base, 32)
        .hex(length, 32)
        .tag()
        .build();
  }
}
