package org.memslot.aml.asl;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.memslot.aml.ArgObj;
import org.memslot.aml.DataObject.IntegerConst;
import org.memslot.aml.DataObject.PackageObj;
import org.memslot.aml.DataObject.StringConst;
import org.memslot.aml.Expression;
import org.memslot.aml.LocalObj;
import org.memslot.aml.NameString;
import org.memslot.aml.NamedObject.Method;
import org.memslot.aml.NamespaceModifier.Name;
import org.memslot.aml.NullName;
import org.memslot.aml.SimpleName;
import org.memslot.aml.Statement;
import org.memslot.aml.Target;
import org.memslot.aml.Term;
import org.memslot.aml.TermArg;

/**
 * Makes tables that a compiler accepts and does not change: integers and names in their shortest
 * form, no operator on constants only, all locals set before use, no result that is not used.
 */
final class RandomMethods {
  private static final int DEEPEST = 4;
  private static final NameString NUMBER = NameString.of("NUM0");
  private static final NameString LIST = NameString.of("PKG0");
  private static final NameString CALLED = NameString.of("SUM2");

  private final Random random;

  RandomMethods(Random random) {
    this.random = random;
  }

  Term[] table() {
    List<Term> body = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      body.add(new Expression.Store(new ArgObj(0), new LocalObj(i)));
    }
    body.addAll(statements(DEEPEST));
    body.add(new Statement.Return(value(DEEPEST)));
    TermArg sum =
        new Expression.Binary(
            Expression.Binary.Operator.ADD, new ArgObj(0), new ArgObj(1), NullName.NULL_NAME);
    return new Term[] {
      new Name(NUMBER, IntegerConst.of(random.nextLong())),
      new Name(
          LIST,
          PackageObj.of(
              IntegerConst.of(random.nextInt(3)),
              IntegerConst.of(random.nextInt()),
              new StringConst("text"))),
      new Method(CALLED, 2, List.of(new Statement.Return(sum))),
      new Method(NameString.of("TEST"), 7, body)
    };
  }

  private List<Term> statements(int depth) {
    List<Term> statements = new ArrayList<>();
    for (int i = random.nextInt(5); i >= 0; i--) {
      statements.add(statement(depth));
    }
    return statements;
  }

  private Term statement(int depth) {
    return switch (depth == 0 ? 3 + random.nextInt(7) : random.nextInt(10)) {
      case 0 -> new Statement.If(value(depth - 1), statements(depth - 1));
      case 1 ->
          new Statement.If(
              value(depth - 1), statements(depth - 1), new Statement.Else(statements(depth - 1)));
      case 2 -> new Statement.While(value(depth - 1), statements(depth - 1));
      case 3 -> new Statement.Sleep(value(depth));
      case 4 -> new Expression.Increment(simple());
      case 5 -> new Expression.MethodInvocation(CALLED, value(depth), value(depth));
      case 6 -> binary(depth, simple());
      case 7 -> new Expression.Divide(variable(depth), value(depth), simple(), simple());
      case 8 -> unary(depth, simple());
      default -> new Expression.Store(value(depth), target());
    };
  }

  /** Returns anything that gives an integer. */
  private TermArg value(int depth) {
    return random.nextInt(4) == 0 ? constant() : variable(depth);
  }

  private IntegerConst constant() {
    return IntegerConst.of(random.nextLong() >>> random.nextInt(64));
  }

  /** Returns anything that gives an integer and is no constant. */
  private TermArg variable(int depth) {
    if (depth <= 0) {
      return simple();
    }
    return switch (random.nextInt(10)) {
      case 0, 1 -> binary(depth - 1, random.nextInt(4) == 0 ? simple() : NullName.NULL_NAME);
      case 2 -> unary(depth - 1, random.nextInt(4) == 0 ? simple() : NullName.NULL_NAME);
      case 3 -> logical(depth - 1);
      // of a comparison it would be the opposite comparison
      case 4 -> new Expression.LNot(binary(depth - 1, NullName.NULL_NAME));
      case 5 ->
          new Expression.Divide(
              variable(depth - 1), value(depth - 1), NullName.NULL_NAME, NullName.NULL_NAME);
      case 6 -> new Expression.MethodInvocation(CALLED, value(depth - 1), value(depth - 1));
      case 7 -> new Expression.DerefOf(element(depth - 1));
      case 8 -> new Expression.Increment(simple());
      default -> simple();
    };
  }

  private Expression.Index element(int depth) {
    return new Expression.Index(LIST, value(depth), NullName.NULL_NAME);
  }

  private Expression binary(int depth, Target target) {
    Expression.Binary.Operator[] operators = Expression.Binary.Operator.values();
    // the last two are not about integers
    Expression.Binary.Operator operator = operators[random.nextInt(operators.length - 2)];
    return new Expression.Binary(operator, variable(depth), value(depth), target);
  }

  private Expression unary(int depth, Target target) {
    Expression.Unary.Operator operator =
        switch (random.nextInt(4)) {
          case 0 -> Expression.Unary.Operator.FIND_SET_LEFT_BIT;
          case 1 -> Expression.Unary.Operator.FROM_BCD;
          case 2 -> Expression.Unary.Operator.TO_INTEGER;
          default -> Expression.Unary.Operator.NOT;
        };
    return new Expression.Unary(operator, variable(depth), target);
  }

  private Expression logical(int depth) {
    Expression.Logical.Operator[] operators = Expression.Logical.Operator.values();
    return new Expression.Logical(
        operators[random.nextInt(operators.length)], variable(depth), value(depth));
  }

  private SimpleName simple() {
    return switch (random.nextInt(3)) {
      case 0 -> new LocalObj(random.nextInt(8));
      case 1 -> new ArgObj(random.nextInt(7));
      default -> NUMBER;
    };
  }

  private Target target() {
    return random.nextInt(4) == 0 ? element(1) : simple();
  }
}
