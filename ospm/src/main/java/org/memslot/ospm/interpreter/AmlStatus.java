package org.memslot.ospm.interpreter;

/**
 * Why AML could not be loaded or evaluated: the one error vocabulary of the interpreter.
 *
 * <p>The constants keep the names under which ACPICA, and with it every log a firmware engineer has
 * read, reports the same condition.
 */
public enum AmlStatus {
  /** A name does not exist where the namespace search rules (ACPI 6.5, 5.3) look for it. */
  AE_NOT_FOUND("the name does not exist"),
  /** A name is declared twice in one scope. */
  AE_ALREADY_EXISTS("the name exists already"),
  /** A name or path given by the caller is not one the grammar allows. */
  AE_BAD_PATHNAME("the path is not well formed"),
  /** An object of the wrong type was given by the caller. */
  AE_TYPE("the object has the wrong type"),
  /** An argument has a value that is out of range. */
  AE_BAD_PARAMETER("the argument is out of range"),
  /** A table's bytes, checksum or header are wrong. */
  AE_BAD_DATA("the table is damaged"),
  /** The construct is well formed, and nothing here can run it. */
  AE_SUPPORT("not supported"),
  /** A referenced object holds no value. */
  AE_NULL_OBJECT("the object holds no value"),
  /** A wait ended without its condition. */
  AE_TIME("the time is over"),
  /** A mutex is released by an evaluation that does not own it, or in the wrong order. */
  AE_AML_NOT_OWNER("the mutex is not owned by this evaluation"),
  /** A mutex is released that is not acquired. */
  AE_AML_MUTEX_NOT_ACQUIRED("the mutex is not acquired"),
  /** Mutexes are acquired or released against their sync levels. */
  AE_AML_MUTEX_ORDER("the mutex is used against its sync level"),
  /** An operand has a type the operator does not take and none converts to. */
  AE_AML_OPERAND_TYPE("the operand has the wrong type"),
  /** An operand has a value the operator does not take. */
  AE_AML_OPERAND_VALUE("the operand has the wrong value"),
  /** The target of a store cannot take the value. */
  AE_AML_TARGET_TYPE("the target cannot hold the value"),
  /** A local variable is read before it is set. */
  AE_AML_UNINITIALIZED_LOCAL("the local variable has no value"),
  /** An argument is read that the caller did not pass. */
  AE_AML_UNINITIALIZED_ARG("the argument has no value"),
  /** A package element is read that was never set. */
  AE_AML_UNINITIALIZED_ELEMENT("the package element has no value"),
  /** A named object is read before it has a value. */
  AE_AML_UNINITIALIZED_NODE("the named object has no value"),
  /** A value is asked of a method that returned none. */
  AE_AML_NO_RETURN_VALUE("the method returned no value"),
  /** A method, expression or region needs an operand that is not there. */
  AE_AML_NO_OPERAND("an operand is missing"),
  /** A number is divided by zero. */
  AE_AML_DIVIDE_BY_ZERO("division by zero"),
  /** A digit of a binary coded decimal is above 9, or a number is too large for one. */
  AE_AML_NUMERIC_OVERFLOW("the number does not fit"),
  /** A buffer or string is indexed past its end. */
  AE_AML_BUFFER_LIMIT("past the end of the buffer"),
  /** A string is indexed past its end. */
  AE_AML_STRING_LIMIT("past the end of the string"),
  /** A package is indexed past its end. */
  AE_AML_PACKAGE_LIMIT("past the end of the package"),
  /** A field reaches past the end of its operation region. */
  AE_AML_REGION_LIMIT("past the end of the operation region"),
  /** An operation region lies in an address space that nobody handles. */
  AE_NOT_EXIST("no handler for the address space"),
  /** An access to an operation region failed in its handler. */
  AE_AML_ACCESS("the access to the operation region failed"),
  /** A field is declared with an access type its address space does not know. */
  AE_AML_INVALID_SPACE_ID("the address space cannot be accessed this way"),
  /** A data object that must be a resource template is none. */
  AE_AML_INVALID_RESOURCE_TYPE("the buffer is not a resource template"),
  /** A resource template has no end tag. */
  AE_AML_NO_RESOURCE_END_TAG("the resource template has no end tag"),
  /** The table's byte stream does not follow the AML grammar. */
  AE_AML_BAD_OPCODE("the byte stream is not AML"),
  /** Break or Continue stands outside of a While. */
  AE_AML_NO_WHILE("Break or Continue outside of While"),
  /** A method is called with too few or too many arguments. */
  AE_AML_ARGUMENT_COUNT("the number of arguments is wrong"),
  /** A chain of references or aliases leads back to itself. */
  AE_AML_CIRCULAR_REFERENCE("the references form a circle"),
  /** More method calls are nested than {@link AmlLimits} allows. */
  AE_AML_METHOD_LIMIT("too many nested method calls"),
  /** A loop ran longer than {@link AmlLimits} allows. */
  AE_AML_LOOP_TIMEOUT("the loop did not end in its time"),
  /** An object would be larger than {@link AmlLimits} allows. */
  AE_LIMIT("the object is larger than allowed"),
  /** Expressions are nested deeper than {@link AmlLimits} allows. */
  AE_STACK_OVERFLOW("the evaluation is nested too deeply"),
  /** The AML executed Fatal: the firmware wants the system stopped (ACPI 6.5, 19.6.46). */
  AE_AML_FATAL("the firmware signalled a fatal error"),
  /** The evaluation was stopped by its caller. */
  AE_ABORT_METHOD("the evaluation was aborted");

  private final String text;

  AmlStatus(String text) {
    this.text = text;
  }

  /** Returns the condition in words, without a full stop. */
  public String text() {
    return text;
  }
}
