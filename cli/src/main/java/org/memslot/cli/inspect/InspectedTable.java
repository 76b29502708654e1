package org.memslot.cli.inspect;

import java.util.List;
import java.util.Optional;
import org.memslot.aml.diagnostic.Finding;

/**
 * A table with what checks found in it.
 *
 * @param source where it was found, and its bytes
 * @param asl its text, where it is a definition block that can be read and its text is wanted
 * @param findings in the order of the checks
 */
record InspectedTable(FoundTable source, Optional<String> asl, List<Finding> findings) {
  /** Copies the findings. */
  InspectedTable {
    findings = List.copyOf(findings);
  }
}
