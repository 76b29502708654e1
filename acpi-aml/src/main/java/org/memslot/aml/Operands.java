package org.memslot.aml;

import java.util.ArrayList;
import java.util.List;

/**
 * The direct operands of statements and expressions, in the order of the bytes; without lists of
 * terms.
 */
final class Operands {
  private Operands() {}

  /** The operands of an expression. A {@link NullName} is none. */
  static List<TermArg> of(Expression expression) {
    return switch (expression) {
      case Expression.Binary(_, var left, var right, var target) -> list(target, left, right);
      case Expression.Unary(_, var operand, var target) -> list(target, operand);
      case Expression.Logical(_, var left, var right) -> List.of(left, right);
      case Expression.LNot(var operand) -> List.of(operand);
      case Expression.Divide(var dividend, var divisor, var remainder, var quotient) -> {
        List<TermArg> operands = list(remainder, dividend, divisor);
        add(operands, quotient);
        yield operands;
      }
      case Expression.Increment(var operand) -> List.of(operand);
      case Expression.Decrement(var operand) -> List.of(operand);
      case Expression.Store(var value, var target) -> list(target, value);
      case Expression.CopyObject(var value, var target) -> List.of(value, target);
      case Expression.RefOf(var object) -> List.of(object);
      case Expression.CondRefOf(var object, var target) -> list(target, object);
      case Expression.DerefOf(var reference) -> List.of(reference);
      case Expression.Index(var source, var index, var target) -> list(target, source, index);
      case Expression.SizeOf(var object) -> List.of(object);
      case Expression.ObjectType(var object) -> List.of(object);
      case Expression.Match match ->
          List.of(match.searched(), match.first(), match.second(), match.start());
      case Expression.Mid(var source, var index, var length, var target) ->
          list(target, source, index, length);
      case Expression.ToString(var source, var length, var target) -> list(target, source, length);
      case Expression.Acquire(var mutex, _) -> List.of(mutex);
      case Expression.Wait(var event, var timeout) -> List.of(event, timeout);
      case Expression.Load(var object, var target) -> list(target, object);
      case Expression.LoadTable load ->
          List.of(
              load.signature(),
              load.oemId(),
              load.oemTableId(),
              load.rootPath(),
              load.parameterPath(),
              load.parameterData());
      case Expression.Timer _ -> List.of();
      case Expression.MethodInvocation(_, var arguments) -> arguments;
    };
  }

  /** The operands of a statement, without the terms of its body. */
  static List<TermArg> of(Statement statement) {
    return switch (statement) {
      case Statement.Break _, Statement.BreakPoint _, Statement.Continue _, Statement.Noop _ ->
          List.of();
      case Statement.Fatal(_, _, var argument) -> List.of(argument);
      case Statement.If(var predicate, _, _, _) -> List.of(predicate);
      case Statement.While(var predicate, _, _) -> List.of(predicate);
      case Statement.Notify(var object, var value) -> List.of(object, value);
      case Statement.Release(var mutex) -> List.of(mutex);
      case Statement.Reset(var event) -> List.of(event);
      case Statement.Return(var value) -> List.of(value);
      case Statement.Signal(var event) -> List.of(event);
      case Statement.Sleep(var milliseconds) -> List.of(milliseconds);
      case Statement.Stall(var microseconds) -> List.of(microseconds);
      case Statement.Unload(var handle) -> List.of(handle);
    };
  }

  private static List<TermArg> list(Target target, TermArg... operands) {
    List<TermArg> list = new ArrayList<>(List.of(operands));
    add(list, target);
    return list;
  }

  private static void add(List<TermArg> operands, Target target) {
    switch (target) {
      case NullName _ -> {}
      case SuperName name -> operands.add(name);
    }
  }
}
