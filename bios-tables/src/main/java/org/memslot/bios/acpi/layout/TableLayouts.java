package org.memslot.bios.acpi.layout;

import static org.memslot.bios.acpi.layout.Layouts.rest;
import static org.memslot.bios.acpi.layout.Layouts.table;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.memslot.bios.Bytes;
import org.memslot.bios.acpi.layout.tables.AestLayout;
import org.memslot.bios.acpi.layout.tables.AgdiLayout;
import org.memslot.bios.acpi.layout.tables.ApicLayout;
import org.memslot.bios.acpi.layout.tables.ApmtLayout;
import org.memslot.bios.acpi.layout.tables.AsfLayout;
import org.memslot.bios.acpi.layout.tables.AsptLayout;
import org.memslot.bios.acpi.layout.tables.BdatLayout;
import org.memslot.bios.acpi.layout.tables.BertLayout;
import org.memslot.bios.acpi.layout.tables.BgrtLayout;
import org.memslot.bios.acpi.layout.tables.BootLayout;
import org.memslot.bios.acpi.layout.tables.CcelLayout;
import org.memslot.bios.acpi.layout.tables.CedtLayout;
import org.memslot.bios.acpi.layout.tables.CpepLayout;
import org.memslot.bios.acpi.layout.tables.CratLayout;
import org.memslot.bios.acpi.layout.tables.CsrtLayout;
import org.memslot.bios.acpi.layout.tables.Dbg2Layout;
import org.memslot.bios.acpi.layout.tables.DbgpLayout;
import org.memslot.bios.acpi.layout.tables.DefinitionBlockLayout;
import org.memslot.bios.acpi.layout.tables.DmarLayout;
import org.memslot.bios.acpi.layout.tables.DrtmLayout;
import org.memslot.bios.acpi.layout.tables.DtprLayout;
import org.memslot.bios.acpi.layout.tables.EcdtLayout;
import org.memslot.bios.acpi.layout.tables.EinjLayout;
import org.memslot.bios.acpi.layout.tables.ErdtLayout;
import org.memslot.bios.acpi.layout.tables.ErstLayout;
import org.memslot.bios.acpi.layout.tables.FacpLayout;
import org.memslot.bios.acpi.layout.tables.FacsLayout;
import org.memslot.bios.acpi.layout.tables.FpdtLayout;
import org.memslot.bios.acpi.layout.tables.GtdtLayout;
import org.memslot.bios.acpi.layout.tables.HestLayout;
import org.memslot.bios.acpi.layout.tables.HmatLayout;
import org.memslot.bios.acpi.layout.tables.HpetLayout;
import org.memslot.bios.acpi.layout.tables.IortLayout;
import org.memslot.bios.acpi.layout.tables.IovtLayout;
import org.memslot.bios.acpi.layout.tables.IvrsLayout;
import org.memslot.bios.acpi.layout.tables.KeypLayout;
import org.memslot.bios.acpi.layout.tables.LpitLayout;
import org.memslot.bios.acpi.layout.tables.McfgLayout;
import org.memslot.bios.acpi.layout.tables.MchiLayout;
import org.memslot.bios.acpi.layout.tables.MpamLayout;
import org.memslot.bios.acpi.layout.tables.MpstLayout;
import org.memslot.bios.acpi.layout.tables.MrrmLayout;
import org.memslot.bios.acpi.layout.tables.MsctLayout;
import org.memslot.bios.acpi.layout.tables.MsdmLayout;
import org.memslot.bios.acpi.layout.tables.MtmrLayout;
import org.memslot.bios.acpi.layout.tables.NfitLayout;
import org.memslot.bios.acpi.layout.tables.NhltLayout;
import org.memslot.bios.acpi.layout.tables.PcctLayout;
import org.memslot.bios.acpi.layout.tables.PdttLayout;
import org.memslot.bios.acpi.layout.tables.PhatLayout;
import org.memslot.bios.acpi.layout.tables.PmttLayout;
import org.memslot.bios.acpi.layout.tables.PpttLayout;
import org.memslot.bios.acpi.layout.tables.PrmtLayout;
import org.memslot.bios.acpi.layout.tables.Ras2Layout;
import org.memslot.bios.acpi.layout.tables.RasfLayout;
import org.memslot.bios.acpi.layout.tables.RgrtLayout;
import org.memslot.bios.acpi.layout.tables.RhctLayout;
import org.memslot.bios.acpi.layout.tables.RimtLayout;
import org.memslot.bios.acpi.layout.tables.RsdpLayout;
import org.memslot.bios.acpi.layout.tables.RsdtLayout;
import org.memslot.bios.acpi.layout.tables.S3ptLayout;
import org.memslot.bios.acpi.layout.tables.SbstLayout;
import org.memslot.bios.acpi.layout.tables.SdeiLayout;
import org.memslot.bios.acpi.layout.tables.SdevLayout;
import org.memslot.bios.acpi.layout.tables.SlicLayout;
import org.memslot.bios.acpi.layout.tables.SlitLayout;
import org.memslot.bios.acpi.layout.tables.SpcrLayout;
import org.memslot.bios.acpi.layout.tables.SpmiLayout;
import org.memslot.bios.acpi.layout.tables.SratLayout;
import org.memslot.bios.acpi.layout.tables.StaoLayout;
import org.memslot.bios.acpi.layout.tables.SvklLayout;
import org.memslot.bios.acpi.layout.tables.SwftLayout;
import org.memslot.bios.acpi.layout.tables.TcpaLayout;
import org.memslot.bios.acpi.layout.tables.TdelLayout;
import org.memslot.bios.acpi.layout.tables.Tpm2Layout;
import org.memslot.bios.acpi.layout.tables.UefiLayout;
import org.memslot.bios.acpi.layout.tables.VfctLayout;
import org.memslot.bios.acpi.layout.tables.ViotLayout;
import org.memslot.bios.acpi.layout.tables.VrtcLayout;
import org.memslot.bios.acpi.layout.tables.WaetLayout;
import org.memslot.bios.acpi.layout.tables.WdatLayout;
import org.memslot.bios.acpi.layout.tables.WddtLayout;
import org.memslot.bios.acpi.layout.tables.WdrtLayout;
import org.memslot.bios.acpi.layout.tables.WpbtLayout;
import org.memslot.bios.acpi.layout.tables.WsmtLayout;
import org.memslot.bios.acpi.layout.tables.XenvLayout;
import org.memslot.bios.acpi.layout.tables.XsdtLayout;

/**
 * The layouts by signature. A switch and not a map: the layout of one table is loaded without those
 * of all others.
 */
public final class TableLayouts {
  /** The signatures of {@link #find}. */
  private static final String SIGNATURES =
      """
      AEST AGDI APIC APMT ASF! ASPT BDAT BERT BGRT BOOT CCEL CEDT CPEP CRAT CSRT DBG2
      DBGP DMAR DRTM DSDT DTPR ECDT EINJ ERDT ERST FACP FACS FPDT GTDT HEST HMAT HPET
      IORT IOVT IVRS KEYP LPIT MCFG MCHI MPAM MPST MRRM MSCT MSDM MTMR NFIT NHLT PCCT
      PDTT PHAT PMTT PPTT PRMT PSDT RAS2 RASF RGRT RHCT RIMT RSDT S3PT SBST SDEI SDEV
      SLIC SLIT SPCR SPMI SRAT SSDT STAO SVKL SWFT TCPA TDEL TPM2 UEFI VFCT VIOT VRTC
      WAET WDAT WDDT WDRT WPBT WSMT XENV XSDT
      """;

  private static final int SIGNATURE_SIZE = 4;

  private TableLayouts() {}

  /**
   * Returns the layout of the tables with a signature: four characters, {@code RSD PTR } for the
   * root pointer.
   */
  public static Optional<TableLayout> find(String signature) {
    return switch (signature) {
      case "AEST" -> Optional.of(AestLayout.LAYOUT);
      case "AGDI" -> Optional.of(AgdiLayout.LAYOUT);
      case "APIC" -> Optional.of(ApicLayout.LAYOUT);
      case "APMT" -> Optional.of(ApmtLayout.LAYOUT);
      case "ASF!" -> Optional.of(AsfLayout.LAYOUT);
      case "ASPT" -> Optional.of(AsptLayout.LAYOUT);
      case "BDAT" -> Optional.of(BdatLayout.LAYOUT);
      case "BERT" -> Optional.of(BertLayout.LAYOUT);
      case "BGRT" -> Optional.of(BgrtLayout.LAYOUT);
      case "BOOT" -> Optional.of(BootLayout.LAYOUT);
      case "CCEL" -> Optional.of(CcelLayout.LAYOUT);
      case "CEDT" -> Optional.of(CedtLayout.LAYOUT);
      case "CPEP" -> Optional.of(CpepLayout.LAYOUT);
      case "CRAT" -> Optional.of(CratLayout.LAYOUT);
      case "CSRT" -> Optional.of(CsrtLayout.LAYOUT);
      case "DBG2" -> Optional.of(Dbg2Layout.LAYOUT);
      case "DBGP" -> Optional.of(DbgpLayout.LAYOUT);
      case "DMAR" -> Optional.of(DmarLayout.LAYOUT);
      case "DRTM" -> Optional.of(DrtmLayout.LAYOUT);
      case "DSDT" -> Optional.of(DefinitionBlockLayout.DSDT);
      case "DTPR" -> Optional.of(DtprLayout.LAYOUT);
      case "ECDT" -> Optional.of(EcdtLayout.LAYOUT);
      case "EINJ" -> Optional.of(EinjLayout.LAYOUT);
      case "ERDT" -> Optional.of(ErdtLayout.LAYOUT);
      case "ERST" -> Optional.of(ErstLayout.LAYOUT);
      case "FACP" -> Optional.of(FacpLayout.LAYOUT);
      case "FACS" -> Optional.of(FacsLayout.LAYOUT);
      case "FPDT" -> Optional.of(FpdtLayout.LAYOUT);
      case "GTDT" -> Optional.of(GtdtLayout.LAYOUT);
      case "HEST" -> Optional.of(HestLayout.LAYOUT);
      case "HMAT" -> Optional.of(HmatLayout.LAYOUT);
      case "HPET" -> Optional.of(HpetLayout.LAYOUT);
      case "IORT" -> Optional.of(IortLayout.LAYOUT);
      case "IOVT" -> Optional.of(IovtLayout.LAYOUT);
      case "IVRS" -> Optional.of(IvrsLayout.LAYOUT);
      case "KEYP" -> Optional.of(KeypLayout.LAYOUT);
      case "LPIT" -> Optional.of(LpitLayout.LAYOUT);
      case "MCFG" -> Optional.of(McfgLayout.LAYOUT);
      case "MCHI" -> Optional.of(MchiLayout.LAYOUT);
      case "MPAM" -> Optional.of(MpamLayout.LAYOUT);
      case "MPST" -> Optional.of(MpstLayout.LAYOUT);
      case "MRRM" -> Optional.of(MrrmLayout.LAYOUT);
      case "MSCT" -> Optional.of(MsctLayout.LAYOUT);
      case "MSDM" -> Optional.of(MsdmLayout.LAYOUT);
      case "MTMR" -> Optional.of(MtmrLayout.LAYOUT);
      case "NFIT" -> Optional.of(NfitLayout.LAYOUT);
      case "NHLT" -> Optional.of(NhltLayout.LAYOUT);
      case "PCCT" -> Optional.of(PcctLayout.LAYOUT);
      case "PDTT" -> Optional.of(PdttLayout.LAYOUT);
      case "PHAT" -> Optional.of(PhatLayout.LAYOUT);
      case "PMTT" -> Optional.of(PmttLayout.LAYOUT);
      case "PPTT" -> Optional.of(PpttLayout.LAYOUT);
      case "PRMT" -> Optional.of(PrmtLayout.LAYOUT);
      case "PSDT" -> Optional.of(DefinitionBlockLayout.PSDT);
      case "RAS2" -> Optional.of(Ras2Layout.LAYOUT);
      case "RASF" -> Optional.of(RasfLayout.LAYOUT);
      case "RGRT" -> Optional.of(RgrtLayout.LAYOUT);
      case "RHCT" -> Optional.of(RhctLayout.LAYOUT);
      case "RIMT" -> Optional.of(RimtLayout.LAYOUT);
      case "RSD PTR " -> Optional.of(RsdpLayout.LAYOUT);
      case "RSDT" -> Optional.of(RsdtLayout.LAYOUT);
      case "S3PT" -> Optional.of(S3ptLayout.LAYOUT);
      case "SBST" -> Optional.of(SbstLayout.LAYOUT);
      case "SDEI" -> Optional.of(SdeiLayout.LAYOUT);
      case "SDEV" -> Optional.of(SdevLayout.LAYOUT);
      case "SLIC" -> Optional.of(SlicLayout.LAYOUT);
      case "SLIT" -> Optional.of(SlitLayout.LAYOUT);
      case "SPCR" -> Optional.of(SpcrLayout.LAYOUT);
      case "SPMI" -> Optional.of(SpmiLayout.LAYOUT);
      case "SRAT" -> Optional.of(SratLayout.LAYOUT);
      case "SSDT" -> Optional.of(DefinitionBlockLayout.SSDT);
      case "STAO" -> Optional.of(StaoLayout.LAYOUT);
      case "SVKL" -> Optional.of(SvklLayout.LAYOUT);
      case "SWFT" -> Optional.of(SwftLayout.LAYOUT);
      case "TCPA" -> Optional.of(TcpaLayout.LAYOUT);
      case "TDEL" -> Optional.of(TdelLayout.LAYOUT);
      case "TPM2" -> Optional.of(Tpm2Layout.LAYOUT);
      case "UEFI" -> Optional.of(UefiLayout.LAYOUT);
      case "VFCT" -> Optional.of(VfctLayout.LAYOUT);
      case "VIOT" -> Optional.of(ViotLayout.LAYOUT);
      case "VRTC" -> Optional.of(VrtcLayout.LAYOUT);
      case "WAET" -> Optional.of(WaetLayout.LAYOUT);
      case "WDAT" -> Optional.of(WdatLayout.LAYOUT);
      case "WDDT" -> Optional.of(WddtLayout.LAYOUT);
      case "WDRT" -> Optional.of(WdrtLayout.LAYOUT);
      case "WPBT" -> Optional.of(WpbtLayout.LAYOUT);
      case "WSMT" -> Optional.of(WsmtLayout.LAYOUT);
      case "XENV" -> Optional.of(XenvLayout.LAYOUT);
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
