package org.memslot.bios.acpi;

import static org.memslot.bios.acpi.layout.Layouts.rest;
import static org.memslot.bios.acpi.layout.Layouts.table;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.memslot.aml.ByteList;

/**
 * An immutable set of kinds of tables, each with a signature of its own.
 *
 * <pre>{@code
 * TableKinds kinds =
 *     TableKinds.STANDARD.with(
 *         TableKind.of(MyTable.LAYOUT).decodedBy(MyTable::decode).checkedBy(MyTable::check));
 * AcpiStructure table = AcpiTables.decode(bytes, kinds);
 * }</pre>
 */
public final class TableKinds {
  /** The kinds that this module knows. */
  public static final TableKinds STANDARD = new TableKinds(Map.of());

  private static final int SIGNATURE_SIZE = 4;

  private final Map<String, TableKind> added;

  private TableKinds(Map<String, TableKind> added) {
    this.added = added;
  }

  /** Returns the same set with one more kind, which replaces the one with its signature. */
  public TableKinds with(TableKind kind) {
    Map<String, TableKind> all = new HashMap<>(added);
    all.put(kind.layout().signature(), kind);
    return new TableKinds(Map.copyOf(all));
  }

  /** Returns the kind with a signature: four characters, {@code RSD PTR } for the root pointer. */
  public Optional<TableKind> find(String signature) {
    TableKind own = added.get(signature);
    return Optional.ofNullable(own == null ? StandardTables.find(signature) : own);
  }

  /**
   * Returns the kind for the bytes of a table: by its signature, else one that has a description
   * header and bytes.
   */
  public TableKind of(ByteList content) {
    String signature =
        new String(
            content.slice(0, Math.min(SIGNATURE_SIZE, content.length())).toArray(),
            StandardCharsets.ISO_8859_1);
    Optional<TableKind> known = find(signature.equals("RSD ") ? Rsdp.SIGNATURE : signature);
    return known.isPresent()
        ? known.orElseThrow()
        : TableKind.of(
            table(signature, "Table without a layout", "ACPI 6.5, section 5.2.6", rest("Content")));
  }
}
