package org.memslot.aml;

import java.util.List;
import java.util.function.Consumer;

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

  /** The table whose terms the lambda builds. */
  public static AmlTable of(TableHeader header, Consumer<TermListBuilder> body) {
    return new AmlTable(header, TermListBuilder.of(body));
  }

  /**
   * The table's bytes, with length and checksum.
   *
   * @throws AmlEncodingException where a length does not fit its field or terms are nested too deep
   */
  public byte[] encode() {
    return AmlEncoder.encode(this);
  }
}
