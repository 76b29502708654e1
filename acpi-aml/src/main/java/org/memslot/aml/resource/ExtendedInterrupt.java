package org.memslot.aml.resource;

import java.util.List;
import java.util.Optional;

/**
 * Global system interrupts, of which the device uses one (ACPI 6.5, section 6.4.3.6).
 *
 * @param usage whether the device uses the interrupt or hands it on
 * @param mode edge or level
 * @param polarity active high or low
 * @param sharing whether shared, whether it wakes
 * @param source which resource of which device supplies the interrupt
 * @param numbers 1 to 255 interrupt numbers, unsigned 32-bit
 */
public record ExtendedInterrupt(
    ResourceUsage usage,
    InterruptMode mode,
    InterruptPolarity polarity,
    Sharing sharing,
    Optional<ResourceLink> source,
    List<Integer> numbers)
    implements ResourceDescriptor {
  /** Checks the values. */
  public ExtendedInterrupt {
    numbers = List.copyOf(numbers);
    Checks.range("interrupt count", numbers.size(), 1, 0xFF);
    if (polarity == InterruptPolarity.ACTIVE_BOTH) {
      throw new ResourceException("_LL", "an interrupt is active high or low, never both");
    }
    Checks.largeItem("Interrupt", 2L + 4L * numbers.size() + ResourceLink.size(source));
  }

  @Override
  public byte[] encode() {
    ItemWriter out =
        ItemWriter.large(ItemTag.INTERRUPT)
            .u8(usage.value() | mode.value() << 1 | polarity.value() << 2 | sharing.value() << 3)
            .u8(numbers.size());
    numbers.forEach(out::u32);
    ResourceLink.write(source, out);
    return out.toByteArray();
  }

  static ExtendedInterrupt decode(ItemReader in) {
    int flags = in.u8();
    Integer[] numbers = new Integer[in.u8()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (int) in.u32();
    }
    return new ExtendedInterrupt(
        Keyword.of(ResourceUsage.class, flags & 1),
        Keyword.of(InterruptMode.class, flags >> 1 & 1),
        Keyword.of(InterruptPolarity.class, flags >> 2 & 1),
        Keyword.of(Sharing.class, flags >> 3 & 3),
        ResourceLink.read(in),
        List.of(numbers));
  }

  @Override
  public Optional<AslMacro> macro() {
    return new MacroBuilder("Interrupt")
        .word(usage)
        .word(mode)
        .word(polarity)
        .word(sharing)
        .link(source)
        .tag()
        .hexes(numbers, 32)
        .build();
  }
}
