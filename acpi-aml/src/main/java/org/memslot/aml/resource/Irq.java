package org.memslot.aml.resource;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * IRQ lines of the PIC, of which the device uses one (ACPI 6.5, section 6.4.2.1).
 *
 * @param mask bit n for line n, 0..0xFFFF
 * @param flags how the line signals; absent (IRQNoFlags) means edge, active high, not shared
 */
public record Irq(int mask, Optional<Flags> flags) implements ResourceDescriptor {
  /**
   * How an IRQ line signals.
   *
   * @param mode edge or level
   * @param polarity active high or low
   * @param sharing whether shared, whether it wakes
   */
  public record Flags(InterruptMode mode, InterruptPolarity polarity, Sharing sharing) {
    /** Checks the values. */
    public Flags {
      if (polarity == InterruptPolarity.ACTIVE_BOTH) {
        throw new ResourceException("_LL", "an IRQ is active high or low, never both");
      }
    }

    private int encode() {
      return mode.value() | polarity.value() << 3 | sharing.value() << 4;
    }

    private static Flags decode(int flags) {
      return new Flags(
          Keyword.of(InterruptMode.class, flags & 1),
          Keyword.of(InterruptPolarity.class, flags >> 3 & 1),
          Keyword.of(Sharing.class, flags >> 4 & 3));
    }
  }

  /** Checks the values. */
  public Irq {
    Checks.unsigned("_INT", mask, 16);
  }

  /** Returns an IRQNoFlags descriptor for the lines, each 0..15. */
  public static Irq noFlags(int... lines) {
    return new Irq(mask(lines), Optional.empty());
  }

  /** Returns an IRQ descriptor for the lines, each 0..15. */
  public static Irq of(Flags flags, int... lines) {
    return new Irq(mask(lines), Optional.of(flags));
  }

  /** Returns the lines in ascending order. */
  public List<Integer> lines() {
    return bits(mask);
  }

  static List<Integer> bits(int mask) {
    return IntStream.range(0, 16).filter(bit -> (mask >> bit & 1) != 0).boxed().toList();
  }

  static int mask(int... numbers) {
    int mask = 0;
    for (int number : numbers) {
      Checks.range("line", number, 0, 15);
      mask |= 1 << number;
    }
    return mask;
  }

  @Override
  public byte[] encode() {
    ItemWriter out = ItemWriter.small(ItemTag.IRQ).u16(mask);
    flags.ifPresent(f -> out.u8(f.encode()));
    return out.toByteArray();
  }

  static Irq decode(ItemReader in) {
    int mask = in.u16();
    return new Irq(
        mask, in.remaining() == 0 ? Optional.empty() : Optional.of(Flags.decode(in.u8())));
  }

  @Override
  public Optional<AslMacro> macro() {
    MacroBuilder macro = new MacroBuilder(flags.isPresent() ? "IRQ" : "IRQNoFlags");
    flags.ifPresent(f -> macro.word(f.mode()).word(f.polarity()).word(f.sharing()));
    return macro.tag().decimals(lines()).build();
  }
}
