package org.memslot.aml.asl;

import java.util.List;
import org.memslot.aml.ArgObj;
import org.memslot.aml.DataObject;
import org.memslot.aml.DebugObj;
import org.memslot.aml.Expression;
import org.memslot.aml.LocalObj;
import org.memslot.aml.NameSeg;
import org.memslot.aml.NameString;
import org.memslot.aml.NullName;
import org.memslot.aml.OperandVisitor;
import org.memslot.aml.SimpleName;
import org.memslot.aml.Statement;
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
      case Expression.Binary e when hasSymbol(e) && isTarget(e.target()) -> {
        if (e.target() instanceof SimpleName && e.target().equals(e.left())) {
          print(e.left());
          out.add(" ").add(e.operator().symbol()).add("= ");
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

  private static boolean hasSymbol(Expression.Binary operation) {
    return !operation.operator().symbol().isEmpty();
  }

  private static boolean isTarget(Target target) {
    return target instanceof SuperName;
  }

  /** Whether the compiler would make a store's target the operator's own. */
  private static boolean takesTarget(TermArg value) {
    return switch (value) {
      case Expression.Binary e -> hasSymbol(e) && e.target() instanceof NullName;
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
      case Expression.Binary e -> infix(e.left(), e.operator().symbol(), e.right());
      case Expression.Divide e -> infix(e.dividend(), "/", e.divisor());
      case Expression.Logical e -> infix(e.left(), e.operator().symbol(), e.right());
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

  /** Prints an expression as its operator's name and its operands in parentheses. */
  private void call(Expression expression) {
    switch (expression) {
      case Expression.MethodInvocation(var method, var given)
          when given.isEmpty() && !calls.isMethod(method) ->
          // needs no parentheses where its value is used
          out.add(text(method));
      case Expression.MethodInvocation(var method, var given) -> {
        Call call = new Call();
        call.operator(text(method));
        given.forEach(call::value);
        out.add(given.isEmpty() ? " ()" : ")");
      }
      case Expression operation -> {
        Call call = new Call();
        call.visit(operation);
        call.end();
      }
    }
  }

  /** Prints a statement without a list of terms. */
  void print(Statement statement) {
    Call call = new Call();
    call.visit(statement);
    call.end();
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

  /**
   * Prints an operator's name and its operands in parentheses; targets that discard the result are
   * left out where no other follows.
   */
  private final class Call extends OperandVisitor {
    private boolean empty = true;
    private int omitted;

    void end() {
      out.add(empty ? "" : ")");
    }

    private void separate() {
      for (; omitted >= 0; omitted--) {
        out.add(empty ? " (" : ", ");
        empty = false;
      }
      omitted = 0;
    }

    @Override
    public void operator(String name) {
      out.add(name);
    }

    @Override
    public void value(TermArg value) {
      separate();
      print(value);
    }

    @Override
    public void target(Target target) {
      if (target instanceof NullName) {
        omitted++;
      } else {
        separate();
        printTarget(target);
      }
    }

    @Override
    public void name(NameString name) {
      value(name);
    }

    @Override
    public void number(int value, int digits) {
      separate();
      out.hex(Integer.toUnsignedLong(value), digits);
    }

    @Override
    public void comparison(Expression.Match.Operator operator) {
      separate();
      out.add(operator.toString());
    }
  }
}
