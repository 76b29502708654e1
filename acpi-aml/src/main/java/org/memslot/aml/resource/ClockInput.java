package org.memslot.aml.resource;

import java.util.Optional;

/**
 * A clock that a device is fed with (ACPI 6.5, section 6.4.3.14).
 *
 * @param mode whether the frequency can change
 * @param scale the frequency's unit
 * @param divisor what the numerator is divided by, 1..0xFFFF
 * @param numerator the frequency times the divisor, unsigned 32-bit
 * @param source which clock of which device; the specification lets it be absent
 */
public record ClockInput(
    ClockMode mode, ClockScale scale, int divisor, long numerator, Optional<ResourceLink> source)
    implements ResourceDescriptor {
  private static final int REVISION = 1;

  /** Checks the values. */
  public ClockInput {
    Checks.range("FrequencyDivisor", divisor, 1, 0xFFFF);
    Checks.unsigned("FrequencyNumerator", numerator, 32);
    Checks.largeItem("ClockInput", 9L + ResourceLink.size(source));
  }

  @Override
  public byte[] encode() {
    ItemWriter out =
        ItemWriter.large(ItemTag.CLOCK_INPUT)
            .u8(REVISION)
            .u16(mode.value() | scale.value() << 1)
            .u16(divisor)
            .u32(numerator);
    ResourceLink.write(source, out);
    return out.toByteArray();
  }

  static ClockInput decode(ItemReader in) {
    in.u8();
    int flags = in.u16();
    return new ClockInput(
        Keyword.of(ClockMode.class, flags & 1),
        Keyword.of(ClockScale.class, flags >> 1 & 3),
        in.u16(),
        in.u32(),
        ResourceLink.read(in));
  }

  /**
   * Returns the macro. ACPICA's compiler always writes a source index, also where the macro names
   * no source, so a descriptor that has no index has no macro; the specification has both forms.
   */
  @Override
  public Optional<AslMacro> macro() {
    Optional<String> path = source.flatMap(ResourceLink::path);
    if (source.isEmpty() || (path.isEmpty() && source.get().index() != 0)) {
      return Optional.empty();
    }
    MacroBuilder macro =
        new MacroBuilder("ClockInput")
            .hex(numerator, 32)
            .hex(divisor, 16)
            .word(scale)
            .word(mode)
            .since(AslMacro.ACPI_6_5);
    path.ifPresent(text -> macro.string(text).hex(source.get().index(), 8));
    return macro.build();
  }
}
