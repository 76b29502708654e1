package org.memslot.bios.acpi;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.memslot.aml.ByteList;
import org.memslot.bios.acpi.layout.TableLayout;

/**
 * What is known of the tables with one signature. Only the layout is needed.
 *
 * @param layout the fields; its signature is the one of the tables
 * @param decoder makes a record of the bytes; without one, tables are read as {@link OtherTable}
 * @param checks find what the layout cannot: what fields demand of each other
 */
public record TableKind(
    TableLayout layout,
    Optional<Function<ByteList, AcpiStructure>> decoder,
    List<Consumer<TableLint>> checks) {
  /** Copies the list. */
  public TableKind {
    checks = List.copyOf(checks);
  }

  /** Returns a kind of which only the layout is known. */
  public static TableKind of(TableLayout layout) {
    return new TableKind(layout, Optional.empty(), List.of());
  }

  /**
   * Returns the same kind with a decoder.
   *
   * @param decoder takes any bytes that begin with the signature; throws {@link
   *     org.memslot.bios.FirmwareDataException} if the rest does not fit
   */
  public TableKind decodedBy(Function<ByteList, AcpiStructure> decoder) {
    return new TableKind(layout, Optional.of(decoder), checks);
  }

  /** Returns the same kind with this check only; it adds what it finds to the {@link TableLint}. */
  public TableKind checkedBy(Consumer<TableLint> check) {
    return new TableKind(layout, decoder, List.of(check));
  }
}
