package org.memslot.aml.resource;

import java.util.Optional;

/**
 * A window with 64-bit addresses and a memory attribute (ACPI 6.5, section 6.4.3.5.4).
 *
 * @param kind what the window holds
 * @param window the addresses
 * @param attribute type-specific attribute: for memory the bits of UEFI's memory attributes
 */
public record ExtendedAddressSpace(WindowKind kind, AddressWindow window, long attribute)
    implements ResourceDescriptor {
  private static final int REVISION = 1;

  @Override
  public byte[] encode() {
    ItemWriter out =
        ItemWriter.large(ItemTag.EXTENDED_SPACE)
            .u8(kind.resourceType())
            .u8(window.generalFlags())
            .u8(kind.typeSpecificFlags())
            .u8(REVISION)
            .u8(0);
    window.write(out, Long.BYTES);
    return out.u64(attribute).toByteArray();
  }

  static ExtendedAddressSpace decode(ItemReader in) {
    int type = in.u8();
    int flags = in.u8();
    WindowKind kind = WindowKind.of(type, in.u8());
    // revision and a reserved byte: the decoder compares them with what encode() writes
    in.u16();
    AddressWindow window = AddressWindow.read(flags, in, Long.BYTES);
    return new ExtendedAddressSpace(kind, window, in.u64());
  }

  /** Returns the macro; ASL has none for bus numbers and channels. */
  @Override
  public Optional<AslMacro> macro() {
    return switch (kind) {
      case WindowKind.BusNumber bus -> Optional.empty();
      case WindowKind.CommunicationChannel channel -> Optional.empty();
      case WindowKind.Memory memory -> windowMacro();
      case WindowKind.Io io -> windowMacro();
      case WindowKind.Vendor vendor -> windowMacro();
    };
  }

  private Optional<AslMacro> windowMacro() {
    if (!window.hasMacro()) {
      return Optional.empty();
    }
    MacroBuilder macro = window.beginMacro("Extended", Long.SIZE, kind);
    return AddressWindow.endMacro(macro.hex(attribute, Long.SIZE).tag(), kind).build();
  }
}
