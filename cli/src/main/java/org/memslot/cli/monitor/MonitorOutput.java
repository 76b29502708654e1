package org.memslot.cli.monitor;

/** Where a monitor session shows commands, answers and events; any thread may show an event. */
interface MonitorOutput {
  /** What stands before a command. */
  String PROMPT = "(memslot) ";

  /** Shows that a command is expected. */
  void prompt();

  /** Shows the command that is carried out now, where its being typed has not shown it. */
  void command(String line);

  /** Shows a command's answer: whole lines without the last line's end, or nothing. */
  void answer(String text);

  /** Shows an event, given without its asterisk. */
  void event(String line);
}
