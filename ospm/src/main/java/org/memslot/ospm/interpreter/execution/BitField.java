package org.memslot.ospm.interpreter.execution;

import java.util.Arrays;
import org.memslot.ospm.interpreter.value.AmlBuffer;
import org.memslot.ospm.interpreter.value.AmlInteger;
import org.memslot.ospm.interpreter.value.AmlObject;
import org.memslot.ospm.interpreter.value.AmlString;
import org.memslot.ospm.interpreter.value.FieldUnit;

/**
 * A named run of bits: of an operation region, of an index and data register pair, or of a buffer
 * (ACPI 6.5, 19.6.47, 19.6.63, 19.6.7, 19.6.20).
 *
 * <p>Reading gives an integer where the bits fit in one, else a buffer.
 */
abstract sealed class BitField implements FieldUnit permits BufferField, UnitField {
  private final FieldBits bits;

  BitField(FieldBits bits) {
    this.bits = bits;
  }

  /** Returns a field as what it is: the interpreter makes no other. */
  static BitField of(FieldUnit field) {
    return (BitField) field;
  }

  @Override
  public long bitLength() {
    return bits.length();
  }

  FieldBits bits() {
    return bits;
  }

  /** Returns how many registers an access goes through: fields can be registers of fields. */
  int depth() {
    return 0;
  }

  /** Reads one access unit, at its offset in bytes. */
  abstract long readUnit(long offset, Evaluation evaluation);

  /** Writes one access unit, at its offset in bytes. */
  abstract void writeUnit(long offset, long value, Evaluation evaluation);

  /** Tells whether reading gives a buffer however few the bits are. */
  boolean isAlwaysBuffer() {
    return false;
  }

  /** Tells whether the field reads as an integer. */
  boolean readsAsNumber(Conversions conversions) {
    return !isAlwaysBuffer() && bits.length() <= conversions.width().bits();
  }

  /** Reads the field as an operand. */
  AmlObject read(Conversions conversions, Evaluation evaluation) {
    if (readsAsNumber(conversions)) {
      return AmlInteger.of(readNumber(evaluation));
    }
    evaluation.allocate(bits.bytes());
    return AmlBuffer.wrap(readBytes(evaluation));
  }

  /** Reads a field of at most 64 bits. */
  long readNumber(Evaluation evaluation) {
    if (bits.isInOneUnit()) {
      return bits.extract(readUnit(bits.firstUnit(), evaluation));
    }
    byte[] bytes = readBytes(evaluation);
    long value = 0;
    for (int i = bytes.length - 1; i >= 0; i--) {
      value = value << Byte.SIZE | Byte.toUnsignedLong(bytes[i]);
    }
    return value;
  }

  private byte[] readBytes(Evaluation evaluation) {
    byte[] raw = new byte[evaluation.allocate(bits.rawBytes())];
    int width = bits.unitWidth();
    for (int at = 0; at < raw.length; at += width) {
      long unit = readUnit(bits.firstUnit() + at, evaluation);
      for (int i = 0; i < width; i++) {
        raw[at + i] = (byte) (unit >>> (Byte.SIZE * i));
      }
    }
    return bits.unshift(raw);
  }

  /** Stores into the field: what is too long is cut off, what is too short gets zeros. */
  void write(AmlObject value, Conversions conversions, Evaluation evaluation) {
    switch (value) {
      case AmlInteger(long number) -> writeNumber(number, evaluation);
      case AmlBuffer buffer -> writeBytes(buffer.bytes(), evaluation);
      case AmlString string -> writeBytes(string.bytes(), evaluation);
      default -> throw Conversions.operandType("Integer, Buffer or String", value);
    }
  }

  /** Stores an integer into the field. */
  void writeNumber(long value, Evaluation evaluation) {
    if (bits.isInOneUnit()) {
      merge(bits.firstUnit(), bits.insert(value), bits.unitMask(), evaluation);
      return;
    }
    byte[] bytes = new byte[Long.BYTES];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (value >>> (Byte.SIZE * i));
    }
    writeBytes(bytes, evaluation);
  }

  private void writeBytes(byte[] value, Evaluation evaluation) {
    evaluation.allocate(2L * bits.rawBytes());
    byte[] raw = bits.shift(Arrays.copyOf(value, bits.bytes()));
    byte[] mask = bits.shift(bits.ones());
    int width = bits.unitWidth();
    for (int at = 0; at < raw.length; at += width) {
      merge(bits.firstUnit() + at, unit(raw, at, width), unit(mask, at, width), evaluation);
    }
  }

  private static long unit(byte[] raw, int at, int width) {
    long value = 0;
    for (int i = width - 1; i >= 0; i--) {
      value = value << Byte.SIZE | Byte.toUnsignedLong(raw[at + i]);
    }
    return value;
  }

  /** Writes the masked bits of a unit; the update rule says what the others become. */
  private void merge(long offset, long value, long mask, Evaluation evaluation) {
    long all = bits.allOnes();
    long unit = value & mask;
    if (mask != all) {
      unit |=
          switch (bits.updateRule()) {
            case PRESERVE -> readUnit(offset, evaluation) & ~mask;
            case WRITE_AS_ONES -> all & ~mask;
            case WRITE_AS_ZEROS -> 0;
          };
    }
    writeUnit(offset, unit, evaluation);
  }
}
