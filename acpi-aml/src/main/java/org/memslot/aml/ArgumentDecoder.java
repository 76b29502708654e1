package org.memslot.aml;

import java.util.List;
import java.util.function.Consumer;
import org.memslot.aml.DataObject.Buffer;
import org.memslot.aml.DataObject.IntegerConst;
import org.memslot.aml.DataObject.IntegerConst.Encoding;
import org.memslot.aml.DataObject.PackageObj;
import org.memslot.aml.DataObject.Revision;
import org.memslot.aml.DataObject.StringConst;
import org.memslot.aml.DataObject.VarPackage;

/**
 * Reads what has a value: names and calls, data objects and expressions. Keeps the scope and the
 * depth of nesting.
 */
final class ArgumentDecoder {
  private static final StringConst EMPTY_STRING = new StringConst("");
  private static final Expression.Match.Operator[] MATCH_OPERATORS =
      Expression.Match.Operator.values();
  private static final LocalObj[] LOCALS = new LocalObj[LocalObj.COUNT];
  private static final ArgObj[] ARGS = new ArgObj[ArgObj.COUNT];

  static {
    for (int i = 0; i < LOCALS.length; i++) {
      LOCALS[i] = new LocalObj(i);
    }
    for (int i = 0; i < ARGS.length; i++) {
      ARGS[i] = new ArgObj(i);
    }
  }

  private static final int DEBUG = Opcode.DEBUG_OP.code() & 0xff;

  private final AmlReader in;
  private final Namespace names;
  private final CallGuesses guesses;
  private final Consumer<ReadFailure> problems;
  private final TermStack lists;
  private int scope = Namespace.ROOT;
  private int depth;

  ArgumentDecoder(
      AmlReader in,
      Namespace names,
      CallGuesses guesses,
      TermStack lists,
      Consumer<ReadFailure> problems) {
    this.in = in;
    this.names = names;
    this.guesses = guesses;
    this.lists = lists;
    this.problems = problems;
  }

  int scope() {
    return scope;
  }

  /** Whether no declaration tells what a name is. */
  boolean isGuess(NameString name) {
    return names.isGuess(names.find(scope, name));
  }

  /** How many arguments a declaration gives a method, or 0. */
  int declaredCount(NameString name) {
    return Math.max(0, names.argumentCount(scope, name));
  }

  void setScope(int scope) {
    this.scope = scope;
  }

  int depth() {
    return depth;
  }

  void setDepth(int depth) {
    this.depth = depth;
  }

  void down(int offset) {
    if (++depth > AmlEncoder.MAX_DEPTH) {
      throw in.failure(offset, "terms are nested more than %d levels deep", AmlEncoder.MAX_DEPTH);
    }
  }

  void up() {
    depth--;
  }

  /** A TermArg: a name is a call where it is a method's. */
  TermArg argument() {
    if (AmlReader.beginsName(in.peek())) {
      return nameOrCall();
    }
    int start = in.position();
    Opcode opcode = in.readOpcode();
    down(start);
    TermArg argument = operation(opcode, start);
    depth--;
    return argument;
  }

  private SuperName nameOrCall() {
    NameString name = in.readName();
    int count = guesses.argumentCount(scope, name);
    return count < 0 ? name : call(name, count);
  }

  /** A name as a statement: always a call, also where nothing is known of it. */
  Term invocation() {
    NameString name = in.readName();
    names.doubtForeignObject(scope, name);
    return call(name, Math.max(0, guesses.argumentCount(scope, name)));
  }

  /**
   * Whether what comes next cannot begin a statement, so that it can only belong to the term
   * before: a constant, a Local, an Arg, the name of an object, an operation that does nothing but
   * give a value.
   */
  boolean isValueNext() {
    int next = in.peek();
    if (next < 0) {
      return false;
    }
    if (AmlReader.beginsName(next)) {
      int start = in.position();
      int node = names.find(scope, in.readName());
      in.moveTo(start);
      return names.isObject(node);
    }
    Opcode opcode = Opcode.plain(next);
    if (opcode == null) {
      return next == Opcode.EXT_OP_PREFIX && in.peekSecond() == DEBUG;
    }
    return switch (opcode) {
      case ZERO_OP, ONE_OP, ONES_OP, BYTE_PREFIX, WORD_PREFIX, DWORD_PREFIX, QWORD_PREFIX -> true;
      case STRING_PREFIX, BUFFER_OP, PACKAGE_OP, VAR_PACKAGE_OP, LOCAL0_OP, ARG0_OP -> true;
      case LNOT_OP, DEREF_OF_OP, SIZE_OF_OP, OBJECT_TYPE_OP, REF_OF_OP -> true;
      case INDEX_OP, TO_STRING_OP, MID_OP -> hasNoTarget(opcode);
      default -> opcode.isOperator() && hasNoTarget(opcode);
    };
  }

  /** Whether the operation that comes next, of TermArgs and a Target, stores its result nowhere. */
  private boolean hasNoTarget(Opcode opcode) {
    int target = opcode.operands().indexOf(Operand.TARGET);
    if (target < 0) {
      return true;
    }
    int start = in.position();
    int outerDepth = depth;
    int outerLimit = in.limit();
    try {
      in.readOpcode();
      down(start);
      for (int i = 0; i < target; i++) {
        argument();
      }
      return in.peek() == 0;
    } catch (ReadFailure unreadable) {
      return false;
    } finally {
      in.setLimit(outerLimit);
      in.moveTo(start);
      depth = outerDepth;
    }
  }

  private Expression.MethodInvocation call(NameString name, int count) {
    if (count == 0) {
      return new Expression.MethodInvocation(name, List.of());
    }
    down(in.position());
    TermArg[] arguments = new TermArg[count];
    for (int i = 0; i < count; i++) {
      arguments[i] = argument();
    }
    depth--;
    return new Expression.MethodInvocation(name, arguments);
  }

  /** A SuperName: a name is a call where it is a method's, as iasl compiles and reads it. */
  SuperName superName() {
    if (AmlReader.beginsName(in.peek())) {
      return nameOrCall();
    }
    return reference();
  }

  /** A SuperName in which a name is never a call: of RefOf, CondRefOf and ObjectType. */
  SuperName objectName() {
    return AmlReader.beginsName(in.peek()) ? in.readName() : reference();
  }

  private SuperName reference() {
    int start = in.position();
    if (in.peek() == 0) {
      in.readByte();
      return NameString.NULL;
    }
    Opcode opcode = in.readOpcode();
    down(start);
    TermArg argument = operation(opcode, start);
    depth--;
    if (argument instanceof SuperName name) {
      return name;
    }
    throw in.failure(start, "%s stands where a name or reference is needed", opcode);
  }

  SimpleName simpleName() {
    int start = in.position();
    if (objectName() instanceof SimpleName name) {
      return name;
    }
    throw in.failure(start, "an expression stands where a name, Arg or Local is needed");
  }

  Target target() {
    if (in.peek() == 0) {
      in.readByte();
      return NullName.NULL_NAME;
    }
    return superName();
  }

  /** The value of a Name or an element of a package. */
  DataRefObject dataRef() {
    if (AmlReader.beginsName(in.peek())) {
      return in.readName();
    }
    int start = in.position();
    if (argument() instanceof DataObject data) {
      return data;
    }
    problems.accept(in.failure(start, "an expression stands where data is needed"));
    return new Undecoded(in.window(start, in.position()));
  }

  FieldConnection connection() {
    int start = in.position();
    return switch (dataRef()) {
      case NameString name -> name;
      case Buffer buffer -> buffer;
      case DataObject _, Undecoded _ ->
          throw in.failure(start, "Connection is neither a name nor a buffer");
    };
  }

  /** Reads the operands of an expression or data object. */
  TermArg operation(Opcode opcode, int start) {
    return switch (opcode) {
      case ZERO_OP -> IntegerConst.ZERO;
      case ONE_OP -> IntegerConst.ONE;
      case ONES_OP -> IntegerConst.ONES;
      case BYTE_PREFIX -> new IntegerConst(in.readByte(), Encoding.BYTE);
      case WORD_PREFIX -> new IntegerConst(in.readWord(), Encoding.WORD);
      case DWORD_PREFIX -> new IntegerConst(in.readDword() & 0xffffffffL, Encoding.DWORD);
      case QWORD_PREFIX -> new IntegerConst(in.readQword(), Encoding.QWORD);
      case STRING_PREFIX -> {
        String text = in.readString();
        yield text.isEmpty() ? EMPTY_STRING : new StringConst(text);
      }
      case BUFFER_OP -> buffer();
      case PACKAGE_OP -> packageObj();
      case VAR_PACKAGE_OP -> varPackage();
      case REVISION_OP -> Revision.REVISION;
      case DEBUG_OP -> DebugObj.DEBUG;
      case LOCAL0_OP -> LOCALS[in.last() - Opcode.LOCAL0_OP.code()];
      case ARG0_OP -> ARGS[in.last() - Opcode.ARG0_OP.code()];
      default -> {
        Expression expression = opcode.readExpression(this);
        if (expression == null) {
          throw in.failure(start, "%s stands where a value is needed", opcode);
        }
        yield expression;
      }
    };
  }

  NameString name() {
    return in.readName();
  }

  int byteData() {
    return in.readByte();
  }

  int wordData() {
    return in.readWord();
  }

  int dwordData() {
    return in.readDword();
  }

  Expression.Match.Operator matchOperator() {
    int offset = in.position();
    int code = in.readByte();
    if (code >= MATCH_OPERATORS.length) {
      throw in.failure(offset, "Match operator %d is more than 5", code);
    }
    return MATCH_OPERATORS[code];
  }

  private DataObject buffer() {
    int end = in.readPackageEnd();
    PkgLengthWidth width = in.width();
    int outerLimit = in.limit();
    in.setLimit(end);
    TermArg size = argument();
    ByteList initializer = in.rest();
    in.setLimit(outerLimit);
    return new Buffer(size, initializer, width);
  }

  private DataObject packageObj() {
    int end = in.readPackageEnd();
    PkgLengthWidth width = in.width();
    int outerLimit = in.limit();
    in.setLimit(end);
    int count = in.readByte();
    List<PackageElement> elements = elements();
    in.setLimit(outerLimit);
    return new PackageObj(count, elements, width);
  }

  private DataObject varPackage() {
    int end = in.readPackageEnd();
    PkgLengthWidth width = in.width();
    int outerLimit = in.limit();
    in.setLimit(end);
    TermArg count = argument();
    List<PackageElement> elements = elements();
    in.setLimit(outerLimit);
    return new VarPackage(count, elements, width);
  }

  private List<PackageElement> elements() {
    if (!in.hasMore()) {
      return List.of();
    }
    int end = in.limit();
    int outerDepth = depth;
    int mark = lists.mark();
    while (in.hasMore()) {
      int start = in.position();
      int innerMark = lists.mark();
      try {
        lists.push(AmlReader.beginsName(in.peek()) ? in.readName() : argument());
      } catch (ReadFailure failure) {
        problems.accept(failure);
        depth = outerDepth;
        lists.dropFrom(innerMark);
        in.setLimit(end);
        in.moveTo(end);
        lists.push(new Undecoded(in.window(start, end)));
      }
    }
    return lists.popFrom(mark, PackageElement.class);
  }
}
