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
import org.memslot.aml.Expression.Binary;
import org.memslot.aml.Expression.Logical;
import org.memslot.aml.Expression.Unary;

/**
 * Reads what has a value: names and calls, data objects and expressions. Keeps the scope and the
 * depth of nesting.
 */
final class ArgumentDecoder {
  private static final Expression.Timer TIMER = new Expression.Timer();
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
      case LAND_OP, LOR_OP, LNOT_OP, LEQUAL_OP, LGREATER_OP, LLESS_OP -> true;
      case DEREF_OF_OP, SIZE_OF_OP, OBJECT_TYPE_OP, REF_OF_OP -> true;
      case ADD_OP, SUBTRACT_OP, MULTIPLY_OP, MOD_OP, SHIFT_LEFT_OP, SHIFT_RIGHT_OP -> hasNoTarget();
      case AND_OP, NAND_OP, OR_OP, NOR_OP, XOR_OP, NOT_OP, CONCAT_OP, INDEX_OP -> hasNoTarget();
      case TO_BUFFER_OP, TO_DECIMAL_STRING_OP, TO_HEX_STRING_OP, TO_INTEGER_OP, TO_STRING_OP ->
          hasNoTarget();
      case MID_OP, FIND_SET_LEFT_BIT_OP, FIND_SET_RIGHT_BIT_OP, CONCAT_RES_OP -> hasNoTarget();
      default -> false;
    };
  }

  private boolean hasNoTarget() {
    int start = in.position();
    int outerDepth = depth;
    int outerLimit = in.limit();
    try {
      return switch (argument()) {
        case Binary(_, _, _, NullName _) -> true;
        case Unary(_, _, NullName _) -> true;
        case Expression.Index(_, _, NullName _) -> true;
        case Expression.Mid(_, _, _, NullName _) -> true;
        case Expression.ToString(_, _, NullName _) -> true;
        default -> false;
      };
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
  private SuperName objectName() {
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

  private SimpleName simpleName() {
    int start = in.position();
    if (objectName() instanceof SimpleName name) {
      return name;
    }
    throw in.failure(start, "an expression stands where a name, Arg or Local is needed");
  }

  private Target target() {
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
      case STORE_OP -> new Expression.Store(argument(), target());
      case REF_OF_OP -> new Expression.RefOf(objectName());
      case COND_REF_OF_OP -> new Expression.CondRefOf(objectName(), target());
      case DEREF_OF_OP -> new Expression.DerefOf(argument());
      case COPY_OBJECT_OP -> new Expression.CopyObject(argument(), simpleName());
      case INCREMENT_OP -> new Expression.Increment(superName());
      case DECREMENT_OP -> new Expression.Decrement(superName());
      case SIZE_OF_OP -> new Expression.SizeOf(superName());
      case OBJECT_TYPE_OP -> new Expression.ObjectType(objectName());
      case INDEX_OP -> new Expression.Index(argument(), argument(), target());
      case DIVIDE_OP -> new Expression.Divide(argument(), argument(), target(), target());
      case MATCH_OP ->
          new Expression.Match(
              argument(), matchOperator(), argument(), matchOperator(), argument(), argument());
      case MID_OP -> new Expression.Mid(argument(), argument(), argument(), target());
      case TO_STRING_OP -> new Expression.ToString(argument(), argument(), target());
      case ACQUIRE_OP -> new Expression.Acquire(superName(), in.readWord());
      case WAIT_OP -> new Expression.Wait(superName(), argument());
      case LOAD_OP -> new Expression.Load(in.readName(), target());
      case LOAD_TABLE_OP ->
          new Expression.LoadTable(
              argument(), argument(), argument(), argument(), argument(), argument());
      case TIMER_OP -> TIMER;
      case ADD_OP -> binary(Binary.Operator.ADD);
      case SUBTRACT_OP -> binary(Binary.Operator.SUBTRACT);
      case MULTIPLY_OP -> binary(Binary.Operator.MULTIPLY);
      case MOD_OP -> binary(Binary.Operator.MOD);
      case SHIFT_LEFT_OP -> binary(Binary.Operator.SHIFT_LEFT);
      case SHIFT_RIGHT_OP -> binary(Binary.Operator.SHIFT_RIGHT);
      case AND_OP -> binary(Binary.Operator.AND);
      case NAND_OP -> binary(Binary.Operator.NAND);
      case OR_OP -> binary(Binary.Operator.OR);
      case NOR_OP -> binary(Binary.Operator.NOR);
      case XOR_OP -> binary(Binary.Operator.XOR);
      case CONCAT_OP -> binary(Binary.Operator.CONCATENATE);
      case CONCAT_RES_OP -> binary(Binary.Operator.CONCATENATE_RES_TEMPLATE);
      case NOT_OP -> unary(Unary.Operator.NOT);
      case FIND_SET_LEFT_BIT_OP -> unary(Unary.Operator.FIND_SET_LEFT_BIT);
      case FIND_SET_RIGHT_BIT_OP -> unary(Unary.Operator.FIND_SET_RIGHT_BIT);
      case FROM_BCD_OP -> unary(Unary.Operator.FROM_BCD);
      case TO_BCD_OP -> unary(Unary.Operator.TO_BCD);
      case TO_BUFFER_OP -> unary(Unary.Operator.TO_BUFFER);
      case TO_DECIMAL_STRING_OP -> unary(Unary.Operator.TO_DECIMAL_STRING);
      case TO_HEX_STRING_OP -> unary(Unary.Operator.TO_HEX_STRING);
      case TO_INTEGER_OP -> unary(Unary.Operator.TO_INTEGER);
      case LAND_OP -> logical(Logical.Operator.LAND);
      case LOR_OP -> logical(Logical.Operator.LOR);
      case LEQUAL_OP -> logical(Logical.Operator.LEQUAL);
      case LGREATER_OP -> logical(Logical.Operator.LGREATER);
      case LLESS_OP -> logical(Logical.Operator.LLESS);
      case LNOT_OP -> not();
      default -> throw in.failure(start, "%s stands where a value is needed", opcode);
    };
  }

  private TermArg binary(Binary.Operator operator) {
    return new Binary(operator, argument(), argument(), target());
  }

  private TermArg unary(Unary.Operator operator) {
    return new Unary(operator, argument(), target());
  }

  private TermArg logical(Logical.Operator operator) {
    return new Logical(operator, argument(), argument());
  }

  private TermArg not() {
    int next = in.peek();
    if (next == Opcode.LEQUAL_OP.code()) {
      in.readByte();
      return logical(Logical.Operator.LNOT_EQUAL);
    }
    if (next == Opcode.LGREATER_OP.code()) {
      in.readByte();
      return logical(Logical.Operator.LLESS_EQUAL);
    }
    if (next == Opcode.LLESS_OP.code()) {
      in.readByte();
      return logical(Logical.Operator.LGREATER_EQUAL);
    }
    return new Expression.LNot(argument());
  }

  private Expression.Match.Operator matchOperator() {
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
