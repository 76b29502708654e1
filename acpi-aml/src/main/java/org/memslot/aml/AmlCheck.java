package org.memslot.aml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.memslot.aml.DataObject.Buffer;
import org.memslot.aml.DataObject.IntegerConst;
import org.memslot.aml.DataObject.PackageObj;
import org.memslot.aml.DataObject.Revision;
import org.memslot.aml.DataObject.StringConst;
import org.memslot.aml.DataObject.VarPackage;

/** Finds what a tree says that bytes can express and that is wrong all the same. */
final class AmlCheck {
  private static final long PORTS = 0x10000;

  private final boolean narrow;
  private final Namespace names;
  private final List<AmlProblem> problems = new ArrayList<>();
  private final Set<Integer> declared = new HashSet<>();
  private int scope = Namespace.ROOT;
  private boolean inMethod;
  private boolean conditional;
  private int loops;

  private AmlCheck(boolean narrow, Namespace names) {
    this.narrow = narrow;
    this.names = names;
  }

  static List<AmlProblem> check(AmlTable table, AmlContext context) {
    byte[] bytes;
    try {
      bytes = table.encode();
    } catch (AmlEncodingException failure) {
      return List.of(new AmlProblem(-1, NameString.ROOT, String.valueOf(failure.getMessage())));
    }
    Namespace names = context.copyNames(bytes.length);
    DeclarationScanner.scan(bytes, TableHeader.LENGTH, bytes.length, names);
    AmlCheck check = new AmlCheck(table.header().hasNarrowIntegers(), names);
    check.terms(table.terms());
    return List.copyOf(check.problems);
  }

  private void problem(String message) {
    problems.add(new AmlProblem(-1, names.path(scope), message));
  }

  private void terms(List<Term> terms) {
    for (Term term : terms) {
      term(term);
    }
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
      case TermArg argument -> problem(argument + " stands where a term is needed");
      case Undecoded undecoded ->
          problem(undecoded.bytes().length() + " bytes that could not be decoded");
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
        use(location);
        terms(terms, names.open(scope, location));
      }
    }
  }

  private int declare(NameString name, int kind) {
    if (name.segments().isEmpty()) {
      problem("an object is declared without a name");
      return scope;
    }
    int node = names.declare(scope, name, kind);
    if (!inMethod && !conditional && !declared.add(node)) {
      problem(names.path(node) + " is declared twice");
    }
    return node;
  }

  private void use(NameString name) {
    if (!name.isNull() && !name.equals(NameString.ROOT) && !names.isDeclared(scope, name)) {
      problem(name + " is declared nowhere");
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
      case NamedObject.Device(var name, var terms, _) ->
          terms(terms, declare(name, Namespace.OBJECT));
      case NamedObject.Method method -> method(method);
      case NamedObject.Event(var name) -> declare(name, Namespace.OBJECT);
      case NamedObject.Mutex(var name, _) -> declare(name, Namespace.OBJECT);
      case NamedObject.PowerResource(var name, _, _, var terms, _) ->
          terms(terms, declare(name, Namespace.OBJECT));
      case NamedObject.Processor(var name, _, _, _, var terms, _) ->
          terms(terms, declare(name, Namespace.OBJECT));
      case NamedObject.ThermalZone(var name, var terms, _) ->
          terms(terms, declare(name, Namespace.OBJECT));
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
        problem("region " + region.name() + " is empty");
      } else if (Long.compareUnsigned(last, offset) < 0) {
        problem(
            String.format(
                "region %s from 0x%x, 0x%x bytes, ends beyond 2^64",
                region.name(), offset, length));
      } else if (region.space().equals(RegionSpace.SYSTEM_IO)
          && Long.compareUnsigned(last, PORTS) >= 0) {
        problem(
            String.format("region %s ends at port 0x%x; the last is 0xffff", region.name(), last));
      }
    }
  }

  private void fields(List<FieldElement> elements) {
    for (FieldElement element : elements) {
      switch (element) {
        case FieldElement.NamedField(var name, int bits, _) -> {
          declare(NameString.of(name), Namespace.OBJECT);
          if (bits == 0) {
            problem("field " + name + " has no bits");
          }
        }
        case FieldElement.ConnectField(NameString name) -> use(name);
        case FieldElement.ConnectField(Buffer buffer) -> data(buffer);
        case FieldElement.ReservedField _,
            FieldElement.AccessField _,
            FieldElement.ExtendedAccessField _ -> {}
        case Undecoded undecoded ->
            problem(undecoded.bytes().length() + " bytes that could not be decoded");
      }
    }
  }

  private void statement(Statement statement) {
    operands(Operands.of(statement));
    switch (statement) {
      case Statement.If(_, var terms, var otherwise, _) -> {
        boolean outer = conditional;
        conditional = true;
        terms(terms);
        otherwise.ifPresent(block -> terms(block.terms()));
        conditional = outer;
      }
      case Statement.While(_, var terms, _) -> {
        loops++;
        terms(terms);
        loops--;
      }
      case Statement.Break _ -> requireLoop("Break");
      case Statement.Continue _ -> requireLoop("Continue");
      case Statement.BreakPoint _,
          Statement.Fatal _,
          Statement.Noop _,
          Statement.Notify _,
          Statement.Release _,
          Statement.Reset _,
          Statement.Return _,
          Statement.Signal _,
          Statement.Sleep _,
          Statement.Stall _,
          Statement.Unload _ -> {}
    }
  }

  private void requireLoop(String statement) {
    if (loops == 0) {
      problem(statement + " outside of While");
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
      problem(variable + " outside of a method");
    }
  }

  /**
   * A name that is read or written: where it is a method's, the bytes would be read as its call.
   */
  private void value(NameString name) {
    if (name.segments().isEmpty()) {
      problem("no name where an object is needed");
      return;
    }
    use(name);
    int arguments = names.argumentCount(scope, name);
    if (arguments > 0) {
      problem(
          name
              + " is a method of "
              + arguments
              + " arguments and stands without them: what follows would be read as its arguments");
    }
  }

  private void expression(Expression expression) {
    switch (expression) {
      case Expression.RefOf(var object) -> reference(object);
      case Expression.ObjectType(var object) -> reference(object);
      case Expression.CondRefOf(var object, var target) -> {
        if (!(object instanceof NameString)) {
          operand(object);
        }
        if (target instanceof SuperName name) {
          operand(name);
        }
      }
      case Expression.CopyObject(var value, var target) -> {
        operand(value);
        reference(target);
      }
      case Expression.Load(var object, var target) -> {
        use(object);
        if (target instanceof SuperName name) {
          operand(name);
        }
      }
      case Expression.MethodInvocation call -> call(call);
      case Expression.Binary _,
          Expression.Unary _,
          Expression.Logical _,
          Expression.LNot _,
          Expression.Divide _,
          Expression.Increment _,
          Expression.Decrement _,
          Expression.Store _,
          Expression.DerefOf _,
          Expression.Index _,
          Expression.SizeOf _,
          Expression.Match _,
          Expression.Mid _,
          Expression.ToString _,
          Expression.Acquire _,
          Expression.Wait _,
          Expression.LoadTable _,
          Expression.Timer _ ->
          operands(Operands.of(expression));
    }
  }

  private void reference(SuperName object) {
    if (object instanceof NameString name) {
      use(name);
    } else {
      operand(object);
    }
  }

  private void call(Expression.MethodInvocation call) {
    operands(call.arguments());
    NameString method = call.method();
    if (!names.isDeclared(scope, method)) {
      problem(method + " is declared nowhere");
      return;
    }
    int wanted = Math.max(0, names.argumentCount(scope, method));
    int given = call.arguments().size();
    if (wanted != given) {
      problem(method + " takes " + wanted + " arguments and is given " + given);
    }
  }

  private void dataRef(DataRefObject object) {
    switch (object) {
      case NameString name -> use(name);
      case DataObject data -> data(data);
      case Undecoded undecoded ->
          problem(undecoded.bytes().length() + " bytes that could not be decoded");
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
              String.format(
                  "0x%x loses its upper half: revision 1 has integers of 32 bits", value));
        }
      }
      case StringConst(var value) -> {
        if (value.chars().anyMatch(c -> c > 0x7f)) {
          problem("a string has characters beyond ASCII");
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
      problem(what + " of " + Long.toUnsignedString(size) + " " + unit + " has " + initializers);
    }
  }
}
