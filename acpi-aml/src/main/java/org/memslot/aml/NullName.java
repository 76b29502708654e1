package org.memslot.aml;

/** The {@link Target} that discards the result: the grammar's NullName. */
public record NullName() implements Target {
  /** The one that decoder and builder use; all are equal. */
  public static final NullName NULL_NAME = new NullName();
}
