package org.memslot.bios.acpi;

import org.memslot.bios.Bytes;
import org.memslot.bios.FirmwareDataException;

/**
 * Finds out what bytes are and reads them: any table that this package has a record for as that
 * record, any other with a description header as {@link OtherTable}.
 *
 * <pre>{@code
 * if (AcpiTables.decode(bytes) instanceof Srat srat) {
 *   System.out.println(srat.entries());
 * }
 * }</pre>
 */
public final class AcpiTables {
  private AcpiTables() {}

  /**
   * Reads a structure by its signature. Checksums of tables are not judged here, see {@link
   * TableLint}.
   *
   * @throws FirmwareDataException with the offset of the byte that does not fit
   */
  public static AcpiStructure decode(Bytes content) {
    if (content.length() < 4) {
      throw new FirmwareDataException(
          "ACPI table", 0, "a signature needs 4 bytes, there are " + content.length());
    }
    String signature = new TableReader("ACPI table", content).text("Signature", 4);
    return switch (signature) {
      case "RSD " -> Rsdp.decode(content);
      case "FACS" -> Facs.decode(content);
      case "RSDT" -> Rsdt.decode(content);
      case "XSDT" -> Xsdt.decode(content);
      case "FACP" -> Fadt.decode(content);
      case "APIC" -> Madt.decode(content);
      case "SRAT" -> Srat.decode(content);
      case "SLIT" -> Slit.decode(content);
      case "MSCT" -> Msct.decode(content);
      case "HMAT" -> Hmat.decode(content);
      case "HPET" -> Hpet.decode(content);
      case "MCFG" -> Mcfg.decode(content);
      case "DBG2" -> Dbg2.decode(content);
      case "SPCR" -> Spcr.decode(content);
      case "WAET" -> Waet.decode(content);
      case "DSDT", "SSDT" -> DefinitionBlock.decode(content);
      default -> OtherTable.decode(content);
    };
  }
}
