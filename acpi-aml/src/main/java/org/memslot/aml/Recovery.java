package org.memslot.aml;

/** Where to go on behind a term that cannot be read. */
final class Recovery {
  private Recovery() {}

  /**
   * The end of the term at {@code start} where its length is readable, else the end of the list
   * around it.
   *
   * @param in limited to the list around the term
   */
  static int resumeAt(AmlReader in, int start) {
    in.moveTo(start);
    try {
      Opcode opcode = in.readOpcode();
      if (opcode.isPackage()) {
        return in.readPackageEnd();
      }
      return in.limit();
    } catch (ReadFailure unreadable) {
      return in.limit();
    }
  }
}
