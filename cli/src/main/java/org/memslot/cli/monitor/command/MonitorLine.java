package org.memslot.cli.monitor.command;

/** What {@link MonitorParser} makes of a line. */
public sealed interface MonitorLine {
  /** Nothing but blanks. */
  record Blank() implements MonitorLine {}

  /**
   * A command in its right form.
   *
   * @param text the line without blanks around it
   * @param action what it means
   */
  record Command(String text, MonitorAction action) implements MonitorLine {}

  /**
   * A line that means nothing.
   *
   * @param message one line: what is wrong and the right form
   */
  record Wrong(String message) implements MonitorLine {}
}
