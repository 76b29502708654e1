package org.memslot.aml;

import org.jspecify.annotations.Nullable;

/**
 * Leaves a term that cannot be read; the list around it goes on behind it.
 *
 * <p>Bytes of bad will can cause one every few bytes. So each reader has one that it throws again
 * and again, without stack trace, and its text is made when it is asked for.
 */
final class ReadFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private int offset;
  private String format = "";
  private int number;
  private transient @Nullable Opcode opcode;

  ReadFailure() {
    super(null, null, false, false);
  }

  /**
   * This failure, about a byte; {@code %d} or {@code %02x} in the format is the number, {@code %s}
   * the opcode.
   */
  ReadFailure about(int newOffset, String newFormat, int newNumber, @Nullable Opcode newOpcode) {
    offset = newOffset;
    format = newFormat;
    number = newNumber;
    opcode = newOpcode;
    return this;
  }

  int offset() {
    return offset;
  }

  String reason() {
    return opcode == null ? String.format(format, number) : String.format(format, opcode);
  }
}
