package org.memslot.aml;

/**
 * What a write does to the bits beside a field (ACPI 6.5, 20.2.5.2: UpdateRule), in the order of
 * its encoding.
 */
public enum UpdateRule {
  /** They are read and written back. */
  PRESERVE(0),
  /** Ones are written. */
  WRITE_AS_ONES(1),
  /** Zeroes are written. */
  WRITE_AS_ZEROS(2);

  private final int code;

  UpdateRule(int code) {
    this.code = code;
  }

  /** The number that stands for it in AML. */
  public int code() {
    return code;
  }
}
