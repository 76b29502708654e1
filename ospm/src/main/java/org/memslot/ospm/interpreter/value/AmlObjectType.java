package org.memslot.ospm.interpreter.value;

/**
 * The types an AML object can have, with the numbers ObjectType returns for them (ACPI 6.5,
 * 19.6.96).
 */
public enum AmlObjectType {
  /** Holds no value. */
  UNINITIALIZED(0),
  /** A 32- or 64-bit unsigned number. */
  INTEGER(1),
  /** Bytes of text. */
  STRING(2),
  /** Bytes. */
  BUFFER(3),
  /** A list of objects. */
  PACKAGE(4),
  /** A part of an operation region. */
  FIELD_UNIT(5),
  /** A device or bus. */
  DEVICE(6),
  /** A synchronization event. */
  EVENT(7),
  /** A control method. */
  METHOD(8),
  /** A synchronization mutex. */
  MUTEX(9),
  /** A window on an address space. */
  OPERATION_REGION(10),
  /** A power resource. */
  POWER_RESOURCE(11),
  /** A processor (deprecated since ACPI 6.0). */
  PROCESSOR(12),
  /** A thermal zone. */
  THERMAL_ZONE(13),
  /** A part of a buffer. */
  BUFFER_FIELD(14),
  /** A loaded definition block. */
  DDB_HANDLE(15),
  /** The debug object. */
  DEBUG(16),
  /** A reference; ObjectType never returns this, it looks through references. */
  REFERENCE(17);

  private final int number;

  AmlObjectType(int number) {
    this.number = number;
  }

  /** Returns the number that ObjectType gives. */
  public int number() {
    return number;
  }
}
