package org.memslot.aml;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** A constant, or an object that is built where it stands (ACPI 6.5, 20.2.3). */
public sealed interface DataObject extends TermArg, DataRefObject {
  /**
   * An integer: ByteConst, WordConst, DWordConst, QWordConst, or one of the constants Zero, One and
   * Ones.
   *
   * @param value the value, unsigned; -1 for Ones, which a definition block with 32-bit integers
   *     reads as 0xffffffff
   * @param encoding the bytes that stand for it
   */
  record IntegerConst(long value, Encoding encoding) implements DataObject {
    /** The ways to write an integer. */
    public enum Encoding {
      /** ZeroOp. */
      ZERO,
      /** OneOp. */
      ONE,
      /** OnesOp: all bits of the definition block's integer. */
      ONES,
      /** BytePrefix and one byte. */
      BYTE,
      /** WordPrefix and two bytes. */
      WORD,
      /** DWordPrefix and four bytes. */
      DWORD,
      /** QWordPrefix and eight bytes. */
      QWORD
    }

    /** ZeroOp. */
    public static final IntegerConst ZERO = new IntegerConst(0, Encoding.ZERO);

    /** OneOp. */
    public static final IntegerConst ONE = new IntegerConst(1, Encoding.ONE);

    /** OnesOp. */
    public static final IntegerConst ONES = new IntegerConst(-1, Encoding.ONES);

    /** Refuses a value that the encoding cannot hold. */
    public IntegerConst {
      boolean fits =
          switch (encoding) {
            case ZERO -> value == 0;
            case ONE -> value == 1;
            case ONES -> value == -1;
            case BYTE -> value >>> 8 == 0;
            case WORD -> value >>> 16 == 0;
            case DWORD -> value >>> 32 == 0;
            case QWORD -> true;
          };
      if (!fits) {
        throw new InvalidTermException(
            "IntegerConst",
            "0x" + Long.toHexString(value),
            "a value that " + encoding + " can hold");
      }
    }

    /** An unsigned value in its shortest encoding, which is the one that iasl chooses. */
    public static IntegerConst of(long value) {
      if (value == 0) {
        return ZERO;
      }
      if (value == 1) {
        return ONE;
      }
      if (value == -1) {
        return ONES;
      }
      return new IntegerConst(
          value,
          value >>> 8 == 0
              ? Encoding.BYTE
              : value >>> 16 == 0
                  ? Encoding.WORD
                  : value >>> 32 == 0 ? Encoding.DWORD : Encoding.QWORD);
    }
  }

  /**
   * A string: bytes without a zero byte. The specification allows 0x01 to 0x7f; tables use the
   * others too.
   *
   * @param value characters 1 to 0xff, each for one byte
   */
  record StringConst(String value) implements DataObject {
    /** Refuses characters that are no single byte, and the one that ends the string. */
    public StringConst {
      for (int i = 0; i < value.length(); i++) {
        char c = value.charAt(i);
        if (c == 0 || c > 0xff) {
          throw new InvalidTermException(
              "String", "character " + (int) c + " at " + i, "characters 1 to 255");
        }
      }
    }

    /** The string whose bytes are the UTF-8 form of {@code text}. */
    public static StringConst utf8(String text) {
      return new StringConst(
          new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
    }
  }

  /** RevisionOp: the revision of the AML interpreter. */
  record Revision() implements DataObject {
    /** The one that decoder and builder use; all are equal. */
    public static final Revision REVISION = new Revision();
  }

  /**
   * A buffer.
   *
   * @param size its length in bytes; any expression, evaluated when the buffer is made
   * @param initializer its first bytes; the rest is zero
   * @param width how its package length is encoded
   */
  record Buffer(TermArg size, ByteList initializer, PkgLengthWidth width)
      implements DataObject, FieldConnection {
    /** A buffer with the shortest package length. */
    public Buffer(TermArg size, ByteList initializer) {
      this(size, initializer, PkgLengthWidth.SHORTEST);
    }

    /** The buffer that holds exactly these bytes. */
    public static Buffer of(byte... bytes) {
      return new Buffer(IntegerConst.of(bytes.length), ByteList.of(bytes));
    }

    /** A buffer of zeroes. */
    public static Buffer zeroed(int size) {
      return new Buffer(IntegerConst.of(size), ByteList.EMPTY);
    }
  }

  /**
   * Package: its number of elements is a byte.
   *
   * @param count the number of elements, from 0 to 255; those behind {@code elements} are
   *     uninitialized
   * @param elements the initializers
   * @param width how its package length is encoded
   */
  record PackageObj(int count, List<PackageElement> elements, PkgLengthWidth width)
      implements DataObject {
    /** Refuses a count that is no byte. */
    public PackageObj {
      elements = List.copyOf(elements);
      if (count < 0 || count > 255) {
        throw new InvalidTermException(
            "Package NumElements", Integer.toString(count), "from 0 to 255; VarPackage holds more");
      }
    }

    /** A package of exactly these elements, with the shortest package length. */
    public PackageObj(List<? extends PackageElement> elements) {
      this(elements.size(), List.copyOf(elements), PkgLengthWidth.SHORTEST);
    }

    /** A package of exactly these elements. */
    public static PackageObj of(PackageElement... elements) {
      return new PackageObj(List.of(elements));
    }
  }

  /**
   * A package whose number of elements is an expression; the only kind with more than 255.
   *
   * @param count the number of elements
   * @param elements the initializers
   * @param width how its package length is encoded
   */
  record VarPackage(TermArg count, List<PackageElement> elements, PkgLengthWidth width)
      implements DataObject {
    /** Copies the elements. */
    public VarPackage {
      elements = List.copyOf(elements);
    }

    /** A package of exactly these elements, with the shortest package length. */
    public VarPackage(List<? extends PackageElement> elements) {
      this(IntegerConst.of(elements.size()), List.copyOf(elements), PkgLengthWidth.SHORTEST);
    }
  }
}
