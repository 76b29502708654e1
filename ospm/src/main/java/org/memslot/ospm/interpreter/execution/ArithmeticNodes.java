package org.memslot.ospm.interpreter.execution;

import org.memslot.aml.Expression;
import org.memslot.ospm.interpreter.value.AmlException;
import org.memslot.ospm.interpreter.value.AmlStatus;

/** Operators on integers that give an integer and can store it (ACPI 6.5, 19.6). */
final class ArithmeticNodes {
  private ArithmeticNodes() {}

  /** An operator's effect on two numbers. */
  interface Operation {
    /**
     * Computes the result; the node cuts it to the width of an integer.
     *
     * @param bits the width of an integer in bits
     */
    long apply(long left, long right, int bits);
  }

  /** Returns what an operator does. */
  static Operation operation(Expression.Binary.Operator operator) {
    return switch (operator) {
      case ADD -> (l, r, bits) -> l + r;
      case SUBTRACT -> (l, r, bits) -> l - r;
      case MULTIPLY -> (l, r, bits) -> l * r;
      case MOD -> (l, r, bits) -> Long.remainderUnsigned(l, nonZero(r));
      case SHIFT_LEFT -> (l, r, bits) -> Long.compareUnsigned(r, bits) < 0 ? l << r : 0;
      case SHIFT_RIGHT -> (l, r, bits) -> Long.compareUnsigned(r, bits) < 0 ? l >>> r : 0;
      case AND -> (l, r, bits) -> l & r;
      case NAND -> (l, r, bits) -> ~(l & r);
      case OR -> (l, r, bits) -> l | r;
      case NOR -> (l, r, bits) -> ~(l | r);
      case XOR -> (l, r, bits) -> l ^ r;
      case CONCATENATE, CONCATENATE_RES_TEMPLATE ->
          throw new IllegalArgumentException(operator + " is no arithmetic");
    };
  }

  /** Returns what an operator of one operand does; the right one is ignored. */
  static Operation operation(Expression.Unary.Operator operator) {
    return switch (operator) {
      case NOT -> (v, none, bits) -> ~v;
      case FIND_SET_LEFT_BIT -> (v, none, bits) -> Long.SIZE - Long.numberOfLeadingZeros(v);
      case FIND_SET_RIGHT_BIT -> (v, none, bits) -> v == 0 ? 0 : Long.numberOfTrailingZeros(v) + 1;
      case FROM_BCD -> (v, none, bits) -> fromBcd(v);
      case TO_BCD -> (v, none, bits) -> toBcd(v, bits);
      case TO_BUFFER, TO_DECIMAL_STRING, TO_HEX_STRING, TO_INTEGER ->
          throw new IllegalArgumentException(operator + " is no arithmetic");
    };
  }

  private static long nonZero(long divisor) {
    if (divisor == 0) {
      throw new AmlException(AmlStatus.AE_AML_DIVIDE_BY_ZERO, "");
    }
    return divisor;
  }

  private static long fromBcd(long bcd) {
    long value = 0;
    for (int shift = Long.SIZE - 4; shift >= 0; shift -= 4) {
      long digit = bcd >>> shift & 0xF;
      if (digit > 9) {
        throw new AmlException(
            AmlStatus.AE_AML_NUMERIC_OVERFLOW, "0x%X is not a BCD number".formatted(bcd));
      }
      value = value * 10 + digit;
    }
    return value;
  }

  private static long toBcd(long value, int bits) {
    long bcd = 0;
    long rest = value;
    for (int shift = 0; shift < bits; shift += 4) {
      bcd |= Long.remainderUnsigned(rest, 10) << shift;
      rest = Long.divideUnsigned(rest, 10);
    }
    if (rest != 0) {
      throw new AmlException(
          AmlStatus.AE_AML_NUMERIC_OVERFLOW,
          Long.toUnsignedString(value) + " has too many digits for BCD");
    }
    return bcd;
  }

  /** Add, And and their like. */
  static final class BinaryNode extends Node.IntegerTerm {
    private final Operation operation;
    private final Node left;
    private final Node right;
    private final TargetNode target;

    BinaryNode(Operation operation, Node left, Node right, TargetNode target) {
      this.operation = operation;
      this.left = left;
      this.right = right;
      this.target = target;
    }

    @Override
    long executeLong(Frame frame) {
      long l = left.executeLong(frame);
      long r = right.executeLong(frame);
      long result = operation.apply(l, r, frame.bits()) & frame.mask;
      target.storeNumber(frame, result, Place.Mode.CONVERT);
      return result;
    }
  }

  /** Not and its like. */
  static final class UnaryNode extends Node.IntegerTerm {
    private final Operation operation;
    private final Node operand;
    private final TargetNode target;
    private final Place.Mode mode;

    UnaryNode(Operation operation, Node operand, TargetNode target, Place.Mode mode) {
      this.operation = operation;
      this.operand = operand;
      this.target = target;
      this.mode = mode;
    }

    @Override
    long executeLong(Frame frame) {
      long value = operand.executeLong(frame);
      long result = operation.apply(value, 0, frame.bits()) & frame.mask;
      target.storeNumber(frame, result, mode);
      return result;
    }
  }

  /** Divide, with its two results. */
  static final class DivideNode extends Node.IntegerTerm {
    private final Node dividend;
    private final Node divisor;
    private final TargetNode remainder;
    private final TargetNode quotient;

    DivideNode(Node dividend, Node divisor, TargetNode remainder, TargetNode quotient) {
      this.dividend = dividend;
      this.divisor = divisor;
      this.remainder = remainder;
      this.quotient = quotient;
    }

    @Override
    long executeLong(Frame frame) {
      long left = dividend.executeLong(frame);
      long right = nonZero(divisor.executeLong(frame));
      long result = Long.divideUnsigned(left, right);
      remainder.storeNumber(frame, Long.remainderUnsigned(left, right), Place.Mode.CONVERT);
      quotient.storeNumber(frame, result, Place.Mode.CONVERT);
      return result;
    }
  }

  /** Increment and Decrement. */
  static final class StepNode extends Node.IntegerTerm {
    private final Place place;
    private final long step;

    StepNode(Place place, long step) {
      this.place = place;
      this.step = step;
    }

    @Override
    long executeLong(Frame frame) {
      long result = place.executeLong(frame) + step & frame.mask;
      place.storeNumber(frame, result, Place.Mode.CONVERT);
      return result;
    }
  }
}
