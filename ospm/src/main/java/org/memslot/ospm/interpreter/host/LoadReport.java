package org.memslot.ospm.interpreter.host;

import java.util.List;
import org.memslot.aml.TableHeader;

/**
 * What came of loading a definition block.
 *
 * @param header the table's header
 * @param problems what could not be read or run, in words; empty if all is well
 */
public record LoadReport(TableHeader header, List<String> problems) {
  /** Copies the problems. */
  public LoadReport {
    problems = List.copyOf(problems);
  }
}
