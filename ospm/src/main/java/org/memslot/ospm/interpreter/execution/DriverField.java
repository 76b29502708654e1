package org.memslot.ospm.interpreter.execution;

import org.memslot.ospm.interpreter.value.AmlBuffer;
import org.memslot.ospm.interpreter.value.AmlException;
import org.memslot.ospm.interpreter.value.AmlInteger;
import org.memslot.ospm.interpreter.value.AmlObject;
import org.memslot.ospm.interpreter.value.AmlStatus;

/** A field whose accesses a driver serves as a whole, not unit by unit. */
abstract sealed class DriverField extends UnitField
    permits DriverField.Serial, DriverField.Pins, DriverField.Mailbox {
  final OperationRegion region;
  final FieldAttributes attributes;

  DriverField(FieldBits bits, OperationRegion region, FieldAttributes attributes) {
    super(bits);
    this.region = region;
    this.attributes = attributes;
  }

  @Override
  long readUnit(long offset, Evaluation evaluation) {
    throw new IllegalStateException("read as a whole");
  }

  @Override
  void writeUnit(long offset, long value, Evaluation evaluation) {
    throw new IllegalStateException("written as a whole");
  }

  /** A field of a serial bus: a buffer both ways. */
  static final class Serial extends DriverField {
    Serial(FieldBits bits, OperationRegion region, FieldAttributes attributes) {
      super(bits, region, attributes);
    }

    @Override
    boolean isAlwaysBuffer() {
      return true;
    }

    @Override
    AmlObject read(Conversions conversions, Evaluation evaluation) {
      return AmlBuffer.wrap(region.transact(bits(), attributes, AmlBuffer.of(), evaluation));
    }

    @Override
    void writeNumber(long value, Evaluation evaluation) {
      throw new AmlException(
          AmlStatus.AE_AML_OPERAND_TYPE, "a field with buffer access takes a buffer");
    }

    @Override
    void write(AmlObject value, Conversions conversions, Evaluation evaluation) {
      exchange(value, evaluation);
    }

    /**
     * Has the driver exchange the buffer for its answer, which is the value of the store: this is
     * how AML learns the status (ACPI 6.5, 5.5.2.4.6). The stored buffer keeps its content.
     */
    AmlBuffer exchange(AmlObject value, Evaluation evaluation) {
      if (!(value instanceof AmlBuffer buffer)) {
        throw Conversions.operandType("Buffer", value);
      }
      return AmlBuffer.wrap(region.transact(bits(), attributes, buffer.copy(), evaluation));
    }
  }

  /** Pins of a GeneralPurposeIo region, which are numbered from the last Connection. */
  static final class Pins extends DriverField {
    private final int firstPin;

    Pins(FieldBits bits, OperationRegion region, FieldAttributes attributes, int firstPin) {
      super(bits, region, attributes);
      this.firstPin = firstPin;
    }

    @Override
    AmlObject read(Conversions conversions, Evaluation evaluation) {
      byte[] levels = exchange(AmlBuffer.of(), evaluation);
      return readsAsNumber(conversions) ? AmlInteger.of(number(levels)) : AmlBuffer.wrap(levels);
    }

    @Override
    long readNumber(Evaluation evaluation) {
      return number(exchange(AmlBuffer.of(), evaluation));
    }

    @Override
    void write(AmlObject value, Conversions conversions, Evaluation evaluation) {
      if (!(value instanceof AmlInteger(long levels))) {
        throw Conversions.operandType("Integer", value);
      }
      writeNumber(levels, evaluation);
    }

    @Override
    void writeNumber(long value, Evaluation evaluation) {
      byte[] levels = new byte[bits().bytes()];
      for (int i = 0; i < levels.length && i < Long.BYTES; i++) {
        levels[i] = (byte) (value >>> (Byte.SIZE * i));
      }
      exchange(AmlBuffer.wrap(levels), evaluation);
    }

    private byte[] exchange(AmlBuffer levels, Evaluation evaluation) {
      return region.transactPins(firstPin, bits(), attributes, levels, evaluation);
    }

    private long number(byte[] levels) {
      long value = 0;
      for (int i = Math.min(levels.length, Long.BYTES) - 1; i >= 0; i--) {
        value = value << Byte.SIZE | Byte.toUnsignedLong(levels[i]);
      }
      return bits().length() >= Long.SIZE ? value : value & (1L << bits().length()) - 1;
    }
  }

  /**
   * A field of a PCC subspace: it lies in memory until the command is written, which has the driver
   * exchange the whole memory (ACPI 6.5, 5.5.2.4.7).
   */
  static final class Mailbox extends DriverField {
    private static final int COMMAND = 12;
    private static final int COMMAND_END = 16;

    Mailbox(FieldBits bits, OperationRegion region, FieldAttributes attributes) {
      super(bits, region, attributes);
    }

    @Override
    long readUnit(long offset, Evaluation evaluation) {
      return Byte.toUnsignedLong(memory(offset, evaluation)[(int) offset]);
    }

    @Override
    void writeUnit(long offset, long value, Evaluation evaluation) {
      memory(offset, evaluation)[(int) offset] = (byte) value;
    }

    private byte[] memory(long offset, Evaluation evaluation) {
      byte[] memory = region.sharedMemory(evaluation);
      if (offset >= memory.length) {
        throw new AmlException(
            AmlStatus.AE_AML_BUFFER_LIMIT,
            "offset 0x%X of %s, which has 0x%X".formatted(offset, region.path(), memory.length));
      }
      return memory;
    }

    @Override
    void writeNumber(long value, Evaluation evaluation) {
      super.writeNumber(value, evaluation);
      exchange(evaluation);
    }

    @Override
    void write(AmlObject value, Conversions conversions, Evaluation evaluation) {
      super.write(value, conversions, evaluation);
      if (!(value instanceof AmlInteger)) {
        exchange(evaluation);
      }
    }

    private void exchange(Evaluation evaluation) {
      long offset = bits().position() / Byte.SIZE;
      if (offset < COMMAND || offset >= COMMAND_END) {
        return;
      }
      byte[] memory = region.sharedMemory(evaluation);
      FieldBits all = new FieldBits(0, (long) memory.length * Byte.SIZE, 1, bits().updateRule());
      byte[] answer = region.transact(all, attributes, AmlBuffer.of(memory), evaluation);
      System.arraycopy(answer, 0, memory, 0, Math.min(answer.length, memory.length));
    }
  }
}
