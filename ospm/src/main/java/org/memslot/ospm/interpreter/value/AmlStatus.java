package org.memslot.ospm.interpreter.value;

import org.memslot.ospm.interpreter.host.AmlLimits;

/**
 * Why AML could not be loaded or evaluated: the one error vocabulary of the interpreter.
 *
 * <p>A constant that begins with {@code AE_} has the name and the {@link #code} under which ACPICA,
 * and with it every log a firmware engineer has read, reports the same condition. ACPICA has no
 * status of its own for the conditions of the other constants.
 */
public enum AmlStatus {
  /** A name does not exist where the namespace search rules (ACPI 6.5, 5.3) look for it. */
  AE_NOT_FOUND(0x0005, "the name does not exist"),
  /** A name is declared twice in one scope. */
  AE_ALREADY_EXISTS(0x0007, "the name exists already"),
  /** A name or path given by the caller is not one the grammar allows. */
  AE_BAD_PATHNAME(0x1003, "the path is not well formed"),
  /** An object of the wrong type was given by the caller. */
  AE_TYPE(0x0008, "the object has the wrong type"),
  /** An argument has a value that is out of range. */
  AE_BAD_PARAMETER(0x1001, "the argument is out of range"),
  /** The checksum of a table that AML loads is wrong. */
  AE_BAD_CHECKSUM(0x2003, "the checksum of the table is wrong"),
  /** A table that AML loads is no definition block. */
  AE_BAD_SIGNATURE(0x2001, "the table is not a definition block"),
  /** The length of a table that AML loads is wrong. */
  AE_INVALID_TABLE_LENGTH(0x2005, "the length of the table is wrong"),
  /** A table's bytes or header are wrong. */
  AE_BAD_DATA(0x1004, "the table is damaged"),
  /** The construct is well formed, and nothing here can run it. */
  AE_SUPPORT(0x000F, "not supported"),
  /** A referenced object holds no value. */
  AE_NULL_OBJECT(0x0009, "the object holds no value"),
  /** A wait ended without its condition. */
  AE_TIME(0x0011, "the time is over"),
  /** A mutex is released by an evaluation that does not own it, or in the wrong order. */
  AE_AML_NOT_OWNER(0x3014, "the mutex is not owned by this evaluation"),
  /** A mutex is released that is not acquired. */
  AE_AML_MUTEX_NOT_ACQUIRED(0x3016, "the mutex is not acquired"),
  /** Mutexes are acquired or released against their sync levels. */
  AE_AML_MUTEX_ORDER(0x3015, "the mutex is used against its sync level"),
  /** An operand has a type the operator does not take and none converts to. */
  AE_AML_OPERAND_TYPE(0x3003, "the operand has the wrong type"),
  /** An operand has a value the operator does not take. */
  AE_AML_OPERAND_VALUE(0x3004, "the operand has the wrong value"),
  /** The target of a store cannot take the value. */
  AE_AML_TARGET_TYPE(0x3023, "the target cannot hold the value"),
  /** A local variable is read before it is set. */
  AE_AML_UNINITIALIZED_LOCAL(0x3005, "the local variable has no value"),
  /** An argument is read that the caller did not pass. */
  AE_AML_UNINITIALIZED_ARG(0x3006, "the argument has no value"),
  /** A package element is read that was never set. */
  AE_AML_UNINITIALIZED_ELEMENT(0x3007, "the package element has no value"),
  /** A named object is read before it has a value. */
  AE_AML_UNINITIALIZED_NODE(0x3022, "the named object has no value"),
  /** A value is asked of a method that returned none. */
  AE_AML_NO_RETURN_VALUE(0x3012, "the method returned no value"),
  /** A method, expression or region needs an operand that is not there. */
  AE_AML_NO_OPERAND(0x3002, "an operand is missing"),
  /** A number is divided by zero. */
  AE_AML_DIVIDE_BY_ZERO(0x300C, "division by zero"),
  /** A digit of a binary coded decimal is above 9, or a number is too large for one. */
  AE_AML_NUMERIC_OVERFLOW(0x3008, "the number does not fit"),
  /** A buffer or string is indexed past its end. */
  AE_AML_BUFFER_LIMIT(0x300A, "past the end of the buffer"),
  /** A string is indexed past its end, or is longer than what it is for. */
  AE_AML_STRING_LIMIT(0x3011, "past the limit of the string"),
  /** A package is indexed past its end. */
  AE_AML_PACKAGE_LIMIT(0x300B, "past the end of the package"),
  /** A field reaches past the end of its operation region. */
  AE_AML_REGION_LIMIT(0x3009, "past the end of the operation region"),
  /** An operation region lies in an address space that nobody handles. */
  AE_NOT_EXIST(0x0006, "no handler for the address space"),
  /** An access to an operation region failed in its handler. */
  REGION_ACCESS_FAILED(0x0001, "the access to the operation region failed"),
  /** A field is declared with an access type its address space does not know. */
  AE_AML_INVALID_SPACE_ID(0x3010, "the address space cannot be accessed this way"),
  /** The value of a bank field does not fit in the bank register. */
  AE_AML_REGISTER_LIMIT(0x3019, "the value does not fit in the register"),
  /** An SMBus or GenericSerialBus access has attributes that name no protocol. */
  AE_AML_PROTOCOL(0x3024, "the access attribute is not defined"),
  /** A buffer is too short for the transaction it is to hold. */
  AE_AML_BUFFER_LENGTH(0x3025, "the buffer is too short"),
  /** A data object that must be a resource template is none. */
  AE_AML_INVALID_RESOURCE_TYPE(0x3017, "the buffer is not a resource template"),
  /** A resource template has no end tag. */
  AE_AML_NO_RESOURCE_END_TAG(0x301C, "the resource template has no end tag"),
  /** The table's byte stream does not follow the AML grammar. */
  AE_AML_BAD_OPCODE(0x3001, "the byte stream is not AML"),
  /** Break or Continue stands outside of a While. */
  AE_AML_NO_WHILE(0x301A, "Break or Continue outside of While"),
  /** A method is called with too few or too many arguments. */
  WRONG_ARGUMENT_COUNT(0x0001, "the number of arguments is wrong"),
  /** A chain of references or aliases leads back to itself. */
  AE_AML_CIRCULAR_REFERENCE(0x301E, "the references form a circle"),
  /** More method calls are nested than {@link AmlLimits} allows. */
  AE_AML_METHOD_LIMIT(0x3013, "too many nested method calls"),
  /** A loop ran longer than {@link AmlLimits} allows. */
  AE_AML_LOOP_TIMEOUT(0x3021, "the loop did not end in its time"),
  /** An object would be larger than {@link AmlLimits} allows. */
  AE_LIMIT(0x0010, "the object is larger than allowed"),
  /** Expressions are nested deeper than {@link AmlLimits} allows. */
  AE_STACK_OVERFLOW(0x000C, "the evaluation is nested too deeply"),
  /** The AML executed Fatal: the firmware wants the system stopped (ACPI 6.5, 19.6.46). */
  FATAL_EXECUTED(0x0001, "the firmware signalled a fatal error"),
  /** The evaluation was stopped by its caller. */
  AE_ABORT_METHOD(0x0018, "the evaluation was aborted");

  private final int code;
  private final String text;

  AmlStatus(int code, String text) {
    this.code = code;
    this.text = text;
  }

  /**
   * Returns the number that ACPICA gives the condition, which a method {@code \\_ERR} gets; 1
   * (AE_ERROR) where ACPICA has none.
   */
  public int code() {
    return code;
  }

  /** Returns the condition in words, without a full stop. */
  public String text() {
    return text;
  }
}
