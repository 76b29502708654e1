package org.memslot.cli.monitor;

import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Output that a program may read line by line: {@code (memslot) COMMAND}, then the answer's lines. An event has a line of
 * its own, which begins with an asterisk and never stands between a command and its answer.
 */
final class PlainOutput implements MonitorOutput {
  private final PrintStream out;
  private final Queue<String> held = new ArrayDeque<>();
  private boolean promptOpen;
  private boolean answering;

  PlainOutput(PrintStream out) {
    this.out = out;
  }

  @Override
  public synchronized void prompt() {
    print(PROMPT);
    promptOpen = true;
  }

  @Override
  public synchronized void command(String line) {
    print((promptOpen ? "" : PROMPT) + line + "\n");
    promptOpen = false;
    answering = true;
  }

  @Override
  public synchronized void answer(String text) {
    if (!text.isEmpty()) {
      print(text + "\n");
    }
    answering = false;
    held.forEach(this::event);
    held.clear();
  }

  @Override
  public synchronized void event(String line) {
    if (answering) {
      held.add(line);
      return;
    }
    print((promptOpen ? "\n" : "") + "* " + line + "\n");
    promptOpen = false;
  }

  private void print(String text) {
    out.print(text);
    out.flush();
  }
}
