package org.memslot.aml;

/**
 * Writes the opcode and operands of expressions and statements from last to first, as {@link
 * AmlEncoder} does, which writes their terms.
 */
final class OperandEncoder extends OperandSink {
  private final ReverseBuffer out;
  private final AmlEncoder terms;

  OperandEncoder(ReverseBuffer out, AmlEncoder terms) {
    this.out = out;
    this.terms = terms;
  }

  @Override
  void put(Opcode opcode, Object... operands) {
    for (int i = operands.length - 1; i >= 0; i--) {
      switch (operands[i]) {
        case TermArg argument -> terms.argument(argument);
        case Target target -> target(target);
        case Integer number -> number(opcode.operand(i), number);
        case Expression.Match.Operator operator -> out.putByte(operator.code());
        default -> throw new IllegalStateException(opcode + " with " + operands[i]);
      }
    }
    terms.opcode(opcode);
  }

  @Override
  void put(Opcode opcode, TermArg operand) {
    terms.argument(operand);
    terms.opcode(opcode);
  }

  @Override
  void put(Opcode opcode, TermArg first, TermArg second) {
    terms.argument(second);
    terms.argument(first);
    terms.opcode(opcode);
  }

  @Override
  void put(Opcode opcode, TermArg operand, Target target) {
    target(target);
    terms.argument(operand);
    terms.opcode(opcode);
  }

  @Override
  void put(Opcode opcode, TermArg first, TermArg second, Target target) {
    target(target);
    terms.argument(second);
    terms.argument(first);
    terms.opcode(opcode);
  }

  private void target(Target target) {
    switch (target) {
      case NullName _ -> out.putByte(0);
      case SuperName name -> terms.argument(name);
    }
  }

  private void number(Operand width, int number) {
    switch (width) {
      case BYTE -> out.putByte(number);
      case WORD -> out.putWord(number);
      default -> out.putDword(number);
    }
  }
}
