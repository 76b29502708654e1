package org.memslot.testing;

import java.util.regex.Pattern;

/**
 * The words of the memslot command: options, their keys, and monitor commands. No message of a
 * library has them, for its users may have another command or none.
 */
public final class CommandWords {
  /** An option has one dash or two; that of usermod, which advice on /dev/kvm names, is another. */
  private static final Pattern WORDS =
      Pattern.compile(
          "(?<![\\w-])--?(?!aG\\b)[a-zA-Z]"
              + "|\\b(maxmem|phys-bits|nodeid|hmat-lb)\\b"
              + "|\\b(mem|cpus|slots)="
              + "|\\bmemslot (add|set)\\b");

  private CommandWords() {}

  /** True when the message has at least one of them. */
  public static boolean areIn(String message) {
    return WORDS.matcher(message).find();
  }
}
