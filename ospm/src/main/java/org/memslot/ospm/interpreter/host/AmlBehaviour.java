package org.memslot.ospm.interpreter.host;

import org.memslot.ospm.interpreter.value.AmlStatus;

/**
 * A way of evaluation that the specification does not ask for, and that some operating system or
 * firmware relies on. {@link AmlSettings} says which of them apply.
 */
public enum AmlBehaviour {
  /**
   * A method that ends without Return gives the value of the last operator that it evaluated, or 0.
   *
   * <p>Source: ACPICA's slack mode, for Windows. On in Linux.
   */
  IMPLICIT_RETURN,

  /**
   * A local or argument that was never set reads as 0 instead of failing with
   * AE_AML_UNINITIALIZED_LOCAL or AE_AML_UNINITIALIZED_ARG.
   *
   * <p>Source: ACPICA's slack mode. On in Linux.
   */
  UNSET_VARIABLES_ARE_ZERO,

  /**
   * Store takes objects that are no data, such as devices and methods, where it otherwise fails
   * with AE_AML_OPERAND_TYPE.
   *
   * <p>Source: ACPICA's slack mode. On in Linux.
   */
  STORE_ANY_OBJECT,

  /**
   * An access may reach past the end of its operation region up to the next multiple of the access
   * width.
   *
   * <p>Source: ACPICA's slack mode. On in Linux.
   */
  ROUND_UP_REGIONS,

  /**
   * A statement that fails has the method {@code \_ERR} evaluated, if there is one, with the code
   * of the {@link AmlStatus}, its name and the number of the thread. If it returns 0, evaluation
   * goes on with the next statement.
   *
   * <p>Source: acpiexec. Off in Linux, which has no such method.
   */
  ERROR_METHOD,

  /**
   * Fatal does not end the evaluation once the host was told.
   *
   * <p>Source: ACPICA up to 2024, and later builds with ACPI_CONTINUE_ON_FATAL. Off in Linux since
   * it has that ACPICA.
   */
  CONTINUE_AFTER_FATAL,

  /**
   * A store to a local or a package element that holds a reference goes where the reference leads.
   *
   * <p>Source: Windows, as uACPI reproduces it. Off in Linux: only arguments pass a store on.
   */
  STORE_THROUGH_VARIABLES,

  /**
   * DerefOf, and operands that hold a reference, follow references to the object at their end, not
   * one step.
   *
   * <p>Source: Windows, as uACPI reproduces it. Off in Linux: DerefOf takes one step, and a
   * reference is no operand of arithmetic.
   */
  FOLLOW_REFERENCES,

  /**
   * An implicit conversion between an integer, a string and a buffer copies bytes instead of
   * converting digits. A string changes in place, so that a caller whose local was passed by an
   * argument sees it changed, too.
   *
   * <p>Source: Windows, as uACPI reproduces it. Off in Linux, which converts by ACPI 6.5, 19.3.5.7.
   */
  CONVERT_BY_BYTES
}
