package org.memslot.aml.asl;

import java.util.List;
import java.util.Optional;
import org.memslot.aml.ArgObj;
import org.memslot.aml.DataObject;
import org.memslot.aml.DebugObj;
import org.memslot.aml.Expression;
import org.memslot.aml.LocalObj;
import org.memslot.aml.NameSeg;
import org.memslot.aml.NameString;
import org.memslot.aml.NullName;
import org.memslot.aml.SimpleName;
import org.memslot.aml.SuperName;
import org.memslot.aml.Target;
import org.memslot.aml.TermArg;

/**
 * Prints expressions.
 *
 * <p>ACPICA's compiler gives {@code X = (A + B)} the bytes of Add with target X, not those of a
 * Store of an Add without target, and likewise for all operators that have a sign, and for Index.
 * So a Store of such an operator without a target is written as {@code Store ((A + B), X)}, and an
 * operator with a target inside another expression as {@code Add (A, B, X)}.
 */
final class ExpressionPrinter {
  private static final NullName NONE = NullName.NULL_NAME;

  private final AslWriter out;
  private final boolean symbolic;
  private final DataPrinter data;
  private final CallForms calls;

  /** Knows how a call is written in the scope that is being printed. */
  interface CallForms {
    /** Returns whether a name means a method, so that parentheses show that it is called. */
    boolean isMethod(NameString name);
  }

  ExpressionPrinter(AslWriter out, AslOptions options, CallForms calls, ResourceTags tags) {
    this.out = out;
    this.symbolic = options.operators() == AslOptions.Operators.SYMBOLIC;
    this.calls = calls;
    this.data = new DataPrinter(out, options, this, tags);
  }

  DataPrinter data() {
    return data;
  }

  /** Returns a name as people write it: without the underscores that pad its segments. */
  static String text(NameString name) {
    StringBuilder text =
        new StringBuilder(name.root() ? "\\" : "").append("^".repeat(name.parents()));
    for (int i = 0; i < name.segments().size(); i++) {
      text.append(i == 0 ? "" : ".").append(text(name.segments().get(i)));
    }
    return text.toString();
  }

  /** Returns a segment without the underscores that pad it. */
  static String text(NameSeg segment) {
    return trimmed(segment.toString());
  }

  static String trimmed(String segment) {
    int end = segment.length();
    while (end > 1 && segment.charAt(end - 1) == '_') {
      end--;
    }
    return segment.substring(0, end);
  }

  /** Prints an operand. */
  void print(TermArg argument) {
    switch (argument) {
      case NameString name -> out.name(name);
      case ArgObj arg -> out.add("Arg").digit(arg.index());
      case LocalObj local -> out.add("Local").digit(local.index());
      case DebugObj debug -> out.add("Debug");
      case DataObject constant -> data.print(constant);
      case Expression expression -> {
        if (symbolic && isSigned(expression)) {
          signed(expression);
        } else {
          call(expression);
        }
      }
    }
  }

  /** Prints an expression that stands as a statement. */
  void printStatement(Expression expression) {
    if (!symbolic || !assignment(expression)) {
      if (symbolic && expression instanceof Expression.Increment increment) {
        print(increment.operand());
        out.add("++");
      } else if (symbolic && expression instanceof Expression.Decrement decrement) {
        print(decrement.operand());
        out.add("--");
      } else {
        call(expression);
      }
    }
  }

  /** Prints {@code X = ...} or {@code X += ...} where that says the same bytes. */
  private boolean assignment(Expression expression) {
    return switch (expression) {
      case Expression.Store store -> {
        boolean possible = store.target() instanceof SuperName && !takesTarget(store.value());
        if (possible) {
          assign(store.target(), store.value());
        }
        yield possible;
      }
      case Expression.Binary e when operator(e.operator()).isPresent() && isTarget(e.target()) -> {
        String operator = operator(e.operator()).get();
        if (e.target() instanceof SimpleName && e.target().equals(e.left())) {
          print(e.left());
          out.add(" ").add(operator).add("= ");
          print(e.right());
        } else {
          assign(e.target(), new Expression.Binary(e.operator(), e.left(), e.right(), NONE));
        }
        yield true;
      }
      case Expression.Divide e when e.remainder() instanceof NullName && isTarget(e.quotient()) -> {
        if (e.quotient() instanceof SimpleName && e.quotient().equals(e.dividend())) {
          print(e.dividend());
          out.add(" /= ");
          print(e.divisor());
        } else {
          assign(e.quotient(), new Expression.Divide(e.dividend(), e.divisor(), NONE, NONE));
        }
        yield true;
      }
      case Expression.Unary e
          when e.operator() == Expression.Unary.Operator.NOT && isTarget(e.target()) -> {
        assign(e.target(), new Expression.Unary(e.operator(), e.operand(), NONE));
        yield true;
      }
      case Expression.Index e when isTarget(e.target()) && isIndexable(e.source()) -> {
        assign(e.target(), new Expression.Index(e.source(), e.index(), NONE));
        yield true;
      }
      default -> false;
    };
  }

  private void assign(Target target, TermArg value) {
    printTarget(target);
    out.add(" = ");
    print(value);
  }

  private static boolean isTarget(Target target) {
    return target instanceof SuperName;
  }

  /** Whether the compiler would make a store's target the operator's own. */
  private static boolean takesTarget(TermArg value) {
    return switch (value) {
      case Expression.Binary e ->
          operator(e.operator()).isPresent() && e.target() instanceof NullName;
      case Expression.Divide e ->
          e.remainder() instanceof NullName && e.quotient() instanceof NullName;
      case Expression.Unary e ->
          e.operator() == Expression.Unary.Operator.NOT && e.target() instanceof NullName;
      case Expression.Index e -> e.target() instanceof NullName;
      default -> false;
    };
  }

  /** Whether an expression can be written with a sign: it has one and stores nothing. */
  private static boolean isSigned(Expression expression) {
    return switch (expression) {
      case Expression.Logical e -> true;
      case Expression.LNot e -> true;
      case Expression.Index e -> e.target() instanceof NullName && isIndexable(e.source());
      default -> takesTarget(expression);
    };
  }

  /** Whether {@code X [n]} can be written for it; anything else needs Index. */
  private static boolean isIndexable(TermArg source) {
    return source instanceof SimpleName || source instanceof Expression.DerefOf;
  }

  private void signed(Expression expression) {
    switch (expression) {
      case Expression.Binary e -> infix(e.left(), operator(e.operator()).orElseThrow(), e.right());
      case Expression.Divide e -> infix(e.dividend(), "/", e.divisor());
      case Expression.Logical e -> infix(e.left(), operator(e.operator()), e.right());
      case Expression.LNot e -> {
        out.add("!");
        print(e.operand());
      }
      case Expression.Unary e -> {
        out.add("~");
        print(e.operand());
      }
      case Expression.Index e -> {
        print(e.source());
        out.add(" [");
        print(e.index());
        out.add("]");
      }
      default -> call(expression);
    }
  }

  private void infix(TermArg left, String operator, TermArg right) {
    out.add("(");
    print(left);
    out.add(" ").add(operator).add(" ");
    print(right);
    out.add(")");
  }

  private static Optional<String> operator(Expression.Binary.Operator operator) {
    return switch (operator) {
      case ADD -> Optional.of("+");
      case SUBTRACT -> Optional.of("-");
      case MULTIPLY -> Optional.of("*");
      case MOD -> Optional.of("%");
      case SHIFT_LEFT -> Optional.of("<<");
      case SHIFT_RIGHT -> Optional.of(">>");
      case AND -> Optional.of("&");
      case OR -> Optional.of("|");
      case XOR -> Optional.of("^");
      case NAND, NOR, CONCATENATE, CONCATENATE_RES_TEMPLATE -> Optional.empty();
    };
  }

  private static String operator(Expression.Logical.Operator operator) {
    return switch (operator) {
      case LAND -> "&&";
      case LOR -> "||";
      case LEQUAL -> "==";
      case LGREATER -> ">";
      case LLESS -> "<";
      case LNOT_EQUAL -> "!=";
      case LLESS_EQUAL -> "<=";
      case LGREATER_EQUAL -> ">=";
    };
  }

  /** Prints an expression as its operator's name and its operands in parentheses. */
  private void call(Expression expression) {
    switch (expression) {
      case Expression.Binary e ->
          call(name(e.operator()), List.of(e.left(), e.right()), List.of(e.target()));
      case Expression.Unary e ->
          call(name(e.operator()), List.of(e.operand()), List.of(e.target()));
      case Expression.Logical e -> call(name(e.operator()), e.left(), e.right());
      case Expression.LNot e -> call("LNot", e.operand());
      case Expression.Divide e ->
          call("Divide", List.of(e.dividend(), e.divisor()), List.of(e.remainder(), e.quotient()));
      case Expression.Increment e -> call("Increment", e.operand());
      case Expression.Decrement e -> call("Decrement", e.operand());
      case Expression.Store e -> call("Store", List.of(e.value()), List.of(e.target()));
      case Expression.CopyObject e -> call("CopyObject", e.value(), e.target());
      case Expression.RefOf e -> call("RefOf", e.object());
      case Expression.CondRefOf e -> call("CondRefOf", List.of(e.object()), List.of(e.target()));
      case Expression.DerefOf e -> call("DerefOf", e.reference());
      case Expression.Index e -> call("Index", List.of(e.source(), e.index()), List.of(e.target()));
      case Expression.SizeOf e -> call("SizeOf", e.object());
      case Expression.ObjectType e -> call("ObjectType", e.object());
      case Expression.Match e -> match(e);
      case Expression.Mid e ->
          call("Mid", List.of(e.source(), e.index(), e.length()), List.of(e.target()));
      case Expression.ToString e ->
          call("ToString", List.of(e.source(), e.length()), List.of(e.target()));
      case Expression.Acquire e -> {
        out.add("Acquire (");
        print(e.mutex());
        out.add(", ").hex(e.timeout(), 4).add(")");
      }
      case Expression.Wait e -> call("Wait", e.event(), e.timeout());
      case Expression.Load e -> call("Load", List.of(e.object()), List.of(e.target()));
      case Expression.LoadTable e ->
          call(
              "LoadTable",
              e.signature(),
              e.oemId(),
              e.oemTableId(),
              e.rootPath(),
              e.parameterPath(),
              e.parameterData());
      case Expression.Timer e -> out.add("Timer");
      case Expression.MethodInvocation e -> invocation(e);
    }
  }

  /** Prints a call; one without arguments needs no parentheses where its value is used. */
  private void invocation(Expression.MethodInvocation e) {
    if (e.arguments().isEmpty() && !calls.isMethod(e.method())) {
      out.add(text(e.method()));
    } else {
      call(text(e.method()), e.arguments(), List.of());
    }
  }

  private void match(Expression.Match e) {
    out.add("Match (");
    print(e.searched());
    out.add(", " + e.firstOperator() + ", ");
    print(e.first());
    out.add(", " + e.secondOperator() + ", ");
    print(e.second());
    out.add(", ");
    print(e.start());
    out.add(")");
  }

  private void call(String name, TermArg... arguments) {
    call(name, List.of(arguments), List.of());
  }

  /** Prints a call; targets that discard the result are left out where no other follows. */
  private void call(String name, List<? extends TermArg> arguments, List<Target> targets) {
    out.add(name).add(" (");
    for (int i = 0; i < arguments.size(); i++) {
      out.add(i == 0 ? "" : ", ");
      print(arguments.get(i));
    }
    int given = targets.size();
    while (given > 0 && targets.get(given - 1) instanceof NullName) {
      given--;
    }
    for (Target target : targets.subList(0, given)) {
      out.add(", ");
      printTarget(target);
    }
    out.add(")");
  }

  private void printTarget(Target target) {
    switch (target) {
      case NullName none -> {
        // an omitted argument
      }
      case Expression.MethodInvocation(NameString method, List<TermArg> given)
          when given.isEmpty() ->
          out.add(text(method));
      case SuperName name -> print(name);
    }
  }

  private static String name(Expression.Binary.Operator operator) {
    return switch (operator) {
      case ADD -> "Add";
      case SUBTRACT -> "Subtract";
      case MULTIPLY -> "Multiply";
      case MOD -> "Mod";
      case SHIFT_LEFT -> "ShiftLeft";
      case SHIFT_RIGHT -> "ShiftRight";
      case AND -> "And";
      case NAND -> "NAnd";
      case OR -> "Or";
      case NOR -> "NOr";
      case XOR -> "Xor";
      case CONCATENATE -> "Concatenate";
      case CONCATENATE_RES_TEMPLATE -> "ConcatenateResTemplate";
    };
  }

  private static String name(Expression.Unary.Operator operator) {
    return switch (operator) {
      case NOT -> "Not";
      case FIND_SET_LEFT_BIT -> "FindSetLeftBit";
      case FIND_SET_RIGHT_BIT -> "FindSetRightBit";
      case FROM_BCD -> "FromBCD";
      case TO_BCD -> "ToBCD";
      case TO_BUFFER -> "ToBuffer";
      case TO_DECIMAL_STRING -> "ToDecimalString";
      case TO_HEX_STRING -> "ToHexString";
      case TO_INTEGER -> "ToInteger";
    };
  }

  private static String name(Expression.Logical.Operator operator) {
    return switch (operator) {
      case LAND -> "LAnd";
      case LOR -> "LOr";
      case LEQUAL -> "LEqual";
      case LGREATER -> "LGreater";
      case LLESS -> "LLess";
      case LNOT_EQUAL -> "LNotEqual";
      case LLESS_EQUAL -> "LLessEqual";
      case LGREATER_EQUAL -> "LGreaterEqual";
    };
  }
}
