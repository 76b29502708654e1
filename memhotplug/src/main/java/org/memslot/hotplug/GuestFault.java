package org.memslot.hotplug;

/** What a guest can do wrong at the registers. It changes nothing but a counter. */
public enum GuestFault {
  /** It ejected a slot that nobody asked it to eject. */
  UNREQUESTED_EJECT("unrequested ejects"),
  /** It reported an outcome of something that nobody asked for. */
  UNEXPECTED_REPORT("unexpected reports"),
  /** It named a slot that the machine does not have. */
  UNKNOWN_SLOT("unknown slots"),
  /** It wrote a register that is read-only, or read one that is write-only. */
  WRONG_DIRECTION("wrong-direction accesses");

  private final String words;

  GuestFault(String words) {
    this.words = words;
  }

  /** The fault in words, for lists of counters. */
  public String words() {
    return words;
  }
}
