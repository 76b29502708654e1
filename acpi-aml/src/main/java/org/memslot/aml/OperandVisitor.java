package org.memslot.aml;

/**
 * Shows any expression or statement as an operator and its operands, in the order of the bytes, so
 * that a check or a printer need not know every operator.
 */
public abstract class OperandVisitor extends OperandSink {
  /** Makes a visitor. */
  protected OperandVisitor() {}

  /**
   * Visits the operator and operands of an expression.
   *
   * @throws IllegalArgumentException for a method call, which has no operator
   */
  public final void visit(Expression expression) {
    Opcode.write(expression, this);
  }

  /** Visits the operator and operands of a statement, without the terms of its body. */
  public final void visit(Statement statement) {
    Opcode.write(statement, this);
  }

  /** Receives the operator's name in ASL, before the operands. */
  public void operator(String name) {}

  /** Receives an operand that is evaluated, or a SuperName whose object is used. */
  public abstract void value(TermArg value);

  /** Receives the place where a result is stored. */
  public abstract void target(Target target);

  /** Receives a SuperName whose object is not evaluated: a method's name does not call it. */
  public void reference(SuperName object) {
    value(object);
  }

  /** Receives the object that a copy replaces: a method's name does not call it. */
  public void replaced(SimpleName target) {
    target(target);
  }

  /** Receives a NameString, such as the name of the object to load. */
  public abstract void name(NameString name);

  /**
   * Receives ByteData, WordData or DWordData, and how many hexadecimal digits it has: 2, 4 or 8.
   */
  public void number(int value, int digits) {}

  /** Receives an operator of Match. */
  public void comparison(Expression.Match.Operator operator) {}

  @Override
  final void put(Opcode opcode, Object... operands) {
    operator(opcode.operatorName());
    for (int i = 0; i < operands.length; i++) {
      operand(opcode.operand(i), operands[i]);
    }
  }

  @Override
  final void put(Opcode opcode, TermArg operand) {
    operator(opcode.operatorName());
    argument(opcode.operand(opcode.isPackage() ? 1 : 0), operand);
  }

  @Override
  final void put(Opcode opcode, TermArg first, TermArg second) {
    operator(opcode.operatorName());
    argument(opcode.operand(0), first);
    argument(opcode.operand(1), second);
  }

  @Override
  final void put(Opcode opcode, TermArg operand, Target target) {
    operator(opcode.operatorName());
    argument(opcode.operand(0), operand);
    target(target);
  }

  @Override
  final void put(Opcode opcode, TermArg first, TermArg second, Target target) {
    operator(opcode.operatorName());
    argument(opcode.operand(0), first);
    argument(opcode.operand(1), second);
    target(target);
  }

  private void operand(Operand kind, Object value) {
    switch (value) {
      case TermArg argument when kind != Operand.TARGET -> argument(kind, argument);
      case Target target -> target(target);
      case Integer number -> number(number, digits(kind));
      case Expression.Match.Operator operator -> comparison(operator);
      default -> throw new IllegalStateException(kind + " with " + value);
    }
  }

  private void argument(Operand kind, TermArg argument) {
    switch (kind) {
      case OBJECT_NAME -> reference((SuperName) argument);
      case SIMPLE_NAME -> replaced((SimpleName) argument);
      case NAME -> name((NameString) argument);
      default -> value(argument);
    }
  }

  private static int digits(Operand kind) {
    return switch (kind) {
      case BYTE -> 2;
      case WORD -> 4;
      default -> 8;
    };
  }
}
