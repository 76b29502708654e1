package org.memslot.ospm.interpreter.execution;

/** How a statement ended. */
enum Completion {
  /** The next statement is to run. */
  NORMAL,
  /** Break: the innermost loop ends. */
  BREAK,
  /** Continue: the innermost loop takes its next turn. */
  CONTINUE,
  /** Return: the method ends; its value is in the frame. */
  RETURN
}
