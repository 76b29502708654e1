package org.memslot.bios.acpi.layout;

/**
 * A number that a layout needs and the table's bytes give: a width, a count, an offset. Amounts are
 * data like the rest of a layout: {@code value("Length").minus(16).dividedBy(4)}. Results never
 * leave the range from 0 to {@link Long#MAX_VALUE}: what would be below is 0, what would be above
 * is the maximum.
 */
public sealed interface Amount {
  /**
   * A fixed number.
   *
   * @param number not negative
   */
  record Constant(long number) implements Amount {}

  /**
   * The number in a field that stands before: in the same structure, else in the ones around it.
   *
   * @param name of the field
   */
  record FieldValue(String name) implements Amount {}

  /** The revision in the table's header. */
  record Revision() implements Amount {}

  /** The bytes from here to the end of the structure. */
  record BytesLeft() implements Amount {}

  /**
   * The bytes of a text from here, its terminator included; all that are left without one.
   *
   * @param width bytes of a character, and of the terminator
   */
  record ToNul(int width) implements Amount {}

  /**
   * Two amounts combined.
   *
   * @param left one of them
   * @param operator what is done
   * @param right the other one
   */
  record Computed(Amount left, Operator operator, Amount right) implements Amount {}

  /** What is done with two amounts. */
  enum Operator {
    /** The sum. */
    PLUS,
    /** The difference, 0 if it were negative. */
    MINUS,
    /** The product. */
    TIMES,
    /** The quotient, rounded down; 0 for a divisor of 0. */
    DIVIDED_BY,
    /** The bits that both have. */
    AND,
    /** The left one moved right by as many bits. */
    SHIFTED_RIGHT,
    /** The left one moved left by as many bits. */
    SHIFTED_LEFT
  }

  /** Returns the sum. */
  default Amount plus(Amount other) {
    return new Computed(this, Operator.PLUS, other);
  }

  /** Returns the sum. */
  default Amount plus(long other) {
    return plus(new Constant(other));
  }

  /** Returns the difference, 0 if it were negative. */
  default Amount minus(Amount other) {
    return new Computed(this, Operator.MINUS, other);
  }

  /** Returns the difference, 0 if it were negative. */
  default Amount minus(long other) {
    return minus(new Constant(other));
  }

  /** Returns the product. */
  default Amount times(Amount other) {
    return new Computed(this, Operator.TIMES, other);
  }

  /** Returns the product. */
  default Amount times(long other) {
    return times(new Constant(other));
  }

  /** Returns the quotient, rounded down. */
  default Amount dividedBy(long other) {
    return new Computed(this, Operator.DIVIDED_BY, new Constant(other));
  }

  /** Returns this amount, but not more than {@code limit}. */
  default Amount atMost(long limit) {
    return minus(minus(limit));
  }

  /** Returns {@code count} bits from {@code first} on, as a number. */
  default Amount bits(int first, int count) {
    return new Computed(
        new Computed(this, Operator.SHIFTED_RIGHT, new Constant(first)),
        Operator.AND,
        new Constant((1L << count) - 1));
  }

  /** Returns two to the power of this amount. */
  default Amount powerOfTwo() {
    return new Computed(new Constant(1), Operator.SHIFTED_LEFT, this);
  }

  /** Returns the condition that this is {@code number}. */
  default Condition is(long number) {
    return new Condition(this, Condition.Comparison.EQUAL, new Constant(number));
  }

  /** Returns the condition that this is not {@code number}. */
  default Condition isNot(long number) {
    return new Condition(this, Condition.Comparison.DIFFERENT, new Constant(number));
  }

  /** Returns the condition that this is {@code number} or more. */
  default Condition atLeast(long number) {
    return new Condition(this, Condition.Comparison.AT_LEAST, new Constant(number));
  }

  /** Returns the condition that this is less than {@code number}. */
  default Condition below(long number) {
    return new Condition(this, Condition.Comparison.BELOW, new Constant(number));
  }

  /** Returns the condition that bit {@code number} is set. */
  default Condition hasBit(int number) {
    return bits(number, 1).is(1);
  }
}
