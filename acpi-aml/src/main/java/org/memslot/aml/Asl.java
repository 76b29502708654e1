package org.memslot.aml;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.memslot.aml.DataObject.Buffer;
import org.memslot.aml.DataObject.IntegerConst;
import org.memslot.aml.DataObject.PackageObj;
import org.memslot.aml.DataObject.StringConst;
import org.memslot.aml.DataObject.VarPackage;
import org.memslot.aml.Expression.Binary;
import org.memslot.aml.Expression.Logical;
import org.memslot.aml.Expression.Unary;

/**
 * The operators of ASL as static methods that make terms: the vocabulary of {@link
 * TermListBuilder}, to be imported statically. Each is named as its operator; where a result can be
 * stored, a form without target only yields its value.
 */
public final class Asl {
  /** Local0. */
  public static final LocalObj LOCAL0 = new LocalObj(0);

  /** Local1. */
  public static final LocalObj LOCAL1 = new LocalObj(1);

  /** Local2. */
  public static final LocalObj LOCAL2 = new LocalObj(2);

  /** Local3. */
  public static final LocalObj LOCAL3 = new LocalObj(3);

  /** Local4. */
  public static final LocalObj LOCAL4 = new LocalObj(4);

  /** Local5. */
  public static final LocalObj LOCAL5 = new LocalObj(5);

  /** Local6. */
  public static final LocalObj LOCAL6 = new LocalObj(6);

  /** Local7. */
  public static final LocalObj LOCAL7 = new LocalObj(7);

  /** Arg0. */
  public static final ArgObj ARG0 = new ArgObj(0);

  /** Arg1. */
  public static final ArgObj ARG1 = new ArgObj(1);

  /** Arg2. */
  public static final ArgObj ARG2 = new ArgObj(2);

  /** Arg3. */
  public static final ArgObj ARG3 = new ArgObj(3);

  /** Arg4. */
  public static final ArgObj ARG4 = new ArgObj(4);

  /** Arg5. */
  public static final ArgObj ARG5 = new ArgObj(5);

  /** Arg6. */
  public static final ArgObj ARG6 = new ArgObj(6);

  private static final Target NOWHERE = NullName.NULL_NAME;

  private Asl() {}

  /** An unsigned integer in its shortest encoding. */
  public static IntegerConst integer(long value) {
    return IntegerConst.of(value);
  }

  /** A string of ASCII characters. */
  public static StringConst string(String text) {
    return new StringConst(text);
  }

  /** A name or path. */
  public static NameString path(String path) {
    return NameString.of(path);
  }

  /** A buffer of these bytes. */
  public static Buffer buffer(byte... bytes) {
    return Buffer.of(bytes);
  }

  /** A package; with more than 255 elements it is a VarPackage. */
  public static DataObject packageOf(List<? extends DataRefObject> elements) {
    return elements.size() > 255 ? new VarPackage(elements) : new PackageObj(elements);
  }

  /** A package; with more than 255 elements it is a VarPackage. */
  public static DataObject packageOf(DataRefObject... elements) {
    return packageOf(List.of(elements));
  }

  /** EISAID: the integer of an id such as {@code PNP0C80}. */
  public static IntegerConst eisaId(String id) {
    return new IntegerConst(new EisaId(id).toInteger() & 0xffffffffL, IntegerConst.Encoding.DWORD);
  }

  /** ToUUID: the buffer of a UUID, its first three parts little-endian. */
  public static Buffer toUuid(UUID uuid) {
    long high = uuid.getMostSignificantBits();
    return Buffer.of(
        ByteBuffer.allocate(16)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt((int) (high >>> 32))
            .putShort((short) (high >>> 16))
            .putShort((short) high)
            .order(ByteOrder.BIG_ENDIAN)
            .putLong(uuid.getLeastSignificantBits())
            .array());
  }

  /** Unicode: the buffer of a text in UTF-16, ended by a zero. */
  public static Buffer unicode(String text) {
    return Buffer.of((text + "\0").getBytes(StandardCharsets.UTF_16LE));
  }

  /** A method's call. */
  public static Expression.MethodInvocation call(String method, TermArg... arguments) {
    return new Expression.MethodInvocation(NameString.of(method), arguments);
  }

  /** Add. */
  public static Binary add(TermArg left, TermArg right) {
    return add(left, right, NOWHERE);
  }

  /** Add, stored. */
  public static Binary add(TermArg left, TermArg right, Target target) {
    return new Binary(Binary.Operator.ADD, left, right, target);
  }

  /** Subtract. */
  public static Binary subtract(TermArg left, TermArg right) {
    return subtract(left, right, NOWHERE);
  }

  /** Subtract, stored. */
  public static Binary subtract(TermArg left, TermArg right, Target target) {
    return new Binary(Binary.Operator.SUBTRACT, left, right, target);
  }

  /** Multiply. */
  public static Binary multiply(TermArg left, TermArg right) {
    return new Binary(Binary.Operator.MULTIPLY, left, right, NOWHERE);
  }

  /** Mod. */
  public static Binary mod(TermArg left, TermArg right) {
    return new Binary(Binary.Operator.MOD, left, right, NOWHERE);
  }

  /** ShiftLeft. */
  public static Binary shiftLeft(TermArg value, TermArg count) {
    return new Binary(Binary.Operator.SHIFT_LEFT, value, count, NOWHERE);
  }

  /** ShiftRight. */
  public static Binary shiftRight(TermArg value, TermArg count) {
    return shiftRight(value, count, NOWHERE);
  }

  /** ShiftRight, stored. */
  public static Binary shiftRight(TermArg value, TermArg count, Target target) {
    return new Binary(Binary.Operator.SHIFT_RIGHT, value, count, target);
  }

  /** And, bitwise. */
  public static Binary and(TermArg left, TermArg right) {
    return and(left, right, NOWHERE);
  }

  /** And, bitwise, stored. */
  public static Binary and(TermArg left, TermArg right, Target target) {
    return new Binary(Binary.Operator.AND, left, right, target);
  }

  /** Or, bitwise. */
  public static Binary or(TermArg left, TermArg right) {
    return or(left, right, NOWHERE);
  }

  /** Or, bitwise, stored. */
  public static Binary or(TermArg left, TermArg right, Target target) {
    return new Binary(Binary.Operator.OR, left, right, target);
  }

  /** XOr, bitwise. */
  public static Binary xor(TermArg left, TermArg right) {
    return new Binary(Binary.Operator.XOR, left, right, NOWHERE);
  }

  /** Concatenate. */
  public static Binary concatenate(TermArg left, TermArg right) {
    return new Binary(Binary.Operator.CONCATENATE, left, right, NOWHERE);
  }

  /** Not, bitwise. */
  public static Unary not(TermArg operand) {
    return new Unary(Unary.Operator.NOT, operand, NOWHERE);
  }

  /** ToInteger. */
  public static Unary toInteger(TermArg operand) {
    return new Unary(Unary.Operator.TO_INTEGER, operand, NOWHERE);
  }

  /** LAnd. */
  public static Logical logicalAnd(TermArg left, TermArg right) {
    return new Logical(Logical.Operator.LAND, left, right);
  }

  /** LOr. */
  public static Logical logicalOr(TermArg left, TermArg right) {
    return new Logical(Logical.Operator.LOR, left, right);
  }

  /** LNot. */
  public static Expression.LNot logicalNot(TermArg operand) {
    return new Expression.LNot(operand);
  }

  /** LEqual. */
  public static Logical equal(TermArg left, TermArg right) {
    return new Logical(Logical.Operator.LEQUAL, left, right);
  }

  /** LNotEqual. */
  public static Logical notEqual(TermArg left, TermArg right) {
    return new Logical(Logical.Operator.LNOT_EQUAL, left, right);
  }

  /** LLess. */
  public static Logical less(TermArg left, TermArg right) {
    return new Logical(Logical.Operator.LLESS, left, right);
  }

  /** LLessEqual. */
  public static Logical lessEqual(TermArg left, TermArg right) {
    return new Logical(Logical.Operator.LLESS_EQUAL, left, right);
  }

  /** LGreater. */
  public static Logical greater(TermArg left, TermArg right) {
    return new Logical(Logical.Operator.LGREATER, left, right);
  }

  /** LGreaterEqual. */
  public static Logical greaterEqual(TermArg left, TermArg right) {
    return new Logical(Logical.Operator.LGREATER_EQUAL, left, right);
  }

  /** Index: a reference to an element of a package, buffer or string. */
  public static Expression.Index index(TermArg source, TermArg index) {
    return new Expression.Index(source, index, NOWHERE);
  }

  /** DerefOf of Index: the element itself, {@code source[index]}. */
  public static Expression.DerefOf element(TermArg source, TermArg index) {
    return new Expression.DerefOf(index(source, index));
  }

  /** DerefOf. */
  public static Expression.DerefOf derefOf(TermArg reference) {
    return new Expression.DerefOf(reference);
  }

  /** RefOf. */
  public static Expression.RefOf refOf(SuperName object) {
    return new Expression.RefOf(object);
  }

  /** CondRefOf. */
  public static Expression.CondRefOf condRefOf(SuperName object) {
    return new Expression.CondRefOf(object, NOWHERE);
  }

  /** SizeOf. */
  public static Expression.SizeOf sizeOf(SuperName object) {
    return new Expression.SizeOf(object);
  }
}
