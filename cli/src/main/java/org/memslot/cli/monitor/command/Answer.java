package org.memslot.cli.monitor.command;

/**
 * What a command led to at once.
 *
 * @param text whole lines for the user without the last one's end; empty when there is nothing to
 *     say
 * @param refused whether nothing was done or started; the text says why
 */
public record Answer(String text, boolean refused) {
  /** The command was carried out, or what it starts was started. */
  public static Answer of(String text) {
    return new Answer(text, false);
  }

  /** The command was refused and nothing has changed. */
  public static Answer refused(String reason) {
    return new Answer(reason, true);
  }
}
