package org.memslot.acceptance.guest;

import java.util.List;
import java.util.regex.Pattern;

/** What the init of a Linux guest has said about its memory. */
public final class LinuxGuest {
  private static final Pattern TOTAL = Pattern.compile("^guest: .*MemTotal (?:\\d+ -> )?(\\d+) kB");
  private static final Pattern BLOCKS = Pattern.compile("^guest: .* blocks (\\d+) ");
  private static final Pattern COMPLAINT = Pattern.compile("guest: complaint");

  private final Transcript console;

  /** A guest with this console. */
  public LinuxGuest(Transcript console) {
    this.console = console;
  }

  /** The guest's console. */
  public Transcript console() {
    return console;
  }

  /** MemTotal in KiB as the guest said it last, or 0. */
  public long total() {
    return console.lastGroup(TOTAL).map(Long::parseLong).orElse(0L);
  }

  /** The number of memory blocks that are online, as the guest said it last, or 0. */
  public long blocks() {
    return console.lastGroup(BLOCKS).map(Long::parseLong).orElse(0L);
  }

  /** ACPI errors and warnings of the kernel. */
  public List<String> complaints() {
    return console.lines().stream().filter(COMPLAINT.asPredicate()).toList();
  }
}
