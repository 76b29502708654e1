package org.memslot.ospm.interpreter.value;

import java.util.Optional;

/**
 * The one failure that leaves the interpreter: AML that could not be loaded or evaluated.
 *
 * <p>It is the AML that went wrong, not the Java program, so the exception carries the AML's place
 * (the method or object being evaluated) and no Java stack trace.
 */
public final class AmlException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final AmlStatus status;
  private final String detail;
  private final String path;
  private final boolean last;

  /**
   * Creates a failure whose place is not known yet; the interpreter adds it on the way out.
   *
   * @param status what is wrong
   * @param detail the value, the limit and whatever else makes the message worth reading
   */
  public AmlException(AmlStatus status, String detail) {
    this(status, detail, "", false);
  }

  private AmlException(AmlStatus status, String detail, String path, boolean last) {
    super(message(status, detail, path), null, false, false);
    this.status = status;
    this.detail = detail;
    this.path = path;
    this.last = last;
  }

  private static String message(AmlStatus status, String detail, String path) {
    String where = path.isEmpty() ? "" : " in " + path;
    return status + where + ": " + (detail.isEmpty() ? status.text() : detail);
  }

  /** Returns status, place and detail in one line. */
  @Override
  public String getMessage() {
    return message(status, detail, path);
  }

  /** Returns what is wrong. */
  public AmlStatus status() {
    return status;
  }

  /** Returns the value, limit or name that was the trouble; may be empty. */
  public String detail() {
    return detail;
  }

  /** Returns the absolute path of the method or object that was being evaluated, if known. */
  public Optional<String> path() {
    return path.isEmpty() ? Optional.empty() : Optional.of(path);
  }

  /** Returns the same failure at the given place, or this one when its place is already known. */
  public AmlException at(String place) {
    return path.isEmpty() ? new AmlException(status, detail, place, last) : this;
  }

  /** Returns the same failure, which nobody is asked about any more. */
  public AmlException asFinal() {
    return last ? this : new AmlException(status, detail, path, true);
  }

  /** Tells whether the failure ends the evaluation without anybody being asked. */
  public boolean isFinal() {
    return last
        || switch (status) {
          case AE_AML_LOOP_TIMEOUT, AE_TIME, AE_ABORT_METHOD, AE_STACK_OVERFLOW, FATAL_EXECUTED ->
              true;
          default -> false;
        };
  }
}
