package org.memslot.aml;

import java.util.ArrayList;
import java.util.List;
import org.memslot.aml.DataObject.Buffer;
import org.memslot.aml.DataObject.IntegerConst;
import org.memslot.aml.DataObject.PackageObj;
import org.memslot.aml.DataObject.Revision;
import org.memslot.aml.DataObject.StringConst;
import org.memslot.aml.DataObject.VarPackage;

/**
 * Finds what a tree says that bytes can express and that is wrong all the same, in one table of
 * those that share a namespace.
 */
final class AmlCheck {
  private static final long PORTS = 0x10000;

  private final CheckedNames shared;
  private final Namespace names;
  private final boolean narrow;
  private final int table;
  private final List<AmlProblem> problems = new ArrayList<>();
  private final OperandVisitor uses = new Uses();
  private int scope = Namespace.ROOT;
  private boolean inMethod;
  private boolean conditional;

  /** Whether a declaration around this one is a duplicate, so that its content is lost with it. */
  private boolean lost;

  private int loops;

  private AmlCheck(CheckedNames shared, AmlTable tree, int table) {
    this.shared = shared;
    this.names = shared.namespace();
    this.narrow = tree.header().hasNarrowIntegers();
    this.table = table;
  }

  /** Examines the table with this number. */
  static List<AmlProblem> check(CheckedNames shared, AmlTable tree, int table) {
    AmlCheck check = new AmlCheck(shared, tree, table);
    check.terms(tree.terms());
    return check.problems;
  }

  private void problem(AmlRule rule, String message) {
    problems.add(new AmlProblem(rule, -1, names.path(scope), message));
  }

  /**
   * Examines a list of terms. Constants behind the use of an undeclared name are taken for the
   * arguments of a method that no table declares: the bytes do not tell. A run of the same constant
   * is one problem, because it is padding.
   */
  private void terms(List<Term> terms) {
    terms(terms, false);
  }

  private void terms(List<Term> terms, boolean behindUndeclared) {
    boolean maybeArguments = behindUndeclared;
    for (int i = 0; i < terms.size(); i++) {
      Term term = terms.get(i);
      if (term instanceof TermArg value && !isObject(value)) {
        if (!maybeArguments && (i == 0 || !value.equals(terms.get(i - 1)))) {
          problem(AmlRule.VALUE_AS_STATEMENT, describe(value) + " stands where a term is needed");
        }
      } else {
        int before = shared.undeclaredUses();
        term(term);
        boolean mayBeArgument = term instanceof TermArg && !(term instanceof Expression.Store);
        maybeArguments = shared.undeclaredUses() > before || (maybeArguments && mayBeArgument);
      }
    }
  }

  private static boolean isObject(TermArg value) {
    return switch (value) {
      case Expression _, Buffer _, PackageObj _, VarPackage _ -> true;
      case IntegerConst _, StringConst _, DataObject.Revision _ -> false;
      case NameString _, ArgObj _, LocalObj _, DebugObj _ -> false;
    };
  }

  private static String printable(String text) {
    return text.replaceAll("[^ -~]", ".");
  }

  private static String describe(TermArg value) {
    return switch (value) {
      case IntegerConst(long number, _) -> "the integer 0x" + Long.toHexString(number);
      case StringConst(var text) -> "the string \"" + printable(text) + "\"";
      case DataObject.Revision _ -> "Revision";
      case NameString name -> name.toString();
      case ArgObj arg -> arg.toString();
      case LocalObj local -> local.toString();
      case DebugObj _ -> "Debug";
      case Expression _ -> "an expression";
      case Buffer _ -> "a buffer";
      case PackageObj _, VarPackage _ -> "a package";
    };
  }

  private void terms(List<Term> terms, int node) {
    int outer = scope;
    scope = node;
    terms(terms);
    scope = outer;
  }

  private void term(Term term) {
    switch (term) {
      case NamespaceModifier modifier -> modifier(modifier);
      case NamedObject object -> object(object);
      case Statement statement -> statement(statement);
      case Expression expression -> expression(expression);
      case Buffer buffer -> data(buffer);
      case PackageObj list -> data(list);
      case VarPackage list -> data(list);
      case TermArg argument ->
          problem(
              AmlRule.VALUE_AS_STATEMENT, describe(argument) + " stands where a term is needed");
      case Undecoded undecoded ->
          problem(
              AmlRule.UNDECODED, undecoded.bytes().length() + " bytes that could not be decoded");
    }
  }

  private void modifier(NamespaceModifier modifier) {
    switch (modifier) {
      case NamespaceModifier.Alias(var source, var alias) -> {
        use(source);
        declare(alias, Namespace.aliasOf(names.open(scope, source)));
      }
      case NamespaceModifier.Name(var name, var value) -> {
        declare(name, Namespace.OBJECT);
        dataRef(value);
      }
      case NamespaceModifier.Scope(var location, var terms, _) -> {
        scope(location);
        terms(terms, names.open(scope, location));
      }
    }
  }

  private int declare(NameString name, int kind) {
    return declare(AmlRule.DUPLICATE_NAME, name, kind);
  }

  private int declare(AmlRule duplicate, NameString name, int kind) {
    if (name.segments().isEmpty()) {
      problem(AmlRule.NAMELESS, "an object is declared without a name");
      return scope;
    }
    int node = names.declare(scope, name, kind);
    if (!inMethod && !conditional && !lost) {
      int earlier = shared.declare(node, table);
      if (earlier >= 0) {
        problem(
            duplicate,
            names.path(node)
                + (earlier == table
                    ? " is declared twice"
                    : " is declared in " + shared.tableName(earlier) + ", too"));
      }
    }
    return node;
  }

  /** Declares a named object and examines what it holds. */
  private void holder(NameString name, List<Term> terms) {
    int problemsBefore = problems.size();
    int node = declare(name, Namespace.OBJECT);
    boolean outerLost = lost;
    lost |= problems.size() > problemsBefore;
    terms(terms, node);
    lost = outerLost;
  }

  private void use(NameString name) {
    use(AmlRule.UNDECLARED_NAME, name);
  }

  /** A scope that is opened while the table is loaded has to be there by then. */
  private void scope(NameString name) {
    boolean loading = !inMethod && !conditional && shared.isComplete();
    use(loading ? AmlRule.UNDECLARED_SCOPE : AmlRule.UNDECLARED_NAME, name);
  }

  private void use(AmlRule rule, NameString name) {
    if (name.segments().isEmpty() || names.isDeclared(scope, name)) {
      return;
    }
    if (shared.firstUndeclaredUse(rule, table, scope, name)) {
      problem(rule, name + " is declared nowhere");
      shared.remember(problems.getLast(), scope, name);
    }
  }

  private void object(NamedObject object) {
    switch (object) {
      case NamedObject.External _ -> {}
      case NamedObject.OperationRegion region -> region(region);
      case NamedObject.DataRegion(var name, var signature, var oemId, var oemTableId) -> {
        declare(name, Namespace.OBJECT);
        operands(List.of(signature, oemId, oemTableId));
      }
      case NamedObject.Field(var region, _, var elements, _) -> {
        use(region);
        fields(elements);
      }
      case NamedObject.IndexField(var index, var data, _, var elements, _) -> {
        use(index);
        use(data);
        fields(elements);
      }
      case NamedObject.BankField(var region, var bank, var value, _, var elements, _) -> {
        use(region);
        use(bank);
        operand(value);
        fields(elements);
      }
      case NamedObject.CreateField(var source, var bitIndex, var bits, var name) -> {
        operands(List.of(source, bitIndex, bits));
        declare(name, Namespace.OBJECT);
      }
      case NamedObject.CreateSizedField(_, var source, var index, var name) -> {
        operands(List.of(source, index));
        declare(name, Namespace.OBJECT);
      }
      case NamedObject.Device(var name, var terms, _) -> holder(name, terms);
      case NamedObject.Method method -> method(method);
      case NamedObject.Event(var name) -> declare(name, Namespace.OBJECT);
      case NamedObject.Mutex(var name, _) -> declare(name, Namespace.OBJECT);
      case NamedObject.PowerResource(var name, _, _, var terms, _) -> holder(name, terms);
      case NamedObject.Processor(var name, _, _, _, var terms, _) -> holder(name, terms);
      case NamedObject.ThermalZone(var name, var terms, _) -> holder(name, terms);
    }
  }

  private void method(NamedObject.Method method) {
    int node = declare(method.name(), method.argumentCount());
    boolean outerMethod = inMethod;
    int outerLoops = loops;
    inMethod = true;
    loops = 0;
    terms(method.terms(), node);
    inMethod = outerMethod;
    loops = outerLoops;
  }

  private void region(NamedObject.OperationRegion region) {
    declare(region.name(), Namespace.OBJECT);
    operands(List.of(region.offset(), region.length()));
    if (region.offset() instanceof IntegerConst(long offset, _)
        && region.length() instanceof IntegerConst(long length, _)) {
      long last = offset + length - 1;
      if (length == 0) {
        problem(AmlRule.EMPTY_REGION, "region " + region.name() + " is empty");
      } else if (Long.compareUnsigned(last, offset) < 0) {
        problem(
            AmlRule.REGION_BOUNDS,
            String.format(
                "region %s from 0x%x, 0x%x bytes, ends beyond 2^64",
                region.name(), offset, length));
      } else if (region.space().equals(RegionSpace.SYSTEM_IO)
          && Long.compareUnsigned(last, PORTS) >= 0) {
        problem(
            AmlRule.REGION_BOUNDS,
            String.format("region %s ends at port 0x%x; the last is 0xffff", region.name(), last));
      }
    }
  }

  private void fields(List<FieldElement> elements) {
    for (FieldElement element : elements) {
      switch (element) {
        case FieldElement.NamedField(var name, int bits, _) -> {
          declare(AmlRule.DUPLICATE_FIELD, NameString.of(name), Namespace.OBJECT);
          if (bits == 0) {
            problem(AmlRule.EMPTY_FIELD, "field " + name + " has no bits");
          }
        }
        case FieldElement.ConnectField(NameString name) -> use(name);
        case FieldElement.ConnectField(Buffer buffer) -> data(buffer);
        case FieldElement.ReservedField _,
            FieldElement.AccessField _,
            FieldElement.ExtendedAccessField _ -> {}
        case Undecoded undecoded ->
            problem(
                AmlRule.UNDECODED, undecoded.bytes().length() + " bytes that could not be decoded");
      }
    }
  }

  private void statement(Statement statement) {
    int before = shared.undeclaredUses();
    if (statement instanceof Statement.Notify(NameString object, var value) && !object.isNull()) {
      // No interpreter calls what stands here, so a method takes no arguments (20.2.2: SuperName).
      use(object);
      operand(value);
    } else {
      uses.visit(statement);
    }
    boolean undeclared = shared.undeclaredUses() > before;
    switch (statement) {
      case Statement.If(_, var terms, var otherwise, _) -> {
        boolean outer = conditional;
        conditional = true;
        terms(terms, undeclared);
        otherwise.ifPresent(block -> terms(block.terms()));
        conditional = outer;
      }
      case Statement.While(_, var terms, _) -> {
        loops++;
        terms(terms, undeclared);
        loops--;
      }
      case Statement.Break _ -> requireLoop("Break");
      case Statement.Continue _ -> requireLoop("Continue");
      case Statement _ -> {}
    }
  }

  private void requireLoop(String statement) {
    if (loops == 0) {
      problem(AmlRule.NO_LOOP, statement + " outside of While");
    }
  }

  private void operands(List<TermArg> operands) {
    for (TermArg operand : operands) {
      operand(operand);
    }
  }

  private void operand(TermArg operand) {
    switch (operand) {
      case NameString name -> value(name);
      case ArgObj arg -> requireMethod(arg);
      case LocalObj local -> requireMethod(local);
      case DebugObj _ -> {}
      case DataObject data -> data(data);
      case Expression expression -> expression(expression);
    }
  }

  private void requireMethod(SimpleName variable) {
    if (!inMethod) {
      problem(AmlRule.NO_METHOD, variable + " outside of a method");
    }
  }

  /**
   * A name that is read or written: where it is a method's, the bytes would be read as its call.
   */
  private void value(NameString name) {
    if (name.isNull()) {
      problem(AmlRule.NAMELESS, "no name where an object is needed");
      return;
    }
    use(name);
    int arguments = names.argumentCount(scope, name);
    if (arguments > 0) {
      problem(
          AmlRule.CALL_ARGUMENTS,
          name
              + " is a method of "
              + arguments
              + (arguments == 1 ? " argument" : " arguments")
              + " and stands without: what follows would be read as its arguments");
    }
  }

  private void expression(Expression expression) {
    switch (expression) {
      case Expression.CondRefOf(NameString name, var target) -> {
        shared.guard(scope, name);
        uses.target(target);
      }
      case Expression.MethodInvocation call -> call(call);
      case Expression operation -> uses.visit(operation);
    }
  }

  private void call(Expression.MethodInvocation call) {
    operands(call.arguments());
    NameString method = call.method();
    if (!names.isDeclared(scope, method)) {
      use(method);
      return;
    }
    int wanted = Math.max(0, names.argumentCount(scope, method));
    int given = call.arguments().size();
    if (wanted != given) {
      problem(
          AmlRule.CALL_ARGUMENTS, method + " takes " + wanted + " arguments and is given " + given);
    }
  }

  private void dataRef(DataRefObject object) {
    switch (object) {
      case NameString name -> use(name);
      case DataObject data -> data(data);
      case Undecoded undecoded ->
          problem(
              AmlRule.UNDECODED, undecoded.bytes().length() + " bytes that could not be decoded");
    }
  }

  private void element(PackageElement element) {
    switch (element) {
      case DataRefObject object -> dataRef(object);
      case TermArg argument -> operand(argument);
    }
  }

  private void data(DataObject data) {
    switch (data) {
      case IntegerConst(long value, var encoding) -> {
        boolean wide = value >>> 32 != 0 && encoding != IntegerConst.Encoding.ONES;
        if (narrow && wide) {
          problem(
              AmlRule.WIDE_INTEGER,
              String.format(
                  "0x%x loses its upper half: revision 1 has integers of 32 bits", value));
        }
      }
      case StringConst(var value) -> {
        if (value.chars().anyMatch(c -> c > 0x7f)) {
          problem(AmlRule.STRING_CHARACTERS, "a string has characters beyond ASCII");
        }
      }
      case Revision _ -> {}
      case Buffer(var size, var initializer, _) -> {
        operand(size);
        requireRoom("Buffer", size, initializer.length(), "bytes");
      }
      case PackageObj(int count, var elements, _) -> {
        elements.forEach(this::element);
        requireRoom("Package", IntegerConst.of(count), elements.size(), "elements");
      }
      case VarPackage(var count, var elements, _) -> {
        operand(count);
        elements.forEach(this::element);
        requireRoom("VarPackage", count, elements.size(), "elements");
      }
    }
  }

  private void requireRoom(String what, TermArg room, int initializers, String unit) {
    if (room instanceof IntegerConst(long size, _)
        && Long.compareUnsigned(size, initializers) < 0) {
      problem(
          AmlRule.INITIALIZERS,
          what + " of " + Long.toUnsignedString(size) + " " + unit + " has " + initializers);
    }
  }

  private final class Uses extends OperandVisitor {
    @Override
    public void value(TermArg value) {
      operand(value);
    }

    @Override
    public void target(Target target) {
      if (target instanceof SuperName name) {
        operand(name);
      }
    }

    @Override
    public void reference(SuperName object) {
      if (object instanceof NameString name) {
        use(name);
      } else {
        operand(object);
      }
    }

    @Override
    public void replaced(SimpleName target) {
      reference(target);
    }

    @Override
    public void name(NameString name) {
      use(name);
    }
  }
}
