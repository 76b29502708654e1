package org.memslot.aml;

/** What follows an opcode, in the words of the grammar (ACPI 6.5, 20.2). */
enum Operand {
  /** The length of all operands, the length itself included. */
  PKG_LENGTH,
  /** NameString. */
  NAME,
  /** SuperName or Target: a name is called where it is a method. */
  SUPER_NAME,
  /** SimpleName, or a SuperName that is only referred to: a name is never called. */
  OBJECT_NAME,
  /** TermArg: a name is called where it is a method. */
  TERM_ARG,
  /** DataRefObject. */
  DATA_REF,
  /** ByteData. */
  BYTE,
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
