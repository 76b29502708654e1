package org.memslot.aml;

/**
 * Receives an opcode and its operands, in the order of the bytes, from {@link Opcode#write}. The
 * forms without an array are for the common operations.
 */
abstract class OperandSink {
  abstract void put(Opcode opcode, Object... operands);

  abstract void put(Opcode opcode, TermArg operand);

  abstract void put(Opcode opcode, TermArg first, TermArg second);

  abstract void put(Opcode opcode, TermArg operand, Target target);

  abstract void put(Opcode opcode, TermArg first, TermArg second, Target target);
}
