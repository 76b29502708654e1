package org.memslot.cli.monitor;

import java.io.PrintStream;

/**
 * Output that a program may read line by line: {@code (memslot) COMMAND}, then the answer's lines;
 * an event has a line of its own, which begins with an asterisk.
 */
final class PlainOutput extends MonitorOutput {
  private final PrintStream out;
  private boolean promptOpen;

  PlainOutput(PrintStream out) {
    this.out = out;
  }

  @Override
  void showPrompt() {
    print(PROMPT);
    promptOpen = true;
  }

  @Override
  void showCommand(String line) {
    print((promptOpen ? "" : PROMPT) + line + "\n");
    promptOpen = false;
  }

  @Override
  void showLines(String text) {
    print(text + "\n");
  }

  @Override
  void showEvent(String line) {
    print((promptOpen ? "\n" : "") + line + "\n");
    promptOpen = false;
  }

  private void print(String text) {
    out.print(text);
    out.flush();
  }
}
