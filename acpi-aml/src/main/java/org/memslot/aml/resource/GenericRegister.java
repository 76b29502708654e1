package org.memslot.aml.resource;

import java.util.Optional;

/**
 * A register in some address space (ACPI 6.5, section 6.4.3.7). The item's length is always 12.
 *
 * @param space the address space's number, as in an OperationRegion: 0 system memory, 1 system I/O,
 *     2 PCI configuration, up to 0xFF
 * @param bitWidth width in bits, 0..255
 * @param bitOffset first bit, 0..255
 * @param address the address, unsigned
 * @param accessSize 0 undefined, 1 byte, 2 word, 3 double word, 4 quad word
 */
public record GenericRegister(int space, int bitWidth, int bitOffset, long address, int accessSize)
    implements ResourceDescriptor {
  /** Checks the values. */
  public GenericRegister {
    Checks.unsigned("_ASI", space, 8);
    Checks.unsigned("_RBW", bitWidth, 8);
    Checks.unsigned("_RBO", bitOffset, 8);
    Checks.range("_ASZ", accessSize, 0, 4);
  }

  @Override
  public byte[] encode() {
    return ItemWriter.large(ItemTag.REGISTER)
        .u8(space)
        .u8(bitWidth)
        .u8(bitOffset)
        .u8(accessSize)
        .u64(address)
        .toByteArray();
  }

  static GenericRegister decode(ItemReader in) {
    int space = in.u8();
    int bitWidth = in.u8();
    int bitOffset = in.u8();
    int accessSize = in.u8();
    return new GenericRegister(space, bitWidth, bitOffset, in.u64(), accessSize);
  }

  /** Returns the macro; spaces that neither the specification names nor OEMs own have none. */
  @Override
  public Optional<AslMacro> macro() {
    String name = spaceName();
    if (name.isEmpty()) {
      return Optional.empty();
    }
    return new MacroBuilder("Register")
        .word(name)
        .hex(bitWidth, 8)
        .hex(bitOffset, 8)
        .hex(address, 64)
        .hex(accessSize, 8)
        .tag()
        .since(space == 0x0B ? AslMacro.ACPI_6_4 : AslMacro.ACPI_6_3)
        .build();
  }

  private String spaceName() {
    return switch (space) {
      case 0x00 -> "SystemMemory";
      case 0x01 -> "SystemIO";
      case 0x02 -> "PCI_Config";
      case 0x03 -> "EmbeddedControl";
      case 0x04 -> "SMBus";
      case 0x05 -> "SystemCMOS";
      case 0x06 -> "PciBarTarget";
      case 0x07 -> "IPMI";
      case 0x08 -> "GeneralPurposeIo";
      case 0x09 -> "GenericSerialBus";
      case 0x0A -> "PCC";
      case 0x0B -> "PlatformRtMechanism";
      case 0x7F -> "FFixedHW";
      default -> space >= 0x80 ? "0x%02X".formatted(space) : "";
    };
  }
}
