package org.memslot.aml;

import java.util.List;

/**
 * A term that is evaluated (ACPI 6.5, 20.2.5.4), but for Buffer, Package and VarPackage, which are
 * {@link DataObject}s.
 */
public sealed interface Expression extends TermArg {
  /**
   * An operation on two values that can store its result.
   *
   * @param operator which
   * @param left the first operand
   * @param right the second operand
   * @param target where the result goes as well
   */
  record Binary(Binary.Operator operator, TermArg left, TermArg right, Target target)
      implements Expression {
    /** The operations. */
    public enum Operator {
      /** Add. */
      ADD("+"),
      /** Subtract. */
      SUBTRACT("-"),
      /** Multiply. */
      MULTIPLY("*"),
      /** Mod: the remainder. */
      MOD("%"),
      /** ShiftLeft. */
      SHIFT_LEFT("<<"),
      /** ShiftRight. */
      SHIFT_RIGHT(">>"),
      /** And, bitwise. */
      AND("&"),
      /** NAnd, bitwise. */
      NAND(""),
      /** Or, bitwise. */
      OR("|"),
      /** NOr, bitwise. */
      NOR(""),
      /** XOr, bitwise. */
      XOR("^"),
      /** Concatenate: strings, buffers or integers. */
      CONCATENATE(""),
      /** ConcatenateResTemplate. */
      CONCATENATE_RES_TEMPLATE("");

      private final String symbol;

      Operator(String symbol) {
        this.symbol = symbol;
      }

      /** The operator's sign in ASL; empty where it has none. */
      public String symbol() {
        return symbol;
      }
    }
  }

  /**
   * An operation on one value that can store its result.
   *
   * @param operator which
   * @param operand the operand
   * @param target where the result goes as well
   */
  record Unary(Unary.Operator operator, TermArg operand, Target target) implements Expression {
    /** The operations. */
    public enum Operator {
      /** Not, bitwise. */
      NOT,
      /** FindSetLeftBit. */
      FIND_SET_LEFT_BIT,
      /** FindSetRightBit. */
      FIND_SET_RIGHT_BIT,
      /** FromBCD. */
      FROM_BCD,
      /** ToBCD. */
      TO_BCD,
      /** ToBuffer. */
      TO_BUFFER,
      /** ToDecimalString. */
      TO_DECIMAL_STRING,
      /** ToHexString. */
      TO_HEX_STRING,
      /** ToInteger. */
      TO_INTEGER
    }
  }

  /**
   * A comparison or logical connection of two values; its result is Zero or Ones.
   *
   * <p>LNotEqual, LLessEqual and LGreaterEqual have no opcode of their own: they are LNot of the
   * opposite, and the decoder reads LNot of a comparison as them.
   *
   * @param operator which
   * @param left the first operand
   * @param right the second operand
   */
  record Logical(Logical.Operator operator, TermArg left, TermArg right) implements Expression {
    /** The operations. */
    public enum Operator {
      /** LAnd. */
      LAND("&&"),
      /** LOr. */
      LOR("||"),
      /** LEqual. */
      LEQUAL("=="),
      /** LGreater. */
      LGREATER(">"),
      /** LLess. */
      LLESS("<"),
      /** LNotEqual. */
      LNOT_EQUAL("!="),
      /** LLessEqual. */
      LLESS_EQUAL("<="),
      /** LGreaterEqual. */
      LGREATER_EQUAL(">=");

      private final String symbol;

      Operator(String symbol) {
        this.symbol = symbol;
      }

      /** The operator's sign in ASL. */
      public String symbol() {
        return symbol;
      }
    }
  }

  /**
   * LNot: Ones for zero, Zero for anything else.
   *
   * @param operand the operand
   */
  record LNot(TermArg operand) implements Expression {}

  /**
   * Divide.
   *
   * @param dividend the dividend
   * @param divisor the divisor
   * @param remainder where the remainder goes
   * @param quotient where the quotient, which is also the value, goes
   */
  record Divide(TermArg dividend, TermArg divisor, Target remainder, Target quotient)
      implements Expression {}

  /**
   * Increment.
   *
   * @param operand what grows by one
   */
  record Increment(SuperName operand) implements Expression {}

  /**
   * Decrement.
   *
   * @param operand what shrinks by one
   */
  record Decrement(SuperName operand) implements Expression {}

  /**
   * Store. The specification wants a SuperName as its second operand; iasl also lets the value
   * vanish.
   *
   * @param value what is stored
   * @param target where
   */
  record Store(TermArg value, Target target) implements Expression {}

  /**
   * CopyObject: a store that does not convert.
   *
   * @param value what is copied
   * @param target where
   */
  record CopyObject(TermArg value, SimpleName target) implements Expression {}

  /**
   * RefOf.
   *
   * @param object the object
   */
  record RefOf(SuperName object) implements Expression, SuperName {}

  /**
   * CondRefOf: whether an object exists.
   *
   * @param object the object
   * @param target where a reference to it goes
   */
  record CondRefOf(SuperName object, Target target) implements Expression {}

  /**
   * DerefOf.
   *
   * @param reference a reference, or a string that names an object
   */
  record DerefOf(TermArg reference) implements Expression, SuperName {}

  /**
   * Index: a reference to an element.
   *
   * @param source a buffer, package or string
   * @param index which element
   * @param target where the reference goes as well
   */
  record Index(TermArg source, TermArg index, Target target) implements Expression, SuperName {}

  /**
   * SizeOf.
   *
   * @param object a buffer, package or string
   */
  record SizeOf(SuperName object) implements Expression {}

  /**
   * ObjectType.
   *
   * @param object the object
   */
  record ObjectType(SuperName object) implements Expression {}

  /**
   * Match: the index of the first package element that satisfies two comparisons.
   *
   * @param searched the package
   * @param firstOperator the first comparison
   * @param first what it compares with
   * @param secondOperator the second comparison
   * @param second what it compares with
   * @param start the index of the first element that is looked at
   */
  record Match(
      TermArg searched,
      Match.Operator firstOperator,
      TermArg first,
      Match.Operator secondOperator,
      TermArg second,
      TermArg start)
      implements Expression {
    /** The comparisons, in the order of their encoding. */
    public enum Operator {
      /** Always. */
      MTR(0),
      /** Equal. */
      MEQ(1),
      /** Less or equal. */
      MLE(2),
      /** Less. */
      MLT(3),
      /** Greater or equal. */
      MGE(4),
      /** Greater. */
      MGT(5);

      private final int code;

      Operator(int code) {
        this.code = code;
      }

      /** The number that stands for it in AML. */
      public int code() {
        return code;
      }
    }
  }

  /**
   * Mid: a part of a string or buffer.
   *
   * @param source the string or buffer
   * @param index its first character or byte
   * @param length how many
   * @param target where the result goes as well
   */
  record Mid(TermArg source, TermArg index, TermArg length, Target target) implements Expression {}

  /**
   * ToString: a buffer's bytes as a string.
   *
   * @param source the buffer
   * @param length at most how many bytes; Ones for all up to the first zero
   * @param target where the result goes as well
   */
  record ToString(TermArg source, TermArg length, Target target) implements Expression {}

  /**
   * Acquire: true when the time ran out.
   *
   * @param mutex the mutex
   * @param timeout milliseconds, sixteen bits; 0xffff for ever
   */
  record Acquire(SuperName mutex, int timeout) implements Expression {
    /** Refuses a timeout of more than sixteen bits. */
    public Acquire {
      InvalidTermException.requireRange("Acquire Timeout", timeout, 0, 0xffff);
    }
  }

  /**
   * Wait: true when the time ran out.
   *
   * @param event the event
   * @param timeout milliseconds; 0xffff and more for ever
   */
  record Wait(SuperName event, TermArg timeout) implements Expression {}

  /**
   * Load: adds a definition block that lies in a region, field or buffer.
   *
   * @param object its name
   * @param target where the result goes: before ACPI 6.4 the handle for {@link Statement.Unload}
   */
  record Load(NameString object, Target target) implements Expression {}

  /**
   * LoadTable: adds a definition block that the firmware's table list names.
   *
   * @param signature its signature
   * @param oemId its OEM id
   * @param oemTableId its OEM table id
   * @param rootPath where its names begin
   * @param parameterPath an object that is set when it was loaded
   * @param parameterData the value of that object
   */
  record LoadTable(
      TermArg signature,
      TermArg oemId,
      TermArg oemTableId,
      TermArg rootPath,
      TermArg parameterPath,
      TermArg parameterData)
      implements Expression {}

  /** Timer: the time in units of 100 ns. */
  record Timer() implements Expression {}

  /**
   * A call of a method, or the use of a name as a statement.
   *
   * @param method the method's name
   * @param arguments as many as it declares, from 0 to 7
   */
  record MethodInvocation(NameString method, List<TermArg> arguments)
      implements Expression, SuperName {
    /** Refuses more arguments than a method can have. */
    public MethodInvocation {
      arguments = List.copyOf(arguments);
      InvalidTermException.requireRange(
          "MethodInvocation arguments", arguments.size(), 0, ArgObj.COUNT);
    }

    /** A call. */
    public MethodInvocation(NameString method, TermArg... arguments) {
      this(method, List.of(arguments));
    }
  }
}
