package org.memslot.aml.asl;

import org.memslot.aml.resource.AslMacro;

/**
 * How ASL is written.
 *
 * @param operators the operators' style
 * @param comments whether predefined names get a comment that says what they are
 * @param acpiVersion the newest resource macros to use, as 0xMMmm; templates that need newer ones
 *     are written as buffers, which every compiler takes
 */
public record AslOptions(Operators operators, boolean comments, int acpiVersion) {
  /** The style of operators. */
  public enum Operators {
    /** ASL+: {@code Local0 = (Arg0 + 1)}. */
    SYMBOLIC,
    /** ASL before ACPI 6.0: {@code Add (Arg0, 1, Local0)}. */
    LEGACY
  }

  /** ASL+, comments, and the macros that compilers in common use know. */
  public static final AslOptions DEFAULT =
      new AslOptions(Operators.SYMBOLIC, true, AslMacro.ACPI_6_3);

  /** Returns the same with legacy operators. */
  public AslOptions legacy() {
    return new AslOptions(Operators.LEGACY, comments, acpiVersion);
  }

  /** Returns the same without comments. */
  public AslOptions withoutComments() {
    return new AslOptions(operators, false, acpiVersion);
  }
}
