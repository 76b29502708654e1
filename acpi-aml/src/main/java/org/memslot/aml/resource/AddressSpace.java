package org.memslot.aml.resource;

import java.util.Optional;

/**
 * A window of memory addresses, I/O ports or bus numbers with 16-, 32- or 64-bit addresses (ACPI
 * 6.5, sections 6.4.3.5.1 to 6.4.3.5.3).
 *
 * @param width the addresses' width
 * @param kind what the window holds
 * @param window the addresses, each of which fits the width
 * @param source which resource of which device supplies the window
 */
public record AddressSpace(
    AddressWidth width, WindowKind kind, AddressWindow window, Optional<ResourceLink> source)
    implements ResourceDescriptor {
  private static final long FLAGS_LENGTH = 3;

  /** Checks the values. */
  public AddressSpace {
    window.checkWidth(width.bits());
    Checks.largeItem(
        "AddressSpace", FLAGS_LENGTH + 5L * width.bits() / 8 + ResourceLink.size(source));
  }

  /** Returns a descriptor without a source. */
  public static AddressSpace of(AddressWidth width, WindowKind kind, AddressWindow window) {
    return new AddressSpace(width, kind, window, Optional.empty());
  }

  /**
   * Returns the memory of a memory device: a fixed cacheable and writable window that the device
   * uses, with 64-bit addresses.
   *
   * @param base guest-physical base address
   * @param length length in bytes, not 0
   */
  public static AddressSpace memory(long base, long length) {
    return of(AddressWidth.QWORD, WindowKind.Memory.CACHEABLE, AddressWindow.fixed(base, length));
  }

  @Override
  public byte[] encode() {
    ItemWriter out =
        ItemWriter.large(width.tag())
            .u8(kind.resourceType())
            .u8(window.generalFlags())
            .u8(kind.typeSpecificFlags());
    window.write(out, width.bits() / 8);
    ResourceLink.write(source, out);
    return out.toByteArray();
  }

  static AddressSpace decode(AddressWidth width, ItemReader in) {
    int type = in.u8();
    int flags = in.u8();
    WindowKind kind = WindowKind.of(type, in.u8());
    AddressWindow window = AddressWindow.read(flags, in, width.bits() / 8);
    return new AddressSpace(width, kind, window, ResourceLink.read(in));
  }

  /**
   * Returns the macro. ASL has none for memory with 16-bit addresses and for bus numbers with wider
   * ones.
   */
  @Override
  public Optional<AslMacro> macro() {
    return switch (kind) {
      case WindowKind.Memory memory ->
          width == AddressWidth.WORD ? Optional.empty() : windowMacro();
      case WindowKind.BusNumber bus ->
          width == AddressWidth.WORD ? windowMacro() : Optional.empty();
      case WindowKind.CommunicationChannel channel -> channelMacro();
      case WindowKind.Io io -> windowMacro();
      case WindowKind.Vendor vendor -> windowMacro();
    };
  }

  private Optional<AslMacro> windowMacro() {
    if (!window.hasMacro()) {
      return Optional.empty();
    }
    MacroBuilder macro = window.beginMacro(width.prefix(), width.bits(), kind);
    return AddressWindow.endMacro(macro.link(source).tag(), kind).build();
  }

  /**
   * The macro fixes all but the channel's number. ACPICA makes 32-bit descriptors of the 16- and
   * 64-bit macros too, so only the former has a macro that says what the bytes say.
   */
  private Optional<AslMacro> channelMacro() {
    boolean sayable =
        width == AddressWidth.DWORD
            && window.equals(AddressWindow.fixed(ResourceUsage.PRODUCER, window.minimum(), 1))
            && window.minimum() <= 0xFF;
    if (!sayable) {
      return Optional.empty();
    }
    return new MacroBuilder("DWordPcc")
        .hex(window.minimum(), 8)
        .link(source)
        .tag()
        .since(AslMacro.ACPI_6_5)
        .build();
  }
}
