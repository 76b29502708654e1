package org.memslot.aml.asl;

import java.util.List;
import java.util.Set;
import org.memslot.aml.DataObject;
import org.memslot.aml.Expression;
import org.memslot.aml.NameString;
import org.memslot.aml.NamedObject;
import org.memslot.aml.NamespaceModifier;
import org.memslot.aml.RegionSpace;
import org.memslot.aml.Statement;
import org.memslot.aml.SuperName;
import org.memslot.aml.Term;
import org.memslot.aml.TermArg;
import org.memslot.aml.Undecoded;

/** Prints terms: objects, statements and the blocks they have. */
final class TermPrinter {
  /** The names whose value is a hardware id. */
  private static final Set<String> ID_NAMES = Set.of("_HID", "_CID");

  private final AslWriter out;
  private final AslOptions options;
  private final UsedNames names;
  private final ExpressionPrinter expressions;
  private final FieldPrinter fields;

  private NameNode scope;

  TermPrinter(AslWriter out, AslOptions options, UsedNames names, ResourceTags tags) {
    this.out = out;
    this.options = options;
    this.names = names;
    this.scope = names.root();
    this.expressions = new ExpressionPrinter(out, options, this::isMethod, tags);
    this.fields = new FieldPrinter(out, expressions);
  }

  private boolean isMethod(NameString name) {
    return names.isMethod(scope, name);
  }

  /** Prints terms, each on lines of its own. */
  void printBlockOf(List<? extends Term> terms) {
    for (Term term : terms) {
      term(term);
    }
  }

  private void term(Term term) {
    switch (term) {
      case NamespaceModifier modifier -> modifier(modifier);
      case NamedObject object -> named(object);
      case Statement statement -> statement(statement);
      case Expression expression -> {
        expressions.printStatement(expression);
        out.end();
      }
      case DataObject constant -> constantAsStatement(constant);
      case SuperName name -> argumentAsStatement(name);
      case Undecoded undecoded -> out.line(DataPrinter.undecoded(undecoded));
    }
  }

  /** Prints a constant that stands as a statement: ASL has none, and it does nothing. */
  private void constantAsStatement(DataObject constant) {
    switch (constant) {
      case DataObject.IntegerConst integer -> {
        out.add("// ");
        expressions.print(integer);
        out.add(" as a statement: no effect, and no form in ASL").end();
      }
      case DataObject.StringConst string -> {
        out.add("// ");
        expressions.print(string);
        out.add(" as a statement: no effect, and no form in ASL").end();
      }
      case DataObject.Revision revision ->
          out.line("// Revision as a statement: no effect, and no form in ASL");
      case DataObject.Buffer buffer -> argumentAsStatement(buffer);
      case DataObject.PackageObj list -> argumentAsStatement(list);
      case DataObject.VarPackage list -> argumentAsStatement(list);
    }
  }

  /** Prints what the grammar does not allow as a statement; no compiler takes it. */
  private void argumentAsStatement(TermArg argument) {
    expressions.print(argument);
    out.end();
  }

  private void modifier(NamespaceModifier modifier) {
    switch (modifier) {
      case NamespaceModifier.Alias alias ->
          out.line("Alias (" + text(alias.source()) + ", " + text(alias.alias()) + ")");
      case NamespaceModifier.Name name -> {
        out.add("Name (" + text(name.name()) + ", ");
        comment(name.name());
        if (isIdName(name.name())) {
          expressions.data().printIds(name.value());
        } else {
          expressions.data().print(name.value());
        }
        out.line(")");
      }
      case NamespaceModifier.Scope s ->
          container(
              "Scope (" + text(s.location()) + ")",
              s.location(),
              scope.scopeOf(s.location()),
              s.terms());
    }
  }

  private static boolean isIdName(NameString name) {
    return !name.segments().isEmpty() && ID_NAMES.contains(name.segments().getLast().toString());
  }

  private void comment(NameString name) {
    if (options.comments() && !name.segments().isEmpty()) {
      boolean ofEvents = name.segments().size() == 1 ? scope.isEvents() : isEvents(name);
      PredefinedNames.describe(name.segments().getLast().toString(), ofEvents)
          .ifPresent(out::comment);
    }
  }

  private static boolean isEvents(NameString path) {
    return path.segments().get(path.segments().size() - 2).equals(NameNode.EVENTS);
  }

  private void container(String head, NameString name, List<Term> terms) {
    container(head, name, scope.resolve(name), terms);
  }

  private void container(String head, NameString name, NameNode node, List<Term> terms) {
    out.gap();
    out.add(head);
    comment(name);
    out.end();
    NameNode outer = scope;
    scope = node;
    block(terms);
    scope = outer;
    out.end();
  }

  private void block(List<Term> terms) {
    out.open();
    printBlockOf(terms);
    out.close();
  }

  private void named(NamedObject object) {
    switch (object) {
      case NamedObject.Device e ->
          container("Device (" + text(e.name()) + ")", e.name(), e.terms());
      case NamedObject.Method e -> container(head(e), e.name(), e.terms());
      case NamedObject.PowerResource e -> container(head(e), e.name(), e.terms());
      case NamedObject.Processor e -> container(head(e), e.name(), e.terms());
      case NamedObject.ThermalZone e ->
          container("ThermalZone (" + text(e.name()) + ")", e.name(), e.terms());
      case NamedObject simple -> simple(simple);
    }
  }

  /** Prints what holds no terms. Apart from the others, so that these nest on little stack. */
  private void simple(NamedObject object) {
    switch (object) {
      case NamedObject.Device _,
          NamedObject.Method _,
          NamedObject.PowerResource _,
          NamedObject.Processor _,
          NamedObject.ThermalZone _ ->
          throw new IllegalArgumentException("it holds terms: " + object);
      case NamedObject.External e -> {
        // printed at the beginning
      }
      case NamedObject.OperationRegion e ->
          call(
              "OperationRegion (" + text(e.name()) + ", " + space(e.space()),
              e.offset(),
              e.length());
      case NamedObject.DataRegion e ->
          call("DataTableRegion (" + text(e.name()), e.signature(), e.oemId(), e.oemTableId());
      case NamedObject.Field e -> {
        out.line("Field (" + text(e.region()) + ", " + FieldPrinter.flags(e.flags()) + ")");
        fields.elements(e.elements());
        out.end();
      }
      case NamedObject.IndexField e -> {
        out.line(
            "IndexField ("
                + text(e.index())
                + ", "
                + text(e.data())
                + ", "
                + FieldPrinter.flags(e.flags())
                + ")");
        fields.elements(e.elements());
        out.end();
      }
      case NamedObject.BankField e -> {
        out.add("BankField (" + text(e.region()) + ", " + text(e.bank()) + ", ");
        expressions.print(e.bankValue());
        out.line(", " + FieldPrinter.flags(e.flags()) + ")");
        fields.elements(e.elements());
        out.end();
      }
      case NamedObject.CreateField e -> {
        out.add("CreateField (");
        arguments(List.of(e.source(), e.bitIndex(), e.bits()));
        out.line(", " + text(e.name()) + ")");
      }
      case NamedObject.CreateSizedField e -> {
        out.add(createOperator(e.size()) + " (");
        arguments(List.of(e.source(), e.index()));
        out.line(", " + text(e.name()) + ")");
      }
      case NamedObject.Event e -> out.line("Event (" + text(e.name()) + ")");
      case NamedObject.Mutex e ->
          out.add("Mutex (").add(text(e.name())).add(", ").hex(e.syncLevel(), 2).add(")").end();
    }
  }

  private static String head(NamedObject.PowerResource e) {
    return "PowerResource (%s, 0x%02X, 0x%04X)"
        .formatted(text(e.name()), e.systemLevel(), e.resourceOrder());
  }

  private static String head(NamedObject.Processor e) {
    return "Processor (%s, 0x%02X, 0x%08X, 0x%02X)"
        .formatted(text(e.name()), e.id(), e.blockAddress(), e.blockLength());
  }

  private static String head(NamedObject.Method e) {
    StringBuilder head = new StringBuilder("Method (" + text(e.name()) + ", " + e.argumentCount());
    head.append(e.serialized() ? ", Serialized" : ", NotSerialized");
    if (e.syncLevel() != 0) {
      head.append(", ").append(e.syncLevel());
    }
    return head.append(")").toString();
  }

  private static String createOperator(NamedObject.CreateSizedField.Size size) {
    return switch (size) {
      case BIT -> "CreateBitField";
      case BYTE -> "CreateByteField";
      case WORD -> "CreateWordField";
      case DWORD -> "CreateDWordField";
      case QWORD -> "CreateQWordField";
    };
  }

  private static String space(RegionSpace space) {
    return switch (space.value()) {
      case 0x00 -> "SystemMemory";
      case 0x01 -> "SystemIO";
      case 0x02 -> "PCI_Config";
      case 0x03 -> "EmbeddedControl";
      case 0x04 -> "SMBus";
      case 0x05 -> "SystemCMOS";
      case 0x06 -> "PciBarTarget";
      case 0x07 -> "IPMI";
      case 0x08 -> "GeneralPurposeIo";
      case 0x09 -> "GenericSerialBus";
      case 0x0A -> "PCC";
      case 0x0B -> "PlatformRtMechanism";
      case 0x7F -> "FFixedHW";
      default -> "0x%02X".formatted(space.value());
    };
  }

  private void statement(Statement statement) {
    switch (statement) {
      case Statement.If s -> {
        if (Externals.isBlock(s)) {
          // the Externals are at the beginning
          printBlockOf(s.terms());
        } else {
          conditional(s);
        }
      }
      case Statement.While s -> {
        call("While (", s.predicate());
        block(s.terms());
        out.end();
      }
      case Statement.Return s -> {
        out.add("Return (");
        if (isIdName(scope.toName()) && s.value() instanceof DataObject constant) {
          expressions.data().printIds(constant);
        } else {
          expressions.print(s.value());
        }
        out.line(")");
      }
      case Statement operation -> {
        expressions.print(operation);
        out.end();
      }
    }
  }

  /** Prints If, ElseIf and Else; goes down the chain without recursion. */
  private void conditional(Statement.If first) {
    call("If (", first.predicate());
    block(first.terms());
    out.end();
    Statement.If last = first;
    while (last.otherwise().isPresent()) {
      List<Term> otherwise = last.otherwise().get().terms();
      if (otherwise.size() == 1 && otherwise.getFirst() instanceof Statement.If next) {
        call("ElseIf (", next.predicate());
        block(next.terms());
        last = next;
      } else {
        out.line("Else");
        block(otherwise);
        out.end();
        return;
      }
      out.end();
    }
  }

  /** Prints a head that may have begun its arguments, more arguments, and the end of the line. */
  private void call(String head, TermArg... arguments) {
    out.add(head.endsWith("(") ? head : head + ", ");
    arguments(List.of(arguments));
    out.line(")");
  }

  private void arguments(List<? extends TermArg> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      out.add(i == 0 ? "" : ", ");
      expressions.print(arguments.get(i));
    }
  }

  private static String text(NameString name) {
    return ExpressionPrinter.text(name);
  }
}
