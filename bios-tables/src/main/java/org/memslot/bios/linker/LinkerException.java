package org.memslot.bios.linker;

/** A script asks for what it may not have: a byte outside of a file, a file that is not there. */
public final class LinkerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int command;

  /**
   * @param command its place in the script, from 0
   * @param problem what is wrong, with value and limit
   */
  public LinkerException(int command, String problem) {
    super("%s: command %d: %s".formatted(LinkerScript.FILE, command, problem));
    this.command = command;
  }

  /** The place of the command in the script, from 0. */
  public int command() {
    return command;
  }
}
