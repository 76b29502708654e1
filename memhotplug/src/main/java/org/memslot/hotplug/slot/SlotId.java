package org.memslot.hotplug.slot;

import java.util.Optional;
import java.util.regex.Pattern;

/** The syntax of slot names: QEMU's for ids, with a length that a monitor line can bear. */
public final class SlotId {
  /** The longest name. */
  public static final int MAXIMUM_LENGTH = 63;

  private static final String RULE =
      "a name is a letter followed by letters, digits, '-', '.' and '_'";
  private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z][A-Za-z0-9._-]*");

  private SlotId() {}

  /** What is wrong with a name, or nothing. */
  public static Optional<String> fault(String id) {
    if (id.isEmpty()) {
      return Optional.of("it is empty; " + RULE);
    }
    if (id.length() > MAXIMUM_LENGTH) {
      return Optional.of("it has " + id.length() + " characters; the limit is " + MAXIMUM_LENGTH);
    }
    return WELL_FORMED.matcher(id).matches() ? Optional.empty() : Optional.of(RULE);
  }
}
