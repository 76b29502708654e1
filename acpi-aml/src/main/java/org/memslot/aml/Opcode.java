package org.memslot.aml;

import static org.memslot.aml.Operand.BYTE;
import static org.memslot.aml.Operand.DATA_REF;
import static org.memslot.aml.Operand.DWORD;
import static org.memslot.aml.Operand.LIST;
import static org.memslot.aml.Operand.MATCH_OPERATOR;
import static org.memslot.aml.Operand.NAME;
import static org.memslot.aml.Operand.OBJECT_NAME;
import static org.memslot.aml.Operand.PKG_LENGTH;
import static org.memslot.aml.Operand.QWORD;
import static org.memslot.aml.Operand.SIMPLE_NAME;
import static org.memslot.aml.Operand.STRING;
import static org.memslot.aml.Operand.SUPER_NAME;
import static org.memslot.aml.Operand.TARGET;
import static org.memslot.aml.Operand.TERM_ARG;
import static org.memslot.aml.Operand.WORD;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.memslot.aml.Expression.Binary;
import org.memslot.aml.Expression.Logical;
import org.memslot.aml.Expression.Unary;

/**
 * Every opcode of AML with its bytes, the name of its operator in ASL and its operands (ACPI 6.5,
 * table 20.1 and chapter 20.2). The decoder, the encoder, the checks and the printer use this
 * table.
 *
 * <p>An expression or statement without a list of terms has three entries here: its row, how its
 * record is read in {@link #readExpression} or {@link #readStatement}, and the record's components
 * in {@link #write(Expression, OperandSink)} or {@link #write(Statement, OperandSink)}. All three
 * have the order of the bytes. An operator of {@link Binary}, {@link Unary} or {@link Logical} has
 * only a row.
 */
enum Opcode {
  ZERO_OP(0x00),
  ONE_OP(0x01),
  ALIAS_OP(0x06, NAME, NAME),
  NAME_OP(0x08, NAME, DATA_REF),
  BYTE_PREFIX(0x0a, BYTE),
  WORD_PREFIX(0x0b, WORD),
  DWORD_PREFIX(0x0c, DWORD),
  STRING_PREFIX(0x0d, STRING),
  QWORD_PREFIX(0x0e, QWORD),
  SCOPE_OP(0x10, PKG_LENGTH, NAME, LIST),
  BUFFER_OP(0x11, PKG_LENGTH, TERM_ARG, LIST),
  PACKAGE_OP(0x12, PKG_LENGTH, BYTE, LIST),
  VAR_PACKAGE_OP(0x13, PKG_LENGTH, TERM_ARG, LIST),
  METHOD_OP(0x14, PKG_LENGTH, NAME, BYTE, LIST),
  EXTERNAL_OP(0x15, NAME, BYTE, BYTE),
  MUTEX_OP(0x5b01, NAME, BYTE),
  EVENT_OP(0x5b02, NAME),
  COND_REF_OF_OP(0x5b12, "CondRefOf", OBJECT_NAME, TARGET),
  CREATE_FIELD_OP(0x5b13, TERM_ARG, TERM_ARG, TERM_ARG, NAME),
  LOAD_TABLE_OP(0x5b1f, "LoadTable", TERM_ARG, TERM_ARG, TERM_ARG, TERM_ARG, TERM_ARG, TERM_ARG),
  LOAD_OP(0x5b20, "Load", NAME, TARGET),
  STALL_OP(0x5b21, "Stall", TERM_ARG),
  SLEEP_OP(0x5b22, "Sleep", TERM_ARG),
  ACQUIRE_OP(0x5b23, "Acquire", SUPER_NAME, WORD),
  SIGNAL_OP(0x5b24, "Signal", SUPER_NAME),
  WAIT_OP(0x5b25, "Wait", SUPER_NAME, TERM_ARG),
  RESET_OP(0x5b26, "Reset", SUPER_NAME),
  RELEASE_OP(0x5b27, "Release", SUPER_NAME),
  FROM_BCD_OP(0x5b28, "FromBCD", Unary.Operator.FROM_BCD),
  TO_BCD_OP(0x5b29, "ToBCD", Unary.Operator.TO_BCD),
  UNLOAD_OP(0x5b2a, "Unload", SUPER_NAME),
  REVISION_OP(0x5b30),
  DEBUG_OP(0x5b31),
  FATAL_OP(0x5b32, "Fatal", BYTE, DWORD, TERM_ARG),
  TIMER_OP(0x5b33, "Timer"),
  OP_REGION_OP(0x5b80, NAME, BYTE, TERM_ARG, TERM_ARG),
  FIELD_OP(0x5b81, PKG_LENGTH, NAME, BYTE, LIST),
  DEVICE_OP(0x5b82, PKG_LENGTH, NAME, LIST),
  PROCESSOR_OP(0x5b83, PKG_LENGTH, NAME, BYTE, DWORD, BYTE, LIST),
  POWER_RES_OP(0x5b84, PKG_LENGTH, NAME, BYTE, WORD, LIST),
  THERMAL_ZONE_OP(0x5b85, PKG_LENGTH, NAME, LIST),
  INDEX_FIELD_OP(0x5b86, PKG_LENGTH, NAME, NAME, BYTE, LIST),
  BANK_FIELD_OP(0x5b87, PKG_LENGTH, NAME, NAME, TERM_ARG, BYTE, LIST),
  DATA_REGION_OP(0x5b88, NAME, TERM_ARG, TERM_ARG, TERM_ARG),
  LOCAL0_OP(0x60),
  ARG0_OP(0x68),
  STORE_OP(0x70, "Store", TERM_ARG, TARGET),
  REF_OF_OP(0x71, "RefOf", OBJECT_NAME),
  ADD_OP(0x72, "Add", Binary.Operator.ADD),
  CONCAT_OP(0x73, "Concatenate", Binary.Operator.CONCATENATE),
  SUBTRACT_OP(0x74, "Subtract", Binary.Operator.SUBTRACT),
  INCREMENT_OP(0x75, "Increment", SUPER_NAME),
  DECREMENT_OP(0x76, "Decrement", SUPER_NAME),
  MULTIPLY_OP(0x77, "Multiply", Binary.Operator.MULTIPLY),
  DIVIDE_OP(0x78, "Divide", TERM_ARG, TERM_ARG, TARGET, TARGET),
  SHIFT_LEFT_OP(0x79, "ShiftLeft", Binary.Operator.SHIFT_LEFT),
  SHIFT_RIGHT_OP(0x7a, "ShiftRight", Binary.Operator.SHIFT_RIGHT),
  AND_OP(0x7b, "And", Binary.Operator.AND),
  NAND_OP(0x7c, "NAnd", Binary.Operator.NAND),
  OR_OP(0x7d, "Or", Binary.Operator.OR),
  NOR_OP(0x7e, "NOr", Binary.Operator.NOR),
  XOR_OP(0x7f, "Xor", Binary.Operator.XOR),
  NOT_OP(0x80, "Not", Unary.Operator.NOT),
  FIND_SET_LEFT_BIT_OP(0x81, "FindSetLeftBit", Unary.Operator.FIND_SET_LEFT_BIT),
  FIND_SET_RIGHT_BIT_OP(0x82, "FindSetRightBit", Unary.Operator.FIND_SET_RIGHT_BIT),
  DEREF_OF_OP(0x83, "DerefOf", TERM_ARG),
  CONCAT_RES_OP(0x84, "ConcatenateResTemplate", Binary.Operator.CONCATENATE_RES_TEMPLATE),
  MOD_OP(0x85, "Mod", Binary.Operator.MOD),
  NOTIFY_OP(0x86, "Notify", SUPER_NAME, TERM_ARG),
  SIZE_OF_OP(0x87, "SizeOf", SUPER_NAME),
  INDEX_OP(0x88, "Index", TERM_ARG, TERM_ARG, TARGET),
  MATCH_OP(0x89, "Match", TERM_ARG, MATCH_OPERATOR, TERM_ARG, MATCH_OPERATOR, TERM_ARG, TERM_ARG),
  CREATE_DWORD_FIELD_OP(0x8a, TERM_ARG, TERM_ARG, NAME),
  CREATE_WORD_FIELD_OP(0x8b, TERM_ARG, TERM_ARG, NAME),
  CREATE_BYTE_FIELD_OP(0x8c, TERM_ARG, TERM_ARG, NAME),
  CREATE_BIT_FIELD_OP(0x8d, TERM_ARG, TERM_ARG, NAME),
  OBJECT_TYPE_OP(0x8e, "ObjectType", OBJECT_NAME),
  CREATE_QWORD_FIELD_OP(0x8f, TERM_ARG, TERM_ARG, NAME),
  LAND_OP(0x90, "LAnd", Logical.Operator.LAND),
  LOR_OP(0x91, "LOr", Logical.Operator.LOR),
  LNOT_OP(0x92, "LNot", TERM_ARG),
  LEQUAL_OP(0x93, "LEqual", Logical.Operator.LEQUAL),
  LGREATER_OP(0x94, "LGreater", Logical.Operator.LGREATER),
  LLESS_OP(0x95, "LLess", Logical.Operator.LLESS),
  LNOT_EQUAL_OP(0x9293, "LNotEqual", Logical.Operator.LNOT_EQUAL),
  LLESS_EQUAL_OP(0x9294, "LLessEqual", Logical.Operator.LLESS_EQUAL),
  LGREATER_EQUAL_OP(0x9295, "LGreaterEqual", Logical.Operator.LGREATER_EQUAL),
  TO_BUFFER_OP(0x96, "ToBuffer", Unary.Operator.TO_BUFFER),
  TO_DECIMAL_STRING_OP(0x97, "ToDecimalString", Unary.Operator.TO_DECIMAL_STRING),
  TO_HEX_STRING_OP(0x98, "ToHexString", Unary.Operator.TO_HEX_STRING),
  TO_INTEGER_OP(0x99, "ToInteger", Unary.Operator.TO_INTEGER),
  TO_STRING_OP(0x9c, "ToString", TERM_ARG, TERM_ARG, TARGET),
  COPY_OBJECT_OP(0x9d, "CopyObject", TERM_ARG, SIMPLE_NAME),
  MID_OP(0x9e, "Mid", TERM_ARG, TERM_ARG, TERM_ARG, TARGET),
  CONTINUE_OP(0x9f, "Continue"),
  IF_OP(0xa0, "If", PKG_LENGTH, TERM_ARG, LIST),
  ELSE_OP(0xa1, "Else", PKG_LENGTH, LIST),
  WHILE_OP(0xa2, "While", PKG_LENGTH, TERM_ARG, LIST),
  NOOP_OP(0xa3, "Noop"),
  RETURN_OP(0xa4, "Return", TERM_ARG),
  BREAK_OP(0xa5, "Break"),
  BREAK_POINT_OP(0xcc, "BreakPoint"),
  ONES_OP(0xff);

  /** The first byte of the opcodes that have two. */
  static final int EXT_OP_PREFIX = 0x5b;

  /** Before two name segments. */
  static final int DUAL_NAME_PREFIX = 0x2e;

  /** Before a count and as many name segments. */
  static final int MULTI_NAME_PREFIX = 0x2f;

  /** The first element of a path from the root. */
  static final int ROOT_CHAR = 0x5c;

  /** One step up. */
  static final int PARENT_PREFIX_CHAR = 0x5e;

  private static final @Nullable Opcode[] PLAIN = new @Nullable Opcode[256];
  private static final @Nullable Opcode[] EXTENDED = new @Nullable Opcode[256];
  private static final @Nullable Opcode[] NEGATED = new @Nullable Opcode[256];
  private static final Opcode[] BINARY = new Opcode[Binary.Operator.values().length];
  private static final Opcode[] UNARY = new Opcode[Unary.Operator.values().length];
  private static final Opcode[] LOGICAL = new Opcode[Logical.Operator.values().length];

  private static final Expression.Timer TIMER = new Expression.Timer();
  private static final Statement.Break BREAK = new Statement.Break();
  private static final Statement.BreakPoint BREAK_POINT = new Statement.BreakPoint();
  private static final Statement.Continue CONTINUE = new Statement.Continue();
  private static final Statement.Noop NOOP = new Statement.Noop();

  static {
    for (Opcode opcode : values()) {
      int prefix = opcode.code >> 8;
      (prefix == 0 ? PLAIN : prefix == EXT_OP_PREFIX ? EXTENDED : NEGATED)[opcode.code & 0xff] =
          opcode;
      if (opcode.operator instanceof Binary.Operator operator) {
        BINARY[index(operator)] = opcode;
      } else if (opcode.operator instanceof Unary.Operator operator) {
        UNARY[index(operator)] = opcode;
      } else if (opcode.operator instanceof Logical.Operator operator) {
        LOGICAL[index(operator)] = opcode;
      }
    }
    for (int i = 0; i < LocalObj.COUNT; i++) {
      PLAIN[LOCAL0_OP.code + i] = LOCAL0_OP;
    }
    for (int i = 0; i < ArgObj.COUNT; i++) {
      PLAIN[ARG0_OP.code + i] = ARG0_OP;
    }
  }

  private final int code;
  private final String operatorName;

  /** The operator, if several opcodes share a record. */
  private final @Nullable Enum<?> operator;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<Operand> operands;

  Opcode(int code, Operand... operands) {
    this(code, "", null, operands);
  }

  Opcode(int code, String operatorName, Operand... operands) {
    this(code, operatorName, null, operands);
  }

  Opcode(int code, String operatorName, Binary.Operator operator) {
    this(code, operatorName, operator, TERM_ARG, TERM_ARG, TARGET);
  }

  Opcode(int code, String operatorName, Unary.Operator operator) {
    this(code, operatorName, operator, TERM_ARG, TARGET);
  }

  Opcode(int code, String operatorName, Logical.Operator operator) {
    this(code, operatorName, operator, TERM_ARG, TERM_ARG);
  }

  Opcode(int code, String operatorName, @Nullable Enum<?> operator, Operand... operands) {
    this.code = code;
    this.operatorName = operatorName;
    this.operator = operator;
    this.operands = List.of(operands);
  }

  /** The opcode of a single byte, if there is one. The Locals share one, and so do the Args. */
  static @Nullable Opcode plain(int first) {
    return PLAIN[first];
  }

  /** The opcode of {@link #EXT_OP_PREFIX} and this byte, if there is one. */
  static @Nullable Opcode extended(int second) {
    return EXTENDED[second];
  }

  /** The opcode of LNotOp and this byte, if there is one. */
  static @Nullable Opcode negated(int second) {
    return NEGATED[second];
  }

  /** The byte, or the prefix and the byte, most significant first. */
  int code() {
    return code;
  }

  /** The operator's name in ASL; empty if ASL does not write a name and operands for it. */
  String operatorName() {
    return operatorName;
  }

  /** Its operands in their order. */
  List<Operand> operands() {
    return operands;
  }

  /** The operand with this index. */
  Operand operand(int index) {
    return operands.get(index);
  }

  /** Whether it is an operator of {@link Binary}, {@link Unary} or {@link Logical}. */
  boolean isOperator() {
    return operator != null;
  }

  /** Whether its first operand is the length of all. */
  boolean isPackage() {
    return !operands.isEmpty() && operands.getFirst() == PKG_LENGTH;
  }

  /** The encoder looks up operators often, and an array is faster than an EnumMap. */
  @SuppressWarnings("EnumOrdinal")
  private static int index(Enum<?> operator) {
    return operator.ordinal();
  }

  /** Reads the operands of an expression; null if this is no expression's opcode. */
  @Nullable Expression readExpression(ArgumentDecoder in) {
    if (operator instanceof Binary.Operator binary) {
      return new Binary(binary, in.argument(), in.argument(), in.target());
    }
    if (operator instanceof Logical.Operator logical) {
      return new Logical(logical, in.argument(), in.argument());
    }
    if (operator instanceof Unary.Operator unary) {
      return new Unary(unary, in.argument(), in.target());
    }
    return switch (this) {
      case STORE_OP -> new Expression.Store(in.argument(), in.target());
      case REF_OF_OP -> new Expression.RefOf(in.objectName());
      case COND_REF_OF_OP -> new Expression.CondRefOf(in.objectName(), in.target());
      case DEREF_OF_OP -> new Expression.DerefOf(in.argument());
      case COPY_OBJECT_OP -> new Expression.CopyObject(in.argument(), in.simpleName());
      case INCREMENT_OP -> new Expression.Increment(in.superName());
      case DECREMENT_OP -> new Expression.Decrement(in.superName());
      case SIZE_OF_OP -> new Expression.SizeOf(in.superName());
      case OBJECT_TYPE_OP -> new Expression.ObjectType(in.objectName());
      case INDEX_OP -> new Expression.Index(in.argument(), in.argument(), in.target());
      case DIVIDE_OP ->
          new Expression.Divide(in.argument(), in.argument(), in.target(), in.target());
      case MATCH_OP ->
          new Expression.Match(
              in.argument(),
              in.matchOperator(),
              in.argument(),
              in.matchOperator(),
              in.argument(),
              in.argument());
      case MID_OP -> new Expression.Mid(in.argument(), in.argument(), in.argument(), in.target());
      case TO_STRING_OP -> new Expression.ToString(in.argument(), in.argument(), in.target());
      case LNOT_OP -> new Expression.LNot(in.argument());
      case ACQUIRE_OP -> new Expression.Acquire(in.superName(), in.wordData());
      case WAIT_OP -> new Expression.Wait(in.superName(), in.argument());
      case LOAD_OP -> new Expression.Load(in.name(), in.target());
      case LOAD_TABLE_OP ->
          new Expression.LoadTable(
              in.argument(),
              in.argument(),
              in.argument(),
              in.argument(),
              in.argument(),
              in.argument());
      case TIMER_OP -> TIMER;
      default -> null;
    };
  }

  /**
   * Reads the operands of a statement; null if this is no statement's opcode, or that of one with a
   * list of terms.
   */
  @Nullable Statement readStatement(ArgumentDecoder in) {
    return switch (this) {
      case BREAK_OP -> BREAK;
      case BREAK_POINT_OP -> BREAK_POINT;
      case CONTINUE_OP -> CONTINUE;
      case NOOP_OP -> NOOP;
      case FATAL_OP -> new Statement.Fatal(in.byteData(), in.dwordData(), in.argument());
      case NOTIFY_OP -> new Statement.Notify(in.superName(), in.argument());
      case RELEASE_OP -> new Statement.Release(in.superName());
      case RESET_OP -> new Statement.Reset(in.superName());
      case RETURN_OP -> new Statement.Return(in.argument());
      case SIGNAL_OP -> new Statement.Signal(in.superName());
      case SLEEP_OP -> new Statement.Sleep(in.argument());
      case STALL_OP -> new Statement.Stall(in.argument());
      case UNLOAD_OP -> new Statement.Unload(in.superName());
      default -> null;
    };
  }

  /**
   * Passes the opcode and operands of an expression to a sink.
   *
   * @throws IllegalArgumentException for a method call, which has no opcode
   */
  static void write(Expression expression, OperandSink out) {
    switch (expression) {
      case Expression.Store(var value, var target) -> out.put(STORE_OP, value, target);
      case Binary(var operator, var left, var right, var target) ->
          out.put(BINARY[index(operator)], left, right, target);
      case Logical(var operator, var left, var right) ->
          out.put(LOGICAL[index(operator)], left, right);
      case Unary(var operator, var operand, var target) ->
          out.put(UNARY[index(operator)], operand, target);
      case Expression.LNot(var operand) -> out.put(LNOT_OP, operand);
      case Expression.Divide(var dividend, var divisor, var remainder, var quotient) ->
          out.put(DIVIDE_OP, dividend, divisor, remainder, quotient);
      case Expression.Increment(var operand) -> out.put(INCREMENT_OP, operand);
      case Expression.Decrement(var operand) -> out.put(DECREMENT_OP, operand);
      case Expression.CopyObject(var value, var target) ->
          out.put(COPY_OBJECT_OP, value, (TermArg) target);
      case Expression.RefOf(var object) -> out.put(REF_OF_OP, object);
      case Expression.CondRefOf(var object, var target) -> out.put(COND_REF_OF_OP, object, target);
      case Expression.DerefOf(var reference) -> out.put(DEREF_OF_OP, reference);
      case Expression.Index(var source, var index, var target) ->
          out.put(INDEX_OP, source, index, target);
      case Expression.SizeOf(var object) -> out.put(SIZE_OF_OP, object);
      case Expression.ObjectType(var object) -> out.put(OBJECT_TYPE_OP, object);
      case Expression.Match(var searched, var test, var with, var test2, var with2, var start) ->
          out.put(MATCH_OP, searched, test, with, test2, with2, start);
      case Expression.Mid(var source, var index, var length, var target) ->
          out.put(MID_OP, source, index, length, target);
      case Expression.ToString(var source, var length, var target) ->
          out.put(TO_STRING_OP, source, length, target);
      case Expression.Acquire(var mutex, int timeout) -> out.put(ACQUIRE_OP, mutex, timeout);
      case Expression.Wait(var event, var timeout) -> out.put(WAIT_OP, event, timeout);
      case Expression.Load(var object, var target) -> out.put(LOAD_OP, object, target);
      case Expression.LoadTable(
              var signature,
              var oemId,
              var oemTableId,
              var rootPath,
              var parameterPath,
              var parameterData) ->
          out.put(
              LOAD_TABLE_OP, signature, oemId, oemTableId, rootPath, parameterPath, parameterData);
      case Expression.Timer _ -> out.put(TIMER_OP);
      case Expression.MethodInvocation call ->
          throw new IllegalArgumentException("a call has no opcode: " + call.method());
    }
  }

  /** Passes the opcode and operands of a statement to a sink, without the terms of its body. */
  static void write(Statement statement, OperandSink out) {
    switch (statement) {
      case Statement.Break _ -> out.put(BREAK_OP);
      case Statement.BreakPoint _ -> out.put(BREAK_POINT_OP);
      case Statement.Continue _ -> out.put(CONTINUE_OP);
      case Statement.Noop _ -> out.put(NOOP_OP);
      case Statement.Fatal(int type, int code, var argument) ->
          out.put(FATAL_OP, type, code, argument);
      case Statement.If(var predicate, _, _, _) -> out.put(IF_OP, predicate);
      case Statement.While(var predicate, _, _) -> out.put(WHILE_OP, predicate);
      case Statement.Notify(var object, var value) -> out.put(NOTIFY_OP, object, value);
      case Statement.Release(var mutex) -> out.put(RELEASE_OP, mutex);
      case Statement.Reset(var event) -> out.put(RESET_OP, event);
      case Statement.Return(var value) -> out.put(RETURN_OP, value);
      case Statement.Signal(var event) -> out.put(SIGNAL_OP, event);
      case Statement.Sleep(var milliseconds) -> out.put(SLEEP_OP, milliseconds);
      case Statement.Stall(var microseconds) -> out.put(STALL_OP, microseconds);
      case Statement.Unload(var handle) -> out.put(UNLOAD_OP, handle);
    }
  }
}
