package org.memslot.bios.acpi.layout;

import static org.memslot.bios.acpi.layout.Layouts.rest;
import static org.memslot.bios.acpi.layout.Layouts.table;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.memslot.bios.Bytes;
import org.memslot.bios.acpi.layout.tables.ApicLayout;
import org.memslot.bios.acpi.layout.tables.BgrtLayout;
import org.memslot.bios.acpi.layout.tables.Dbg2Layout;
import org.memslot.bios.acpi.layout.tables.DefinitionBlockLayout;
import org.memslot.bios.acpi.layout.tables.DmarLayout;
import org.memslot.bios.acpi.layout.tables.FacpLayout;
import org.memslot.bios.acpi.layout.tables.FacsLayout;
import org.memslot.bios.acpi.layout.tables.FpdtLayout;
import org.memslot.bios.acpi.layout.tables.HmatLayout;
import org.memslot.bios.acpi.layout.tables.HpetLayout;
import org.memslot.bios.acpi.layout.tables.McfgLayout;
import org.memslot.bios.acpi.layout.tables.MsctLayout;
import org.memslot.bios.acpi.layout.tables.RsdpLayout;
import org.memslot.bios.acpi.layout.tables.RsdtLayout;
import org.memslot.bios.acpi.layout.tables.SlitLayout;
import org.memslot.bios.acpi.layout.tables.SpcrLayout;
import org.memslot.bios.acpi.layout.tables.SratLayout;
import org.memslot.bios.acpi.layout.tables.WaetLayout;
import org.memslot.bios.acpi.layout.tables.WsmtLayout;
import org.memslot.bios.acpi.layout.tables.XsdtLayout;

/**
 * The layouts by signature. A switch and not a map: the layout of one table is loaded without those
 * of all others.
 */
public final class TableLayouts {
  /** The signatures of {@link #find}. */
  private static final String SIGNATURES =
      """
      APIC BGRT DBG2 DMAR DSDT FACP FACS FPDT HMAT HPET MCFG MSCT PSDT RSDT SLIT SPCR
      SRAT SSDT WAET WSMT XSDT
      """;

  private static final int SIGNATURE_SIZE = 4;

  private TableLayouts() {}

  /**
   * Returns the layout of the tables with a signature: four characters, {@code RSD PTR } for the
   * root pointer.
   */
  public static Optional<TableLayout> find(String signature) {
    return switch (signature) {
      case "APIC" -> Optional.of(ApicLayout.LAYOUT);
      case "BGRT" -> Optional.of(BgrtLayout.LAYOUT);
      case "DBG2" -> Optional.of(Dbg2Layout.LAYOUT);
      case "DMAR" -> Optional.of(DmarLayout.LAYOUT);
      case "DSDT" -> Optional.of(DefinitionBlockLayout.DSDT);
      case "FACP" -> Optional.of(FacpLayout.LAYOUT);
      case "FACS" -> Optional.of(FacsLayout.LAYOUT);
      case "FPDT" -> Optional.of(FpdtLayout.LAYOUT);
      case "HMAT" -> Optional.of(HmatLayout.LAYOUT);
      case "HPET" -> Optional.of(HpetLayout.LAYOUT);
      case "MCFG" -> Optional.of(McfgLayout.LAYOUT);
      case "MSCT" -> Optional.of(MsctLayout.LAYOUT);
      case "PSDT" -> Optional.of(DefinitionBlockLayout.PSDT);
      case "RSD PTR " -> Optional.of(RsdpLayout.LAYOUT);
      case "RSDT" -> Optional.of(RsdtLayout.LAYOUT);
      case "SLIT" -> Optional.of(SlitLayout.LAYOUT);
      case "SPCR" -> Optional.of(SpcrLayout.LAYOUT);
      case "SRAT" -> Optional.of(SratLayout.LAYOUT);
      case "SSDT" -> Optional.of(DefinitionBlockLayout.SSDT);
      case "WAET" -> Optional.of(WaetLayout.LAYOUT);
      case "WSMT" -> Optional.of(WsmtLayout.LAYOUT);
      case "XSDT" -> Optional.of(XsdtLayout.LAYOUT);
      default -> Optional.empty();
    };
  }

  /** Returns the signatures that have a layout. */
  public static List<String> signatures() {
    return List.of(SIGNATURES.split("\\s+"));
  }

  /**
   * Returns the layout for the bytes of a table: by its signature, else one that has a description
   * header and bytes.
   */
  static TableLayout of(Bytes content) {
    String signature =
        new String(
            content.slice(0, Math.min(SIGNATURE_SIZE, content.length())).toArray(),
            StandardCharsets.ISO_8859_1);
    if (signature.equals("RSD ")) {
      return find("RSD PTR ").orElseThrow();
    }
    Optional<TableLayout> known = find(signature);
    return known.isPresent()
        ? known.orElseThrow()
        : table(signature, "Table without a layout", "ACPI 6.5, section 5.2.6", rest("Content"));
  }
}
