package org.memslot.hypervisor.device;

import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** Puts characters that come one by one together to lines; one that gets too long is cut. */
final class LineLog implements IntConsumer {
  private static final int LONGEST = 1024;

  private final Consumer<String> lines;
  private final StringBuilder line = new StringBuilder();

  /** Lines go there, without their ends; not printable characters are dots. */
  public LineLog(Consumer<String> lines) {
    this.lines = lines;
  }

  @Override
  public synchronized void accept(int character) {
    if (character != '\n' && character != '\r') {
      line.append(character >= ' ' && character <= '~' ? (char) character : '.');
    }
    if (character == '\n' || line.length() >= LONGEST) {
      lines.accept(line.toString());
      line.setLength(0);
    }
  }
}
