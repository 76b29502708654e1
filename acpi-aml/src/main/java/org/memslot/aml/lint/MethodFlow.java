package org.memslot.aml.lint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.memslot.aml.ArgObj;
import org.memslot.aml.DataObject;
import org.memslot.aml.DataObject.IntegerConst;
import org.memslot.aml.DebugObj;
import org.memslot.aml.Expression;
import org.memslot.aml.Expression.MethodInvocation;
import org.memslot.aml.LocalObj;
import org.memslot.aml.NameString;
import org.memslot.aml.NamedObject;
import org.memslot.aml.NamespaceModifier;
import org.memslot.aml.NullName;
import org.memslot.aml.OperandVisitor;
import org.memslot.aml.SimpleName;
import org.memslot.aml.Statement;
import org.memslot.aml.SuperName;
import org.memslot.aml.Target;
import org.memslot.aml.Term;
import org.memslot.aml.TermArg;
import org.memslot.aml.Undecoded;

/**
 * Follows the control flow of one method's body: which arguments and local variables are read that
 * no path has set, whether the end is reached, and what is returned. One pass, in time linear in
 * the body; what a loop sets counts from its beginning, because an earlier turn may have set it.
 */
final class MethodFlow {
  /**
   * What a method returns.
   *
   * @param returns whether it has a Return at all
   * @param returnsValue whether a Return has a value other than the zero that ASL's plain Return
   *     has
   * @param reachesEnd whether a path reaches the end of the body
   */
  record Result(boolean returns, boolean returnsValue, boolean reachesEnd) {}

  /** What becomes of the value of a call. */
  enum Use {
    /** Nothing: the call is a statement. */
    IGNORED,
    /** The method returns it in its turn. */
    RETURNED,
    /** It is the operand of another term. */
    OPERAND
  }

  /** Hears what the flow comes upon. */
  interface Observer {
    /** Takes a call. */
    void call(MethodInvocation call, Use use);

    /** Takes a local variable that is read and that no path to there has set; once for each. */
    void unsetLocal(LocalObj local);

    /** Takes an argument beyond the method's count that is read likewise; once for each. */
    void missingArgument(ArgObj argument);

    /** Is told of a list of terms that goes on behind its end. */
    void unreachable();
  }

  private static final int FIRST_ARGUMENT_BIT = 8;

  private final Observer observer;
  private final OperandVisitor operands = new Flow();

  /** Variables that may be set, a bit each: locals, then arguments. */
  private int set;

  /** Variables that some term has set so far, on whatever path. */
  private int assigned;

  private int reported;
  private boolean reachable = true;
  private boolean breaks;
  private boolean returns;
  private boolean returnsValue;
  private int loops;

  /** What is read in a loop that nothing has set, and that the loop may still set. */
  private Map<SimpleName, Integer> pending = new LinkedHashMap<>();

  MethodFlow(Observer observer) {
    this.observer = observer;
  }

  Result follow(NamedObject.Method method) {
    set = ((1 << method.argumentCount()) - 1) << FIRST_ARGUMENT_BIT;
    terms(method.terms());
    return new Result(returns, returnsValue, reachable);
  }

  private void terms(List<Term> terms) {
    for (int i = 0; i < terms.size() && reachable; i++) {
      term(terms.get(i));
      List<Term> rest = terms.subList(i + 1, terms.size());
      if (!reachable && rest.stream().anyMatch(MethodFlow::isNoticeable)) {
        observer.unreachable();
      }
    }
  }

  /** Whether a term that is never reached is more than what compilers and macros leave behind. */
  private static boolean isNoticeable(Term term) {
    return switch (term) {
      case Statement.Break _, Statement.Continue _, Statement.Noop _, Statement.Return _ -> false;
      case Statement _, NamedObject _, NamespaceModifier _ -> true;
      case Expression.Store _ -> true;
      case TermArg _, Undecoded _ -> false;
    };
  }

  private void term(Term term) {
    switch (term) {
      case Statement statement -> statement(statement);
      case NamedObject object -> object(object);
      case NamespaceModifier modifier -> modifier(modifier);
      case MethodInvocation call -> call(call, Use.IGNORED);
      case Expression expression -> expression(expression);
      case DataObject data -> data(data);
      // The argument of a call whose method no table declares: the method may set it.
      case LocalObj local -> assign(localBit(local));
      case ArgObj arg -> assign(argumentBit(arg));
      case SuperName _, Undecoded _ -> {
        // a value that nothing uses
      }
    }
  }

  private void statement(Statement statement) {
    switch (statement) {
      case Statement.If block -> branch(block);
      case Statement.While loop -> loop(loop);
      case Statement.Break _ -> {
        breaks = true;
        reachable = false;
      }
      case Statement.Continue _ -> reachable = false;
      case Statement.Return(var value) -> {
        returns = true;
        returnsValue |= !IntegerConst.ZERO.equals(value);
        if (value instanceof MethodInvocation call) {
          call(call, Use.RETURNED);
        } else {
          read(value);
        }
        reachable = false;
      }
      case Statement.Fatal fatal -> {
        operands.visit(fatal);
        returns = true;
        reachable = false;
      }
      case Statement operation -> operands.visit(operation);
    }
  }

  /** Goes down a chain of ElseIfs without recursion: it may be as long as the table. */
  private void branch(Statement.If first) {
    int after = 0;
    boolean afterReachable = false;
    Optional<Statement.If> next = Optional.of(first);
    while (next.isPresent()) {
      Statement.If block = next.get();
      next = Optional.empty();
      read(block.predicate());
      int before = set;
      terms(block.terms());
      after |= reachable ? set : 0;
      afterReachable |= reachable;
      set = before;
      reachable = true;
      List<Term> otherwise = block.otherwise().map(Statement.Else::terms).orElse(List.of());
      if (otherwise.size() == 1 && otherwise.getFirst() instanceof Statement.If chained) {
        next = Optional.of(chained);
      } else {
        terms(otherwise);
        after |= reachable ? set : 0;
        afterReachable |= reachable;
      }
    }
    set = after;
    reachable = afterReachable;
  }

  private void loop(Statement.While loop) {
    int outerAssigned = assigned;
    boolean outerBreaks = breaks;
    Map<SimpleName, Integer> outerPending = pending;
    assigned = 0;
    breaks = false;
    pending = new LinkedHashMap<>();
    loops++;
    read(loop.predicate());
    terms(loop.terms());
    loops--;
    reachable = breaks || !isTrue(loop.predicate());
    set |= assigned;
    Map<SimpleName, Integer> inside = pending;
    int inLoop = assigned;
    pending = outerPending;
    assigned |= outerAssigned;
    breaks = outerBreaks;
    inside.forEach(
        (variable, bit) -> {
          if ((inLoop & bit) == 0) {
            unset(bit, variable);
          }
        });
  }

  private static boolean isTrue(TermArg predicate) {
    return predicate instanceof IntegerConst(long value, _) && value != 0;
  }

  private void object(NamedObject object) {
    switch (object) {
      case NamedObject.OperationRegion(_, _, var offset, var length) -> {
        read(offset);
        read(length);
      }
      case NamedObject.DataRegion(_, var signature, var oemId, var oemTableId) -> {
        read(signature);
        read(oemId);
        read(oemTableId);
      }
      case NamedObject.CreateField(var source, var bitIndex, var bits, _) -> {
        read(source);
        read(bitIndex);
        read(bits);
      }
      case NamedObject.CreateSizedField(_, var source, var index, _) -> {
        read(source);
        read(index);
      }
      case NamedObject.BankField(_, _, var value, _, _, _) -> read(value);
      case NamedObject.Device(_, var terms, _) -> terms(terms);
      case NamedObject.PowerResource(_, _, _, var terms, _) -> terms(terms);
      case NamedObject.Processor(_, _, _, _, var terms, _) -> terms(terms);
      case NamedObject.ThermalZone(_, var terms, _) -> terms(terms);
      case NamedObject.External _,
          NamedObject.Field _,
          NamedObject.IndexField _,
          NamedObject.Method _,
          NamedObject.Event _,
          NamedObject.Mutex _ -> {
        // no operands
      }
    }
  }

  private void modifier(NamespaceModifier modifier) {
    switch (modifier) {
      case NamespaceModifier.Alias _ -> {
        // no operands
      }
      case NamespaceModifier.Name(_, var value) -> {
        if (value instanceof DataObject data) {
          data(data);
        }
      }
      case NamespaceModifier.Scope(_, var terms, _) -> terms(terms);
    }
  }

  private void read(TermArg operand) {
    switch (operand) {
      case LocalObj local -> variable(localBit(local), local);
      case ArgObj arg -> variable(argumentBit(arg), arg);
      case Expression expression -> expression(expression);
      case DataObject data -> data(data);
      case NameString _, DebugObj _ -> {
        // objects of the namespace have a value
      }
    }
  }

  private void call(MethodInvocation call, Use use) {
    call.arguments().forEach(this::read);
    observer.call(call, use);
  }

  private void variable(int bit, SimpleName variable) {
    if ((set & bit) == 0) {
      unset(bit, variable);
      // Once is enough, and what follows may rely on it.
      set |= bit;
    }
  }

  private void unset(int bit, SimpleName variable) {
    if (loops > 0) {
      pending.putIfAbsent(variable, bit);
    } else if ((reported & bit) == 0) {
      reported |= bit;
      switch (variable) {
        case LocalObj local -> observer.unsetLocal(local);
        case ArgObj argument -> observer.missingArgument(argument);
        case NameString _ -> throw new IllegalArgumentException("a name is no variable");
      }
    }
  }

  private void write(Target target) {
    switch (target) {
      case LocalObj local -> assign(localBit(local));
      case ArgObj arg -> assign(argumentBit(arg));
      case NullName _, NameString _, DebugObj _ -> {
        // no variable
      }
      case Expression.DerefOf(var reference) -> read(reference);
      case Expression.RefOf(var object) -> refer(object);
      case Expression.Index index -> expression(index);
      case MethodInvocation call -> call(call, Use.OPERAND);
    }
  }

  /** A reference to a variable: whoever has it may set the variable. */
  private void refer(SuperName object) {
    switch (object) {
      case LocalObj local -> assign(localBit(local));
      case ArgObj arg -> assign(argumentBit(arg));
      case NameString _, DebugObj _ -> {
        // no variable
      }
      case Expression.DerefOf(var reference) -> read(reference);
      case Expression.RefOf(var inner) -> refer(inner);
      case Expression.Index index -> expression(index);
      case MethodInvocation call -> call(call, Use.OPERAND);
    }
  }

  private void assign(int bit) {
    set |= bit;
    assigned |= bit;
  }

  private static int localBit(LocalObj local) {
    return 1 << local.index();
  }

  private static int argumentBit(ArgObj arg) {
    return 1 << (FIRST_ARGUMENT_BIT + arg.index());
  }

  private void data(DataObject data) {
    switch (data) {
      case DataObject.Buffer(var size, _, _) -> read(size);
      case DataObject.VarPackage(var count, _, _) -> read(count);
      case DataObject.PackageObj _,
          DataObject.IntegerConst _,
          DataObject.StringConst _,
          DataObject.Revision _ -> {
        // constants
      }
    }
  }

  private void expression(Expression expression) {
    switch (expression) {
      case Expression.Increment(var operand) -> change(operand);
      case Expression.Decrement(var operand) -> change(operand);
      case MethodInvocation call -> call(call, Use.OPERAND);
      case Expression operation -> operands.visit(operation);
    }
  }

  private void change(SuperName operand) {
    read(operand);
    write(operand);
  }

  private final class Flow extends OperandVisitor {
    @Override
    public void value(TermArg value) {
      read(value);
    }

    @Override
    public void target(Target target) {
      write(target);
    }

    @Override
    public void reference(SuperName object) {
      refer(object);
    }

    @Override
    public void name(NameString name) {
      // objects of the namespace are no variables
    }
  }
}
