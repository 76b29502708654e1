package org.memslot.aml.resource;

import static java.lang.Long.compareUnsigned;

/**
 * The addresses of an address space descriptor and the general flags (ACPI 6.5, section 6.4.3.5).
 * All numbers are unsigned 64-bit.
 *
 * <p>What may stand together (table 6.47): with a length, both bounds are fixed, the granularity is
 * 0 and the length is exactly the window's, or neither is fixed and the length is a multiple of the
 * granularity; without a length at most one bound is fixed, and it is a multiple of the
 * granularity. So the whole 64-bit space can't be a fixed window: its length does not fit in the
 * field. A window of zeros is allowed: it is there to be filled at run time.
 *
 * @param usage whether the device uses the window or hands it on
 * @param decode how a bridge decodes it
 * @param minimumFixed whether the lowest address can't be moved: _MIF
 * @param maximumFixed whether the highest address can't be moved: _MAF
 * @param granularity a power of two minus one: the address bits that a bridge does not decode
 * @param minimum lowest address
 * @param maximum highest address, inclusive
 * @param translation what to add to get the address on the bridge's other side
 * @param length length in bytes, ports or bus numbers; 0 means variable
 */
public record AddressWindow(
    ResourceUsage usage,
    AddressDecode decode,
    boolean minimumFixed,
    boolean maximumFixed,
    long granularity,
    long minimum,
    long maximum,
    long translation,
    long length) {
  /** Checks the values. */
  public AddressWindow {
    if (!isBlank(granularity, minimum, maximum, length)) {
      checkBounds(granularity, minimum, maximum, length);
      if (length == 0) {
        checkVariable(minimumFixed, maximumFixed, granularity, minimum, maximum);
      } else {
        checkSized(minimumFixed, maximumFixed, granularity, minimum, maximum, length);
      }
    }
  }

  /**
   * Returns a window with fixed bounds, used by the device itself.
   *
   * @param base lowest address
   * @param length length, not 0; base + length is at most 2^64
   */
  public static AddressWindow fixed(long base, long length) {
    return fixed(ResourceUsage.CONSUMER, base, length);
  }

  /** Returns a window with fixed bounds. */
  public static AddressWindow fixed(ResourceUsage usage, long base, long length) {
    if (length == 0) {
      throw new ResourceException("_LEN", "0: a fixed window is not empty");
    }
    return new AddressWindow(
        usage, AddressDecode.POSITIVE, true, true, 0, base, base + length - 1, 0, length);
  }

  /** Returns whether all addresses are 0: a window that is filled at run time. */
  public boolean isBlank() {
    return isBlank(granularity, minimum, maximum, length);
  }

  /**
   * Returns whether ASL compilers take the window: ACPICA's adds up the length of the whole 64-bit
   * space to 0 and then refuses every length in it.
   */
  boolean hasMacro() {
    return length == 0 || maximum - minimum != -1;
  }

  private static boolean isBlank(long granularity, long minimum, long maximum, long length) {
    return (granularity | minimum | maximum | length) == 0;
  }

  private static void checkBounds(long granularity, long minimum, long maximum, long length) {
    if (compareUnsigned(minimum, maximum) > 0) {
      throw new ResourceException("_MIN", "0x%x is above _MAX 0x%x".formatted(minimum, maximum));
    }
    long most = maximum - minimum + 1;
    if (most != 0 && compareUnsigned(length, most) > 0) {
      throw new ResourceException(
          "_LEN",
          "0x%x is more than the 0x%x of 0x%x..0x%x".formatted(length, most, minimum, maximum));
    }
    if ((granularity & granularity + 1) != 0) {
      throw new ResourceException(
          "_GRA", "0x%x is not a power of two minus one".formatted(granularity));
    }
  }

  private static void checkVariable(
      boolean minimumFixed, boolean maximumFixed, long granularity, long minimum, long maximum) {
    if (minimumFixed && maximumFixed) {
      throw new ResourceException("_LEN", "0 with both bounds fixed");
    }
    if (minimumFixed && (granularity & minimum) != 0) {
      throw new ResourceException(
          "_MIN", "0x%x is not a multiple of _GRA 0x%x + 1".formatted(minimum, granularity));
    }
    if (maximumFixed && (granularity & maximum + 1) != 0) {
      throw new ResourceException(
          "_MAX", "0x%x + 1 is not a multiple of _GRA 0x%x + 1".formatted(maximum, granularity));
    }
  }

  private static void checkSized(
      boolean minimumFixed,
      boolean maximumFixed,
      long granularity,
      long minimum,
      long maximum,
      long length) {
    if (minimumFixed != maximumFixed) {
      throw new ResourceException("_LEN", "0x%x with one bound fixed".formatted(length));
    }
    if (!minimumFixed) {
      if ((granularity & length) != 0) {
        throw new ResourceException(
            "_LEN", "0x%x is not a multiple of _GRA 0x%x + 1".formatted(length, granularity));
      }
      return;
    }
    if (granularity != 0) {
      throw new ResourceException(
          "_GRA", "0x%x with both bounds fixed must be 0".formatted(granularity));
    }
    if (length != maximum - minimum + 1) {
      throw new ResourceException(
          "_LEN",
          "0x%x is not the length of the fixed window 0x%x..0x%x"
              .formatted(length, minimum, maximum));
    }
  }

  void checkWidth(int bits) {
    Checks.unsigned("_GRA", granularity, bits);
    Checks.unsigned("_MIN", minimum, bits);
    Checks.unsigned("_MAX", maximum, bits);
    Checks.unsigned("_TRA", translation, bits);
    Checks.unsigned("_LEN", length, bits);
  }

  int generalFlags() {
    return usage.value()
        | decode.value() << 1
        | (minimumFixed ? 1 << 2 : 0)
        | (maximumFixed ? 1 << 3 : 0);
  }

  void write(ItemWriter out, int bytes) {
    out.little(granularity, bytes)
        .little(minimum, bytes)
        .little(maximum, bytes)
        .little(translation, bytes)
        .little(length, bytes);
  }

  static AddressWindow read(int flags, ItemReader in, int bytes) {
    return new AddressWindow(
        Keyword.of(ResourceUsage.class, flags & 1),
        Keyword.of(AddressDecode.class, flags >> 1 & 1),
        (flags & 4) != 0,
        (flags & 8) != 0,
        in.little(bytes),
        in.little(bytes),
        in.little(bytes),
        in.little(bytes),
        in.little(bytes));
  }

  /** Begins the macro of a window: everything up to the length. */
  MacroBuilder beginMacro(String prefix, int bits, WindowKind kind) {
    MacroBuilder macro =
        switch (kind) {
          case WindowKind.Memory memory ->
              decodeFirst(new MacroBuilder(prefix + "Memory"))
                  .word(memory.caching())
                  .word(memory.access());
          case WindowKind.Io io -> decodeLast(new MacroBuilder(prefix + "IO")).word(io.range());
          case WindowKind.BusNumber bus -> decodeLast(new MacroBuilder(prefix + "BusNumber"));
          case WindowKind.CommunicationChannel channel ->
              decodeFirst(new MacroBuilder(prefix + "Space").hex(kind.resourceType(), 8)).hex(0, 8);
          case WindowKind.Vendor vendor ->
              decodeFirst(new MacroBuilder(prefix + "Space").hex(vendor.type(), 8))
                  .hex(vendor.flags(), 8);
        };
    return macro
        .hex(granularity, bits)
        .hex(minimum, bits)
        .hex(maximum, bits)
        .hex(translation, bits)
        .hex(length, bits)
        .needsTag(isBlank());
  }

  private MacroBuilder decodeFirst(MacroBuilder macro) {
    return bounds(macro.word(usage).word(decode));
  }

  private MacroBuilder decodeLast(MacroBuilder macro) {
    return bounds(macro.word(usage)).word(decode);
  }

  private MacroBuilder bounds(MacroBuilder macro) {
    return macro
        .word(minimumFixed ? "MinFixed" : "MinNotFixed")
        .word(maximumFixed ? "MaxFixed" : "MaxNotFixed");
  }

  /** Ends the macro of a window: what follows the descriptor's name. */
  static MacroBuilder endMacro(MacroBuilder macro, WindowKind kind) {
    return switch (kind) {
      case WindowKind.Memory memory -> macro.word(memory.type()).word(memory.translation());
      case WindowKind.Io io -> macro.word(io.translation()).word(io.density());
      case WindowKind.BusNumber bus -> macro;
      case WindowKind.CommunicationChannel channel -> macro;
      case WindowKind.Vendor vendor -> macro;
    };
  }
}
