package org.memslot.aml.resource;

import java.util.Optional;

/**
 * How a group of pins is set up (ACPI 6.5, section 6.4.3.13).
 *
 * @param setting what is set, to which value
 * @param group the group
 */
public record PinGroupConfig(PinSetting setting, PinGroupLink group) implements ResourceDescriptor {
  private static final int REVISION = 1;
  private static final int FIXED_PART = 0x14;

  /** Checks the length. */
  public PinGroupConfig {
    group.checkLength("PinGroupConfig", FIXED_PART);
  }

  @Override
  public byte[] encode() {
    ItemWriter out =
        ItemWriter.large(ItemTag.PIN_GROUP_CONFIG)
            .u8(REVISION)
            .u16(group.flags())
            .u8(setting.type())
            .u32(setting.value());
    return group.finish(out, FIXED_PART);
  }

  static PinGroupConfig decode(ItemReader in) {
    in.u8();
    int flags = in.u16();
    PinSetting setting = new PinSetting(in.u8(), in.u32());
    return new PinGroupConfig(setting, PinGroupLink.read(flags, in));
  }

  @Override
  public Optional<AslMacro> macro() {
    MacroBuilder macro =
        new MacroBuilder("PinGroupConfig")
            .word(PinTable.sharing(group.shared()))
            .hex(setting.type(), 8)
            .hex(setting.value(), 32);
    return group.endMacro(macro).build();
  }
}
