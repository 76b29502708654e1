package org.memslot.ospm.interpreter.value;

/**
 * A named run of bits: of an operation region, of an index and data register pair, or of a buffer
 * (ACPI 6.5, 19.6.47, 19.6.63, 19.6.7, 19.6.20). The interpreter makes and accesses them.
 *
 * <p>Evaluating one reads it: the value is an integer where the bits fit in one, else a buffer.
 */
public non-sealed interface FieldUnit extends AmlObject {
  /** Returns the number of bits. */
  long bitLength();
}
