package org.memslot.aml;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.memslot.aml.NamedObject.CreateSizedField;
import org.memslot.aml.NamedObject.CreateSizedField.Size;

/** Reads lists of terms, named objects and statements; the second pass over a table. */
final class TermDecoder {
  private final AmlReader in;
  private final Namespace names;
  private final List<AmlProblem> problems;
  private final TermStack lists = new TermStack();
  private final ArgumentDecoder arguments;
  private final CallGuesses guesses;
  private final TrialReader trials;

  TermDecoder(AmlReader in, Namespace names, CallGuesses guesses, List<AmlProblem> problems) {
    this.in = in;
    this.names = names;
    this.guesses = guesses;
    this.problems = problems;
    this.arguments = new ArgumentDecoder(in, names, guesses, lists, this::problem);
    this.trials = new TrialReader(in, arguments, guesses, lists);
  }

  /**
   * Reads terms up to {@code end}, whatever the bytes are.
   *
   * @param node the namespace node in whose scope they stand
   */
  List<Term> terms(int end, int node) {
    int outerLimit = in.limit();
    int outerScope = arguments.scope();
    int outerDepth = arguments.depth();
    in.beginList(end);
    arguments.setScope(node);
    int mark = lists.mark();
    while (in.hasMore()) {
      int start = in.position();
      int innerMark = lists.mark();
      guesses.begin();
      try {
        Term term = term();
        lists.push(guesses.metCount() == 0 ? term : settled(start, term, this::term));
      } catch (ReadFailure failure) {
        in.setLimit(end);
        arguments.setScope(node);
        arguments.setDepth(outerDepth);
        lists.dropFrom(innerMark);
        lists.push(guesses.metCount() == 0 ? undecoded(start, failure) : reread(start, failure));
      }
    }
    in.setLimit(outerLimit);
    arguments.setScope(outerScope);
    guesses.begin();
    return lists.popFrom(mark, Term.class);
  }

  /**
   * A term that was read, or another reading of the same bytes where something is left over behind
   * it that can only be an argument of a call in it.
   */
  private <T> T settled(int start, T term, Supplier<T> again) {
    if (!arguments.isValueNext()) {
      return term;
    }
    int end = in.position();
    T other = trials.read(start, again, (name, count) -> mismatch(start, name, count));
    if (other == null) {
      in.moveTo(end);
      return term;
    }
    return other;
  }

  /** The bytes of a term that cannot be read; the reader goes on behind them. */
  private Undecoded undecoded(int start, ReadFailure failure) {
    problem(failure);
    int resume = Recovery.resumeAt(in, start);
    in.moveTo(resume);
    return new Undecoded(in.window(start, resume));
  }

  /** Another reading of a term that cannot be read, or its bytes where there is none. */
  private Term reread(int start, ReadFailure failure) {
    int offset = failure.offset();
    String reason = problems.size() < AmlDecoder.MAX_PROBLEMS ? failure.reason() : "";
    Term other = otherReading(start, this::term);
    if (other != null) {
      return other;
    }
    problem(offset, reason);
    int resume = Recovery.resumeAt(in, start);
    in.moveTo(resume);
    return new Undecoded(in.window(start, resume));
  }

  /** Another reading of a term that cannot be read with the numbers of arguments that it has. */
  private <T> @Nullable T otherReading(int start, Supplier<T> again) {
    TrialReader.Mismatch mismatch = (name, count) -> mismatch(start, name, count);
    T other = trials.read(start, again, mismatch);
    return other != null ? other : trials.readAgainstDeclarations(start, again, mismatch);
  }

  private void problem(ReadFailure failure) {
    if (trials.isRunning()) {
      trials.fail();
      return;
    }
    if (problems.size() < AmlDecoder.MAX_PROBLEMS) {
      problem(failure.offset(), failure.reason());
    }
  }

  private void problem(int offset, String reason) {
    if (problems.size() < AmlDecoder.MAX_PROBLEMS) {
      problems.add(new AmlProblem(offset, names.path(arguments.scope()), reason));
    }
  }

  private void mismatch(int offset, NameString name, int count) {
    if (problems.size() < AmlDecoder.MAX_PROBLEMS) {
      problems.add(
          new AmlProblem(
              AmlRule.CALL_ARGUMENTS,
              offset,
              names.path(arguments.scope()),
              name
                  + " is called with "
                  + count
                  + (count == 1 ? " argument" : " arguments")
                  + "; it has "
                  + arguments.declaredCount(name)));
    }
  }

  private Term term() {
    if (AmlReader.beginsName(in.peek())) {
      return arguments.invocation();
    }
    int start = in.position();
    Opcode opcode = in.readOpcode();
    arguments.down(start);
    Term term =
        switch (opcode) {
          case ALIAS_OP -> alias();
          case NAME_OP -> {
            NameString name = declared();
            yield new NamespaceModifier.Name(name, arguments.dataRef());
          }
          case SCOPE_OP -> {
            int end = in.readPackageEnd();
            PkgLengthWidth width = in.width();
            NameString location = in.readName();
            int node = names.open(arguments.scope(), location);
            yield new NamespaceModifier.Scope(location, terms(end, node), width);
          }
          case EXTERNAL_OP -> external(start);
          case OP_REGION_OP ->
              new NamedObject.OperationRegion(
                  declared(),
                  new RegionSpace(in.readByte()),
                  arguments.argument(),
                  arguments.argument());
          case DATA_REGION_OP ->
              new NamedObject.DataRegion(
                  declared(), arguments.argument(), arguments.argument(), arguments.argument());
          case FIELD_OP -> field();
          case INDEX_FIELD_OP -> indexField();
          case BANK_FIELD_OP -> bankField();
          case CREATE_FIELD_OP ->
              new NamedObject.CreateField(
                  arguments.argument(), arguments.argument(), arguments.argument(), declared());
          case CREATE_BIT_FIELD_OP -> createField(Size.BIT);
          case CREATE_BYTE_FIELD_OP -> createField(Size.BYTE);
          case CREATE_WORD_FIELD_OP -> createField(Size.WORD);
          case CREATE_DWORD_FIELD_OP -> createField(Size.DWORD);
          case CREATE_QWORD_FIELD_OP -> createField(Size.QWORD);
          case DEVICE_OP -> {
            int end = in.readPackageEnd();
            PkgLengthWidth width = in.width();
            NameString name = in.readName();
            yield new NamedObject.Device(name, terms(end, declare(name)), width);
          }
          case METHOD_OP -> method();
          case EVENT_OP -> new NamedObject.Event(declared());
          case MUTEX_OP -> mutex();
          case POWER_RES_OP -> {
            int end = in.readPackageEnd();
            PkgLengthWidth width = in.width();
            NameString name = in.readName();
            int level = in.readByte();
            int order = in.readWord();
            yield new NamedObject.PowerResource(
                name, level, order, terms(end, declare(name)), width);
          }
          case PROCESSOR_OP -> {
            int end = in.readPackageEnd();
            PkgLengthWidth width = in.width();
            NameString name = in.readName();
            int id = in.readByte();
            int address = in.readDword();
            int length = in.readByte();
            yield new NamedObject.Processor(
                name, id, address, length, terms(end, declare(name)), width);
          }
          case THERMAL_ZONE_OP -> {
            int end = in.readPackageEnd();
            PkgLengthWidth width = in.width();
            NameString name = in.readName();
            yield new NamedObject.ThermalZone(name, terms(end, declare(name)), width);
          }
          case IF_OP -> ifElse();
          case ELSE_OP -> throw in.failure(start, "an Else without If");
          case WHILE_OP -> {
            int end = in.readPackageEnd();
            PkgLengthWidth width = in.width();
            TermArg predicate = predicate(end);
            yield new Statement.While(predicate, terms(end, arguments.scope()), width);
          }
          default -> {
            Statement statement = opcode.readStatement(arguments);
            yield statement != null ? statement : arguments.operation(opcode, start);
          }
        };
    arguments.up();
    return term;
  }

  private int declare(NameString name) {
    return names.declare(arguments.scope(), name, Namespace.OBJECT);
  }

  private NameString declared() {
    NameString name = in.readName();
    declare(name);
    return name;
  }

  private Term alias() {
    NameString source = in.readName();
    NameString alias = in.readName();
    int node = names.open(arguments.scope(), source);
    names.declare(arguments.scope(), alias, Namespace.aliasOf(node));
    return new NamespaceModifier.Alias(source, alias);
  }

  private Term external(int start) {
    NameString name = in.readName();
    int type = in.readByte();
    int count = in.readByte();
    if (count > ArgObj.COUNT && count != NamedObject.External.UNSPECIFIED_ARGUMENTS) {
      throw in.failure(start, "External has %d arguments; a method has at most 7", count);
    }
    return new NamedObject.External(name, type, count);
  }

  private Term createField(Size size) {
    return new CreateSizedField(size, arguments.argument(), arguments.argument(), declared());
  }

  private Term mutex() {
    NameString name = declared();
    int offset = in.position();
    int flags = in.readByte();
    if (flags > 15) {
      throw in.failure(offset, "Mutex flags use reserved bits");
    }
    return new NamedObject.Mutex(name, flags);
  }

  private Term method() {
    int end = in.readPackageEnd();
    PkgLengthWidth width = in.width();
    NameString name = in.readName();
    int flags = in.readByte();
    int argumentCount = flags & 7;
    int node = names.declare(arguments.scope(), name, argumentCount);
    if (in.holds(Opcode.METHOD_OP, end)) {
      DeclarationScanner.scanBody(in.from(end), node, names);
    }
    return new NamedObject.Method(
        name, argumentCount, (flags & 8) != 0, flags >> 4, terms(end, node), width);
  }

  private Term ifElse() {
    int end = in.readPackageEnd();
    PkgLengthWidth width = in.width();
    TermArg predicate = predicate(end);
    List<Term> then = terms(end, arguments.scope());
    Optional<Statement.Else> otherwise = Optional.empty();
    if (in.peek() == Opcode.ELSE_OP.code()) {
      in.readByte();
      int elseEnd = in.readPackageEnd();
      PkgLengthWidth elseWidth = in.width();
      otherwise = Optional.of(new Statement.Else(terms(elseEnd, arguments.scope()), elseWidth));
    }
    return new Statement.If(predicate, then, otherwise, width);
  }

  private TermArg predicate(int end) {
    int outerLimit = in.limit();
    in.setLimit(end);
    int start = in.position();
    int depth = arguments.depth();
    int mark = lists.mark();
    guesses.begin();
    TermArg predicate;
    try {
      predicate = arguments.argument();
      if (guesses.metCount() > 0) {
        predicate = settled(start, predicate, arguments::argument);
      }
    } catch (ReadFailure failure) {
      if (guesses.metCount() == 0) {
        throw failure;
      }
      in.setLimit(end);
      arguments.setDepth(depth);
      lists.dropFrom(mark);
      TermArg other = otherReading(start, arguments::argument);
      guesses.begin();
      if (other == null) {
        in.moveTo(start);
        other = arguments.argument();
        guesses.begin();
      }
      predicate = other;
    }
    in.setLimit(outerLimit);
    return predicate;
  }

  private Term field() {
    int end = in.readPackageEnd();
    PkgLengthWidth width = in.width();
    NameString region = in.readName();
    FieldFlags flags = fieldFlags();
    return new NamedObject.Field(region, flags, fieldElements(end), width);
  }

  private Term indexField() {
    int end = in.readPackageEnd();
    PkgLengthWidth width = in.width();
    NameString index = in.readName();
    NameString data = in.readName();
    FieldFlags flags = fieldFlags();
    return new NamedObject.IndexField(index, data, flags, fieldElements(end), width);
  }

  private Term bankField() {
    int end = in.readPackageEnd();
    PkgLengthWidth width = in.width();
    NameString region = in.readName();
    NameString bank = in.readName();
    TermArg value = arguments.argument();
    FieldFlags flags = fieldFlags();
    return new NamedObject.BankField(region, bank, value, flags, fieldElements(end), width);
  }

  private FieldFlags fieldFlags() {
    int offset = in.position();
    int flags = in.readByte();
    if (!FieldFlags.isDefined(flags)) {
      throw in.failure(offset, "field flags 0x%02x use reserved values", flags);
    }
    return FieldFlags.of(flags);
  }

  private List<FieldElement> fieldElements(int end) {
    int outerLimit = in.limit();
    in.beginList(end);
    int outerDepth = arguments.depth();
    int mark = lists.mark();
    while (in.hasMore()) {
      int start = in.position();
      int innerMark = lists.mark();
      try {
        lists.push(fieldElement());
      } catch (ReadFailure failure) {
        problem(failure);
        lists.dropFrom(innerMark);
        arguments.setDepth(outerDepth);
        in.setLimit(end);
        in.moveTo(end);
        lists.push(new Undecoded(in.window(start, end)));
      }
    }
    in.setLimit(outerLimit);
    return lists.popFrom(mark, FieldElement.class);
  }

  private FieldElement fieldElement() {
    return switch (in.peek()) {
      case FieldElement.RESERVED -> {
        in.skip(1);
        int bits = in.readBits();
        yield new FieldElement.ReservedField(bits, in.width());
      }
      case FieldElement.ACCESS -> {
        in.skip(1);
        yield new FieldElement.AccessField(in.readByte(), in.readByte());
      }
      case FieldElement.CONNECT -> {
        in.skip(1);
        yield new FieldElement.ConnectField(arguments.connection());
      }
      case FieldElement.EXTENDED_ACCESS -> {
        in.skip(1);
        yield new FieldElement.ExtendedAccessField(in.readByte(), in.readByte(), in.readByte());
      }
      default -> {
        NameSeg name = in.readNameSeg();
        int bits = in.readBits();
        names.declare(arguments.scope(), name.packed(), Namespace.OBJECT);
        yield new FieldElement.NamedField(name, bits, in.width());
      }
    };
  }
}
