package org.memslot.cli.monitor;

import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Where a monitor session shows commands, answers and events. Any thread may show an event; it
 * never stands between a command and its answer.
 */
abstract class MonitorOutput {
  /** What stands before a command. */
  static final String PROMPT = "(memslot) ";

  /** Events that are kept for the time after an answer; of more only their number is. */
  private static final int MOST_HELD = 4096;

  private final Queue<String> held = new ArrayDeque<>();
  private long lost;
  private boolean answering;

  /** Shows that a command is expected. */
  final synchronized void prompt() {
    showPrompt();
  }

  /** Shows the command that is carried out now, where its being typed has not shown it. */
  final synchronized void command(String line) {
    showCommand(line);
    answering = true;
  }

  /** Shows a command's answer: whole lines without the last line's end, or nothing. */
  final synchronized void answer(String text) {
    if (!text.isEmpty()) {
      showLines(text);
    }
    answering = false;
    held.forEach(event -> showEvent("* " + event));
    held.clear();
    if (lost > 0) {
      showEvent("* " + lost + " more events came while the command was carried out");
      lost = 0;
    }
  }

  /** Shows an event, given without its asterisk. */
  final synchronized void event(String line) {
    if (answering && held.size() == MOST_HELD) {
      lost++;
    } else if (answering) {
      held.add(line);
    } else {
      showEvent("* " + line);
    }
  }

  abstract void showPrompt();

  abstract void showCommand(String line);

  abstract void showLines(String text);

  abstract void showEvent(String line);
}
