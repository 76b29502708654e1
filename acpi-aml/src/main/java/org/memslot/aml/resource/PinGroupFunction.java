package org.memslot.aml.resource;

import java.util.Optional;

/**
 * What a group of pins is used for (ACPI 6.5, section 6.4.3.12).
 *
 * @param function the function's number in the controller, 0..0xFFFF
 * @param group the group
 */
public record PinGroupFunction(int function, PinGroupLink group) implements ResourceDescriptor {
  private static final int REVISION = 1;
  private static final int FIXED_PART = 0x11;

  /** Checks the values. */
  public PinGroupFunction {
    Checks.unsigned("_FUN", function, 16);
    group.checkLength("PinGroupFunction", FIXED_PART);
  }

  @Override
  public byte[] encode() {
    ItemWriter out =
        ItemWriter.large(ItemTag.PIN_GROUP_FUNCTION).u8(REVISION).u16(group.flags()).u16(function);
    return group.finish(out, FIXED_PART);
  }

  static PinGroupFunction decode(ItemReader in) {
    in.u8();
    int flags = in.u16();
    int function = in.u16();
    return new PinGroupFunction(function, PinGroupLink.read(flags, in));
  }

  @Override
  public Optional<AslMacro> macro() {
    MacroBuilder macro =
        new MacroBuilder("PinGroupFunction")
            .word(PinTable.sharing(group.shared()))
            .hex(function, 16);
    return group.endMacro(macro).build();
  }
}
