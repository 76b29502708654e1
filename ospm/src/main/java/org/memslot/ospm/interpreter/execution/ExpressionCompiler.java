package org.memslot.ospm.interpreter.execution;

import java.util.List;
import org.memslot.aml.Expression;
import org.memslot.aml.LocalObj;
import org.memslot.aml.SuperName;
import org.memslot.aml.Target;
import org.memslot.aml.TermArg;
import org.memslot.ospm.interpreter.execution.LogicNodes.Comparison;
import org.memslot.ospm.interpreter.value.AmlInteger;

/** Turns expressions into nodes. */
final class ExpressionCompiler {
  private final TermCompiler terms;

  ExpressionCompiler(TermCompiler terms) {
    this.terms = terms;
  }

  Node compile(Expression expression) {
    return switch (expression) {
      case Expression.Binary binary -> binary(binary);
      case Expression.Unary unary -> unary(unary);
      case Expression.Logical(var operator, var left, var right) ->
          logical(operator, terms.operand(left), terms.operand(right));
      case Expression.LNot(TermArg operand) -> new LogicNodes.NotNode(terms.operand(operand));
      case Expression.Divide divide ->
          new ArithmeticNodes.DivideNode(
              terms.operand(divide.dividend()),
              terms.operand(divide.divisor()),
              terms.target(divide.remainder()),
              terms.target(divide.quotient()));
      case Expression.Increment(SuperName operand) ->
          new ArithmeticNodes.StepNode(terms.place(operand), 1);
      case Expression.Decrement(SuperName operand) ->
          new ArithmeticNodes.StepNode(terms.place(operand), -1);
      case Expression.Store(LocalObj(int from), LocalObj(int to)) when from == to ->
          new DataNodes.SelfStoreNode(Frame.FIRST_LOCAL + from);
      case Expression.Store(TermArg value, Target target) ->
          new DataNodes.StoreNode(terms.operand(value), terms.target(target), Place.Mode.CONVERT);
      case Expression.CopyObject copy ->
          new DataNodes.StoreNode(
              terms.operand(copy.value()), terms.target(copy.target()), Place.Mode.COPY);
      case Expression.RefOf reference -> terms.place(reference);
      case Expression.DerefOf dereference -> terms.place(dereference);
      case Expression.Index index -> terms.place(index);
      case Expression.MethodInvocation call -> terms.place(call);
      case Expression.CondRefOf(SuperName object, Target target) ->
          new ReferenceNodes.CondRefOfNode(terms.place(object), terms.target(target));
      case Expression.SizeOf(SuperName object) ->
          new ReferenceNodes.SizeOfNode(terms.place(object));
      case Expression.ObjectType(SuperName object) ->
          new ReferenceNodes.ObjectTypeNode(terms.place(object));
      case Expression.Match match -> match(match);
      case Expression.Mid mid ->
          new DataNodes.MidNode(
              terms.operand(mid.source()),
              terms.operand(mid.index()),
              terms.operand(mid.length()),
              terms.target(mid.target()));
      case Expression.ToString string ->
          new DataNodes.ToStringNode(
              terms.operand(string.source()),
              terms.operand(string.length()),
              terms.target(string.target()));
      case Expression.Acquire(SuperName mutex, int timeout) ->
          new SystemNodes.AcquireNode(terms.place(mutex), timeout);
      case Expression.Wait(SuperName event, TermArg timeout) ->
          new SystemNodes.WaitNode(terms.place(event), terms.operand(timeout));
      case Expression.Load load ->
          new TableNodes.LoadNode(new NameNode(load.object()), terms.target(load.target()));
      case Expression.LoadTable load -> loadTable(load);
      case Expression.Timer timer -> new SystemNodes.TimerNode();
    };
  }

  private Node binary(Expression.Binary binary) {
    Node left = terms.operand(binary.left());
    Node right = terms.operand(binary.right());
    TargetNode target = terms.target(binary.target());
    return switch (binary.operator()) {
      case CONCATENATE -> new DataNodes.ConcatenateNode(left, right, target);
      case CONCATENATE_RES_TEMPLATE -> new DataNodes.ConcatenateResourcesNode(left, right, target);
      case ADD, SUBTRACT, MULTIPLY, MOD, SHIFT_LEFT, SHIFT_RIGHT, AND, NAND, OR, NOR, XOR ->
          new ArithmeticNodes.BinaryNode(
              ArithmeticNodes.operation(binary.operator()), left, right, target);
    };
  }

  private Node unary(Expression.Unary unary) {
    Node operand = terms.operand(unary.operand());
    TargetNode target = terms.target(unary.target());
    return switch (unary.operator()) {
      case NOT, FIND_SET_LEFT_BIT, FIND_SET_RIGHT_BIT ->
          new ArithmeticNodes.UnaryNode(
              ArithmeticNodes.operation(unary.operator()), operand, target, Place.Mode.CONVERT);
      case FROM_BCD, TO_BCD ->
          new ArithmeticNodes.UnaryNode(
              ArithmeticNodes.operation(unary.operator()), operand, target, Place.Mode.REPLACE);
      case TO_BUFFER -> new DataNodes.ConvertNode(operand, Conversions::toBuffer, target);
      case TO_DECIMAL_STRING ->
          new DataNodes.ConvertNode(operand, Conversions::toDecimalString, target);
      case TO_HEX_STRING -> new DataNodes.ConvertNode(operand, Conversions::toHexString, target);
      case TO_INTEGER ->
          new DataNodes.ConvertNode(
              operand,
              (conversions, value, evaluation) ->
                  AmlInteger.of(conversions.toIntegerExplicitly(value)),
              target);
    };
  }

  private static Node logical(Expression.Logical.Operator operator, Node left, Node right) {
    return switch (operator) {
      case LAND -> new LogicNodes.ConnectNode(true, left, right);
      case LOR -> new LogicNodes.ConnectNode(false, left, right);
      case LEQUAL -> new LogicNodes.CompareNode(Comparison.EQUAL, left, right);
      case LNOT_EQUAL -> new LogicNodes.CompareNode(Comparison.NOT_EQUAL, left, right);
      case LGREATER -> new LogicNodes.CompareNode(Comparison.GREATER, left, right);
      case LGREATER_EQUAL -> new LogicNodes.CompareNode(Comparison.GREATER_OR_EQUAL, left, right);
      case LLESS -> new LogicNodes.CompareNode(Comparison.LESS, left, right);
      case LLESS_EQUAL -> new LogicNodes.CompareNode(Comparison.LESS_OR_EQUAL, left, right);
    };
  }

  private Node match(Expression.Match match) {
    return new LogicNodes.MatchNode(
        terms.operand(match.searched()),
        new LogicNodes.MatchNode.Condition(match.firstOperator(), terms.operand(match.first())),
        new LogicNodes.MatchNode.Condition(match.secondOperator(), terms.operand(match.second())),
        terms.operand(match.start()));
  }

  private Node loadTable(Expression.LoadTable load) {
    return new TableNodes.LoadTableNode(
        new TableNodes.LoadTableNode.Operands(
            terms.operands(List.of(load.signature(), load.oemId(), load.oemTableId())),
            terms.operand(load.rootPath()),
            terms.operand(load.parameterPath()),
            terms.operand(load.parameterData())));
  }
}
