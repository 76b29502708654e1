package org.memslot.ospm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.memslot.aml.TableHeader;

/**
 * The tables of the machine, as far as they are in order.
 *
 * @param fadt the FADT
 * @param dsdt the DSDT
 * @param others all others that the root table lists, in its order
 */
record SystemTables(AcpiTable fadt, AcpiTable dsdt, List<AcpiTable> others) {
  private static final int FADT_DSDT = 40;
  private static final int FADT_X_DSDT = 140;

  SystemTables {
    others = List.copyOf(others);
  }

  /** The machine cannot be booted; the message says what was looked for in vain. */
  static final class MissingException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    MissingException(String reason) {
      super(reason);
      this.reason = reason;
    }

    String reason() {
      return reason;
    }
  }

  /**
   * Reads all tables.
   *
   * @throws MissingException if one is missing or damaged that the guest cannot do without
   */
  static SystemTables find(TableReader reader) throws MissingException {
    TableReader.RootPointer root =
        reader
            .findRootPointer()
            .orElseThrow(
                () -> new MissingException("no RSDP in the EBDA nor between 0xE0000 and 0xFFFFF"));
    List<AcpiTable> tables = new ArrayList<>();
    for (long address : addresses(reader, root)) {
      reader.read(address).ifPresent(tables::add);
    }
    AcpiTable fadt =
        tables.stream()
            .filter(table -> table.signature().equals("FACP"))
            .findFirst()
            .orElseThrow(() -> new MissingException("no FADT in order"));
    tables.remove(fadt);
    long address = fadt.u64(FADT_X_DSDT) != 0 ? fadt.u64(FADT_X_DSDT) : fadt.u32(FADT_DSDT);
    AcpiTable dsdt =
        reader
            .read(address)
            .filter(table -> table.signature().equals("DSDT"))
            .orElseThrow(() -> new MissingException("no DSDT in order at 0x%x".formatted(address)));
    return new SystemTables(fadt, dsdt, tables);
  }

  private static List<Long> addresses(TableReader reader, TableReader.RootPointer root)
      throws MissingException {
    Optional<AcpiTable> xsdt =
        root.xsdt() == 0 ? Optional.empty() : rootTable(reader, root.xsdt(), "XSDT");
    Optional<AcpiTable> used =
        xsdt.or(() -> root.rsdt() == 0 ? Optional.empty() : rootTable(reader, root.rsdt(), "RSDT"));
    if (used.isEmpty()) {
      throw new MissingException("neither XSDT nor RSDT in order");
    }
    AcpiTable table = used.get();
    int width = xsdt.isPresent() ? Long.BYTES : Integer.BYTES;
    List<Long> addresses = new ArrayList<>();
    for (int at = TableHeader.LENGTH; table.has(at, width); at += width) {
      long address = width == Long.BYTES ? table.u64(at) : table.u32(at);
      if (address != 0) {
        addresses.add(address);
      }
    }
    return addresses;
  }

  private static Optional<AcpiTable> rootTable(TableReader reader, long address, String signature) {
    return reader.read(address).filter(table -> table.signature().equals(signature));
  }

  /** Returns the secondary definition blocks, in the order of the root table. */
  List<AcpiTable> definitionBlocks() {
    return others.stream()
        .filter(table -> table.signature().equals("SSDT") || table.signature().equals("PSDT"))
        .toList();
  }

  /** Returns the first table of this signature. */
  Optional<AcpiTable> first(String signature) {
    return others.stream().filter(table -> table.signature().equals(signature)).findFirst();
  }
}
