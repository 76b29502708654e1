package org.memslot.aml;

import java.util.List;

/**
 * Writes expressions; a part of {@link AmlEncoder}, which it asks to write operands. From last to
 * first, as there.
 */
final class ExpressionEncoder {
  private final ReverseBuffer out;
  private final AmlEncoder terms;

  ExpressionEncoder(ReverseBuffer out, AmlEncoder terms) {
    this.out = out;
    this.terms = terms;
  }

  void expression(Expression expression) {
    switch (expression) {
      case Expression.Binary(var operator, var left, var right, var target) -> {
        terms.target(target);
        terms.argument(right);
        terms.argument(left);
        terms.opcode(opcode(operator));
      }
      case Expression.Unary(var operator, var operand, var target) -> {
        terms.target(target);
        terms.argument(operand);
        terms.opcode(opcode(operator));
      }
      case Expression.Logical(var operator, var left, var right) -> {
        terms.argument(right);
        terms.argument(left);
        logical(operator);
      }
      case Expression.LNot(var operand) -> unary(Opcode.LNOT_OP, operand);
      case Expression.Divide(var dividend, var divisor, var remainder, var quotient) -> {
        terms.target(quotient);
        terms.target(remainder);
        terms.argument(divisor);
        terms.argument(dividend);
        terms.opcode(Opcode.DIVIDE_OP);
      }
      case Expression.Increment(var operand) -> unary(Opcode.INCREMENT_OP, operand);
      case Expression.Decrement(var operand) -> unary(Opcode.DECREMENT_OP, operand);
      case Expression.Store(var value, var target) -> {
        terms.target(target);
        unary(Opcode.STORE_OP, value);
      }
      case Expression.CopyObject(var value, var target) -> {
        terms.target(target);
        unary(Opcode.COPY_OBJECT_OP, value);
      }
      case Expression.RefOf(var object) -> unary(Opcode.REF_OF_OP, object);
      case Expression.CondRefOf(var object, var target) -> {
        terms.target(target);
        unary(Opcode.COND_REF_OF_OP, object);
      }
      case Expression.DerefOf(var reference) -> unary(Opcode.DEREF_OF_OP, reference);
      case Expression.Index(var source, var index, var target) -> {
        terms.target(target);
        terms.argument(index);
        unary(Opcode.INDEX_OP, source);
      }
      case Expression.SizeOf(var object) -> unary(Opcode.SIZE_OF_OP, object);
      case Expression.ObjectType(var object) -> unary(Opcode.OBJECT_TYPE_OP, object);
      case Expression.Match match -> match(match);
      case Expression.Mid(var source, var index, var length, var target) -> {
        terms.target(target);
        terms.argument(length);
        terms.argument(index);
        unary(Opcode.MID_OP, source);
      }
      case Expression.ToString(var source, var length, var target) -> {
        terms.target(target);
        terms.argument(length);
        unary(Opcode.TO_STRING_OP, source);
      }
      case Expression.Acquire(var mutex, int timeout) -> {
        out.putWord(timeout);
        unary(Opcode.ACQUIRE_OP, mutex);
      }
      case Expression.Wait(var event, var timeout) -> {
        terms.argument(timeout);
        unary(Opcode.WAIT_OP, event);
      }
      case Expression.Load(var object, var target) -> {
        terms.target(target);
        terms.name(object);
        terms.opcode(Opcode.LOAD_OP);
      }
      case Expression.LoadTable load -> loadTable(load);
      case Expression.Timer _ -> terms.opcode(Opcode.TIMER_OP);
      case Expression.MethodInvocation(var method, var arguments) -> {
        arguments(arguments);
        terms.name(method);
      }
    }
  }

  private void unary(Opcode opcode, TermArg operand) {
    terms.argument(operand);
    terms.opcode(opcode);
  }

  private void arguments(List<TermArg> arguments) {
    for (int i = arguments.size() - 1; i >= 0; i--) {
      terms.argument(arguments.get(i));
    }
  }

  private void match(Expression.Match match) {
    terms.argument(match.start());
    terms.argument(match.second());
    out.putByte(match.secondOperator().code());
    terms.argument(match.first());
    out.putByte(match.firstOperator().code());
    unary(Opcode.MATCH_OP, match.searched());
  }

  private void loadTable(Expression.LoadTable load) {
    terms.argument(load.parameterData());
    terms.argument(load.parameterPath());
    terms.argument(load.rootPath());
    terms.argument(load.oemTableId());
    terms.argument(load.oemId());
    unary(Opcode.LOAD_TABLE_OP, load.signature());
  }

  private void logical(Expression.Logical.Operator operator) {
    switch (operator) {
      case LAND -> terms.opcode(Opcode.LAND_OP);
      case LOR -> terms.opcode(Opcode.LOR_OP);
      case LEQUAL -> terms.opcode(Opcode.LEQUAL_OP);
      case LGREATER -> terms.opcode(Opcode.LGREATER_OP);
      case LLESS -> terms.opcode(Opcode.LLESS_OP);
      case LNOT_EQUAL -> negated(Opcode.LEQUAL_OP);
      case LLESS_EQUAL -> negated(Opcode.LGREATER_OP);
      case LGREATER_EQUAL -> negated(Opcode.LLESS_OP);
    }
  }

  private void negated(Opcode opcode) {
    terms.opcode(opcode);
    terms.opcode(Opcode.LNOT_OP);
  }

  private static Opcode opcode(Expression.Binary.Operator operator) {
    return switch (operator) {
      case ADD -> Opcode.ADD_OP;
      case SUBTRACT -> Opcode.SUBTRACT_OP;
      case MULTIPLY -> Opcode.MULTIPLY_OP;
      case MOD -> Opcode.MOD_OP;
      case SHIFT_LEFT -> Opcode.SHIFT_LEFT_OP;
      case SHIFT_RIGHT -> Opcode.SHIFT_RIGHT_OP;
      case AND -> Opcode.AND_OP;
      case NAND -> Opcode.NAND_OP;
      case OR -> Opcode.OR_OP;
      case NOR -> Opcode.NOR_OP;
      case XOR -> Opcode.XOR_OP;
      case CONCATENATE -> Opcode.CONCAT_OP;
      case CONCATENATE_RES_TEMPLATE -> Opcode.CONCAT_RES_OP;
    };
  }

  private static Opcode opcode(Expression.Unary.Operator operator) {
    return switch (operator) {
      case NOT -> Opcode.NOT_OP;
      case FIND_SET_LEFT_BIT -> Opcode.FIND_SET_LEFT_BIT_OP;
      case FIND_SET_RIGHT_BIT -> Opcode.FIND_SET_RIGHT_BIT_OP;
      case FROM_BCD -> Opcode.FROM_BCD_OP;
      case TO_BCD -> Opcode.TO_BCD_OP;
      case TO_BUFFER -> Opcode.TO_BUFFER_OP;
      case TO_DECIMAL_STRING -> Opcode.TO_DECIMAL_STRING_OP;
      case TO_HEX_STRING -> Opcode.TO_HEX_STRING_OP;
      case TO_INTEGER -> Opcode.TO_INTEGER_OP;
    };
  }
}
