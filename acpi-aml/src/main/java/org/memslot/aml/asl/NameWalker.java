package org.memslot.aml.asl;

import java.util.List;
import org.memslot.aml.ArgObj;
import org.memslot.aml.DataObject;
import org.memslot.aml.DataRefObject;
import org.memslot.aml.DebugObj;
import org.memslot.aml.Expression;
import org.memslot.aml.FieldElement;
import org.memslot.aml.LocalObj;
import org.memslot.aml.NameString;
import org.memslot.aml.NamedObject;
import org.memslot.aml.NamespaceModifier;
import org.memslot.aml.NullName;
import org.memslot.aml.OperandVisitor;
import org.memslot.aml.PackageElement;
import org.memslot.aml.SimpleName;
import org.memslot.aml.Statement;
import org.memslot.aml.SuperName;
import org.memslot.aml.Target;
import org.memslot.aml.Term;
import org.memslot.aml.TermArg;
import org.memslot.aml.Undecoded;

/**
 * Goes through a tree in order and reports the names in it, with the scope that they stand in: what
 * is declared and what is used.
 */
abstract class NameWalker {
  private static final int UNKNOWN = NameNode.UNKNOWN;
  private static final int DEVICE = NameNode.DEVICE;
  private static final int METHOD = NameNode.METHOD;

  private final OperandVisitor operands = new OperandNames();
  private NameNode scope;

  NameWalker(NameNode root) {
    scope = root;
  }

  /** Returns the scope of the term that is being walked. */
  final NameNode scope() {
    return scope;
  }

  /** Takes a name that a term declares. */
  void declares(NameString name, int objectType) {}

  /** Takes an External. */
  void declaresExternal(NamedObject.External external) {}

  /** Takes a name that a term uses; the number of arguments counts for methods only. */
  void uses(NameString name, NameUse use, int argumentCount) {}

  final void walk(List<Term> terms) {
    for (Term term : terms) {
      walk(term);
    }
  }

  private void walk(Term term) {
    switch (term) {
      case NamespaceModifier modifier -> modifier(modifier);
      case NamedObject object -> named(object);
      case Statement statement -> statement(statement);
      case Expression.MethodInvocation call -> {
        uses(call.method(), NameUse.CALL, call.arguments().size());
        call.arguments().forEach(this::argument);
      }
      case TermArg argument -> argument(argument);
      case Undecoded undecoded -> {
        // its names are not known
      }
    }
  }

  private void inside(NameNode node, List<Term> terms) {
    NameNode outer = scope;
    scope = node;
    walk(terms);
    scope = outer;
  }

  private void modifier(NamespaceModifier modifier) {
    switch (modifier) {
      case NamespaceModifier.Alias alias -> {
        use(alias.source());
        declares(alias.alias(), UNKNOWN);
      }
      case NamespaceModifier.Name name -> {
        declares(name.name(), UNKNOWN);
        data(name.value());
      }
      case NamespaceModifier.Scope s -> {
        uses(s.location(), NameUse.SCOPE, 0);
        inside(scope.scopeOf(s.location()), s.terms());
      }
    }
  }

  private void named(NamedObject object) {
    switch (object) {
      case NamedObject.External external -> declaresExternal(external);
      case NamedObject.Device device -> container(device.name(), DEVICE, device.terms());
      case NamedObject.Method method -> container(method.name(), METHOD, method.terms());
      case NamedObject.PowerResource power -> container(power.name(), UNKNOWN, power.terms());
      case NamedObject.Processor cpu -> container(cpu.name(), UNKNOWN, cpu.terms());
      case NamedObject.ThermalZone zone -> container(zone.name(), UNKNOWN, zone.terms());
      case NamedObject.Event event -> declares(event.name(), UNKNOWN);
      case NamedObject.Mutex mutex -> declares(mutex.name(), UNKNOWN);
      case NamedObject.OperationRegion region -> {
        declares(region.name(), UNKNOWN);
        arguments(region.offset(), region.length());
      }
      case NamedObject.DataRegion region -> {
        declares(region.name(), UNKNOWN);
        arguments(region.signature(), region.oemId(), region.oemTableId());
      }
      case NamedObject.Field field -> {
        use(field.region());
        fields(field.elements());
      }
      case NamedObject.IndexField field -> {
        use(field.index());
        use(field.data());
        fields(field.elements());
      }
      case NamedObject.BankField field -> {
        use(field.region());
        use(field.bank());
        argument(field.bankValue());
        fields(field.elements());
      }
      case NamedObject.CreateField field -> {
        arguments(field.source(), field.bitIndex(), field.bits());
        declares(field.name(), UNKNOWN);
      }
      case NamedObject.CreateSizedField field -> {
        arguments(field.source(), field.index());
        declares(field.name(), UNKNOWN);
      }
    }
  }

  private void container(NameString name, int objectType, List<Term> terms) {
    declares(name, objectType);
    inside(scope.resolve(name), terms);
  }

  private void fields(List<FieldElement> elements) {
    for (FieldElement element : elements) {
      switch (element) {
        case FieldElement.NamedField field -> declares(NameString.of(field.name()), UNKNOWN);
        case FieldElement.ConnectField connect -> {
          if (connect.connection() instanceof NameString name) {
            use(name);
          }
        }
        case FieldElement.ReservedField reserved -> {
          // has no name
        }
        case FieldElement.AccessField access -> {
          // has no name
        }
        case FieldElement.ExtendedAccessField access -> {
          // has no name
        }
        case Undecoded undecoded -> {
          // its names are not known
        }
      }
    }
  }

  private void statement(Statement statement) {
    switch (statement) {
      case Statement.If block -> conditional(block);
      case Statement.While loop -> {
        argument(loop.predicate());
        walk(loop.terms());
      }
      case Statement.Notify notify -> {
        if (notify.object() instanceof NameString name) {
          uses(name, NameUse.NOTIFY, 0);
        } else {
          argument(notify.object());
        }
        argument(notify.value());
      }
      case Statement operation -> operands.visit(operation);
    }
  }

  /** Goes down a chain of ElseIfs without recursion: it may be as long as the table. */
  private void conditional(Statement.If first) {
    Statement.If block = first;
    while (true) {
      argument(block.predicate());
      walk(block.terms());
      if (block.otherwise().isEmpty()) {
        return;
      }
      List<Term> otherwise = block.otherwise().get().terms();
      if (otherwise.size() == 1 && otherwise.getFirst() instanceof Statement.If next) {
        block = next;
      } else {
        walk(otherwise);
        return;
      }
    }
  }

  private void data(DataRefObject value) {
    switch (value) {
      case NameString name -> use(name);
      case DataObject object -> argument(object);
      case Undecoded undecoded -> {
        // its names are not known
      }
    }
  }

  private void element(PackageElement element) {
    switch (element) {
      case DataRefObject value -> data(value);
      case TermArg argument -> argument(argument);
    }
  }

  private void use(NameString name) {
    uses(name, NameUse.VALUE, 0);
  }

  private void arguments(TermArg... arguments) {
    for (TermArg argument : arguments) {
      argument(argument);
    }
  }

  private void argument(TermArg argument) {
    switch (argument) {
      case NameString name -> use(name);
      case ArgObj ignored -> {}
      case LocalObj ignored -> {}
      case DebugObj ignored -> {}
      case DataObject data -> constant(data);
      case Expression expression -> expression(expression);
    }
  }

  private void constant(DataObject data) {
    switch (data) {
      case DataObject.PackageObj list -> list.elements().forEach(this::element);
      case DataObject.VarPackage list -> {
        argument(list.count());
        list.elements().forEach(this::element);
      }
      case DataObject.Buffer buffer -> argument(buffer.size());
      case DataObject.IntegerConst ignored -> {}
      case DataObject.StringConst ignored -> {}
      case DataObject.Revision ignored -> {}
    }
  }

  private void expression(Expression expression) {
    switch (expression) {
      // asks whether the name exists, so it need not be declared
      case Expression.CondRefOf(NameString _, var target) -> operands.target(target);
      case Expression.MethodInvocation e -> {
        boolean plain = e.arguments().isEmpty();
        uses(e.method(), plain ? NameUse.VALUE_CALL : NameUse.CALL, e.arguments().size());
        e.arguments().forEach(this::argument);
      }
      case Expression operation -> operands.visit(operation);
    }
  }

  private final class OperandNames extends OperandVisitor {
    @Override
    public void value(TermArg value) {
      argument(value);
    }

    @Override
    public void target(Target target) {
      switch (target) {
        case NullName none -> {
          // nowhere
        }
        case NameString name -> uses(name, NameUse.TARGET, 0);
        case Expression.MethodInvocation call when call.arguments().isEmpty() ->
            uses(call.method(), NameUse.TARGET, 0);
        case SuperName name -> argument(name);
      }
    }

    @Override
    public void replaced(SimpleName target) {
      argument(target);
    }

    @Override
    public void name(NameString name) {
      use(name);
    }
  }
}
