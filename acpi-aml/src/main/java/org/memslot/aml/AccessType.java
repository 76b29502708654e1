package org.memslot.aml;

/**
 * The width in which a field's register is accessed (ACPI 6.5, 20.2.5.2: AccessType), in the order
 * of its encoding.
 */
public enum AccessType {
  /** The width that fits. */
  ANY_ACC(0),
  /** One byte. */
  BYTE_ACC(1),
  /** Two bytes. */
  WORD_ACC(2),
  /** Four bytes. */
  DWORD_ACC(3),
  /** Eight bytes. */
  QWORD_ACC(4),
  /** A buffer: SMBus, GPIO, serial buses. */
  BUFFER_ACC(5);

  private final int code;

  AccessType(int code) {
    this.code = code;
  }

  /** The number that stands for it in AML. */
  public int code() {
    return code;
  }
}
