package org.memslot.bios.acpi.layout;

import java.util.List;

/**
 * The layout of one table, as its specification prints it.
 *
 * @param signature four characters, eight for the root pointer
 * @param title the table's full name
 * @param source the specification and section: {@code ACPI 6.5, section 5.2.12}
 * @param header how it begins
 * @param revisions the revisions that the source and its predecessors define; none if that is not
 *     known
 * @param items what follows the header; for a table without one, all of it
 */
public record TableLayout(
    String signature,
    String title,
    String source,
    Header header,
    List<Integer> revisions,
    List<Item> items) {
  /** Where the header has the revision. */
  static final int REVISION_OFFSET = 8;

  /** How a table begins. */
  public enum Header {
    /** The description header of 36 bytes (ACPI 6.5, section 5.2.6). */
    DESCRIPTION,
    /** Signature and length only, at the offsets of the description header. */
    LENGTH,
    /** Fields of its own. */
    NONE
  }

  /** Copies the lists. */
  public TableLayout {
    revisions = List.copyOf(revisions);
    items = List.copyOf(items);
  }

  /** Returns the same layout, for a table of which these revisions are defined. */
  public TableLayout revisions(Integer... defined) {
    return new TableLayout(signature, title, source, header, List.of(defined), items);
  }
}
