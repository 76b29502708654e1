package org.memslot.aml;

/** The Debug object: what is stored to it goes to the debugger (ACPI 6.5, 20.2.6.3). */
public record DebugObj() implements SuperName {
  /** The one that decoder and builder use; all are equal. */
  public static final DebugObj DEBUG = new DebugObj();
}
