package org.memslot.aml;

import java.util.List;

/**
 * What the decoder made of a table.
 *
 * @param table the tree; encoding it gives the decoded bytes, but for a checksum that was wrong
 * @param problems what could not be read, in the order of the bytes; at most {@link
 *     AmlDecoder#MAX_PROBLEMS}
 */
public record AmlDecoding(AmlTable table, List<AmlProblem> problems) {
  /** Copies the problems. */
  public AmlDecoding {
    problems = List.copyOf(problems);
  }
}
