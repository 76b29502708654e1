package org.memslot.ospm.interpreter.execution;

import org.memslot.ospm.interpreter.value.AmlException;
import org.memslot.ospm.interpreter.value.AmlObjectType;
import org.memslot.ospm.interpreter.value.AmlStatus;

/**
 * A field unit in the sense of Field, IndexField and BankField: its bits are behind an operation
 * region.
 */
abstract sealed class UnitField extends BitField
    permits UnitField.InRegion, UnitField.InBank, UnitField.Indexed, DriverField {

  /** Real hardware has one register behind another; the accesses are recursive. */
  private static final int MAX_DEPTH = 8;

  UnitField(FieldBits bits) {
    super(bits);
  }

  private static int checkDepth(int depth) {
    if (depth > MAX_DEPTH) {
      throw new AmlException(
          AmlStatus.AE_LIMIT, "a field behind more than " + MAX_DEPTH + " registers");
    }
    return depth;
  }

  /** Writes the register that says what shows behind it; the value must fit. */
  private static void select(BitField register, long value, Evaluation evaluation) {
    long bits = register.bitLength();
    if (bits < Long.SIZE && value >>> bits != 0) {
      throw new AmlException(
          AmlStatus.AE_AML_REGISTER_LIMIT, "0x%X in a register of %d bits".formatted(value, bits));
    }
    register.writeNumber(value, evaluation);
  }

  @Override
  public AmlObjectType type() {
    return AmlObjectType.FIELD_UNIT;
  }

  /** A field of an operation region. */
  static final class InRegion extends UnitField {
    private final OperationRegion region;

    InRegion(FieldBits bits, OperationRegion region) {
      super(bits);
      this.region = region;
    }

    @Override
    long readUnit(long offset, Evaluation evaluation) {
      return region.read(offset, bits().unitWidth(), evaluation);
    }

    @Override
    void writeUnit(long offset, long value, Evaluation evaluation) {
      region.write(offset, bits().unitWidth(), value, evaluation);
    }
  }

  /** A field of an operation region that shows only while a bank register has its value. */
  static final class InBank extends UnitField {
    private final OperationRegion region;
    private final BitField bank;
    private final long bankValue;
    private final int depth;

    InBank(FieldBits bits, OperationRegion region, BitField bank, long bankValue) {
      super(bits);
      this.region = region;
      this.bank = bank;
      this.bankValue = bankValue;
      this.depth = checkDepth(bank.depth() + 1);
    }

    @Override
    int depth() {
      return depth;
    }

    @Override
    long readUnit(long offset, Evaluation evaluation) {
      select(bank, bankValue, evaluation);
      return region.read(offset, bits().unitWidth(), evaluation);
    }

    @Override
    void writeUnit(long offset, long value, Evaluation evaluation) {
      select(bank, bankValue, evaluation);
      region.write(offset, bits().unitWidth(), value, evaluation);
    }
  }

  /** A field whose units are reached by writing their offset to an index register. */
  static final class Indexed extends UnitField {
    private final BitField index;
    private final BitField data;
    private final int depth;

    Indexed(FieldBits bits, BitField index, BitField data) {
      super(bits);
      this.index = index;
      this.data = data;
      this.depth = checkDepth(Math.max(index.depth(), data.depth()) + 1);
    }

    @Override
    int depth() {
      return depth;
    }

    @Override
    long readUnit(long offset, Evaluation evaluation) {
      select(index, offset, evaluation);
      return data.readNumber(evaluation) & bits().allOnes();
    }

    @Override
    void writeUnit(long offset, long value, Evaluation evaluation) {
      select(index, offset, evaluation);
      data.writeNumber(value, evaluation);
    }
  }
}
