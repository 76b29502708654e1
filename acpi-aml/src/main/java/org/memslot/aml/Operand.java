package org.memslot.aml;

/** A kind of operand, named as in the grammar (ACPI 6.5, 20.2). */
enum Operand {
  /** The length of all operands, the length itself included. */
  PKG_LENGTH,
  /** NameString. */
  NAME,
  /** SuperName: a name is called where it is a method. */
  SUPER_NAME,
  /** Target: a SuperName or NullName. */
  TARGET,
  /** SuperName whose object is not evaluated: a name is never called. */
  OBJECT_NAME,
  /** SimpleName: a name is never called. */
  SIMPLE_NAME,
  /** TermArg: a name is called where it is a method. */
  TERM_ARG,
  /** DataRefObject. */
  DATA_REF,
  /** ByteData. */
  BYTE,
  /** MatchOpcode. */
  MATCH_OPERATOR,
  /** WordData. */
  WORD,
  /** DWordData. */
  DWORD,
  /** QWordData. */
  QWORD,
  /** AsciiCharList and NullChar. */
  STRING,
  /** TermList, FieldList, ByteList or PackageElementList: up to the end of the package. */
  LIST
}
