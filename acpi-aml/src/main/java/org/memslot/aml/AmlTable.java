package org.memslot.aml;

import java.util.List;

/**
 * A definition block: a DSDT, an SSDT or any other table whose content is AML (ACPI 6.5, 20.2.1).
 *
 * @param header its header
 * @param terms its content
 */
public record AmlTable(TableHeader header, List<Term> terms) {
  /** Copies the terms. */
  public AmlTable {
    terms = List.copyOf(terms);
  }
}
