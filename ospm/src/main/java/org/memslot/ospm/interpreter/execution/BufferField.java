package org.memslot.ospm.interpreter.execution;

import org.memslot.ospm.interpreter.execution.FieldBits.UpdateRule;
import org.memslot.ospm.interpreter.value.AmlBuffer;
import org.memslot.ospm.interpreter.value.AmlException;
import org.memslot.ospm.interpreter.value.AmlObjectType;
import org.memslot.ospm.interpreter.value.AmlStatus;

/** A run of bits of a buffer, as CreateField and its relatives declare it. */
final class BufferField extends BitField {
  private final byte[] bytes;
  private final boolean alwaysBuffer;

  /**
   * Creates a field.
   *
   * @param alwaysBuffer whether it reads as a buffer even when an integer would do: CreateField's
   *     do
   */
  BufferField(AmlBuffer buffer, long position, long length, boolean alwaysBuffer) {
    super(new FieldBits(position, length, 1, UpdateRule.PRESERVE));
    this.bytes = buffer.bytes();
    this.alwaysBuffer = alwaysBuffer;
    long available = (long) bytes.length * Byte.SIZE;
    if (length < 0 || length > available || position < 0 || position > available - length) {
      throw new AmlException(
          AmlStatus.AE_AML_BUFFER_LIMIT,
          "bits 0x%X to 0x%X of a buffer that has 0x%X"
              .formatted(position, position + length, available));
    }
  }

  @Override
  public AmlObjectType type() {
    return AmlObjectType.BUFFER_FIELD;
  }

  @Override
  boolean isAlwaysBuffer() {
    return alwaysBuffer;
  }

  @Override
  long readUnit(long offset, Evaluation evaluation) {
    return Byte.toUnsignedLong(bytes[(int) offset]);
  }

  @Override
  void writeUnit(long offset, long value, Evaluation evaluation) {
    bytes[(int) offset] = (byte) value;
  }
}
