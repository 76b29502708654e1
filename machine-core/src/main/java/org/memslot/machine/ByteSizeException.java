package org.memslot.machine;

import org.jspecify.annotations.Nullable;

/** A text that is not a size or an address as {@link ByteSize} reads them. */
public final class ByteSizeException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String text;
  private final String reason;

  ByteSizeException(String text, String reason) {
    this(text, reason, null);
  }

  ByteSizeException(String text, String reason, @Nullable Throwable cause) {
    super("\"" + text + "\" is not a size: " + reason, cause);
    this.text = text;
    this.reason = reason;
  }

  /** The text as it was given. */
  public String text() {
    return text;
  }

  /** What is wrong with it, without the text, and where possible the way out. */
  public String reason() {
    return reason;
  }
}
