package org.memslot.cli.monitor;

/**
 * What a command led to at once.
 *
 * @param text whole lines for the user without the last one's end; empty when there is nothing to
 *     say
 * @param kind how it went
 */
record Answer(String text, Kind kind) {
  /** How a command went. */
  enum Kind {
    /** It was done, or what it starts was started. */
    DONE,
    /** It was not, and the text says why; nothing has changed. */
    REFUSED,
    /** The session and the machine are to end. */
    QUIT
  }

  static Answer of(String text) {
    return new Answer(text, Kind.DONE);
  }

  static Answer refused(String reason) {
    return new Answer(reason, Kind.REFUSED);
  }
}
