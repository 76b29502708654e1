package org.memslot.bios.acpi;

import org.jspecify.annotations.Nullable;
import org.memslot.bios.acpi.layout.tables.*;

/**
 * The kinds of tables that this module knows, a line each. A switch and not a map: a table's layout
 * is loaded without those of all others.
 */
final class StandardTables {
  private StandardTables() {}

  /** Returns the kind with a signature, null if there is none. */
  static @Nullable TableKind find(String signature) {
    return switch (signature) {
      case "AEST" -> TableKind.of(AestLayout.LAYOUT);
      case "AGDI" -> TableKind.of(AgdiLayout.LAYOUT);
      case "APIC" -> TableKind.of(ApicLayout.LAYOUT).decodedBy(Madt::decode).checkedBy(Madt::check);
      case "APMT" -> TableKind.of(ApmtLayout.LAYOUT);
      case "ASF!" -> TableKind.of(AsfLayout.LAYOUT);
      case "ASPT" -> TableKind.of(AsptLayout.LAYOUT);
      case "BDAT" -> TableKind.of(BdatLayout.LAYOUT);
      case "BERT" -> TableKind.of(BertLayout.LAYOUT);
      case "BGRT" -> TableKind.of(BgrtLayout.LAYOUT);
      case "BOOT" -> TableKind.of(BootLayout.LAYOUT);
      case "CCEL" -> TableKind.of(CcelLayout.LAYOUT);
      case "CEDT" -> TableKind.of(CedtLayout.LAYOUT);
      case "CPEP" -> TableKind.of(CpepLayout.LAYOUT);
      case "CRAT" -> TableKind.of(CratLayout.LAYOUT);
      case "CSRT" -> TableKind.of(CsrtLayout.LAYOUT);
      case "DBG2" -> TableKind.of(Dbg2Layout.LAYOUT).decodedBy(Dbg2::decode);
      case "DBGP" -> TableKind.of(DbgpLayout.LAYOUT);
      case "DMAR" -> TableKind.of(DmarLayout.LAYOUT);
      case "DRTM" -> TableKind.of(DrtmLayout.LAYOUT);
      case "DSDT" -> TableKind.of(DefinitionBlockLayout.DSDT).decodedBy(DefinitionBlock::decode);
      case "DTPR" -> TableKind.of(DtprLayout.LAYOUT);
      case "ECDT" -> TableKind.of(EcdtLayout.LAYOUT);
      case "EINJ" -> TableKind.of(EinjLayout.LAYOUT);
      case "ERDT" -> TableKind.of(ErdtLayout.LAYOUT);
      case "ERST" -> TableKind.of(ErstLayout.LAYOUT);
      case "FACP" ->
          TableKind.of(FacpLayout.LAYOUT).decodedBy(Fadt::decode).checkedBy(FadtLint::check);
      case "FACS" -> TableKind.of(FacsLayout.LAYOUT).decodedBy(Facs::decode);
      case "FPDT" -> TableKind.of(FpdtLayout.LAYOUT);
      case "GTDT" -> TableKind.of(GtdtLayout.LAYOUT);
      case "HEST" -> TableKind.of(HestLayout.LAYOUT);
      case "HMAT" -> TableKind.of(HmatLayout.LAYOUT).decodedBy(Hmat::decode);
      case "HPET" -> TableKind.of(HpetLayout.LAYOUT).decodedBy(Hpet::decode);
      case "IORT" -> TableKind.of(IortLayout.LAYOUT);
      case "IOVT" -> TableKind.of(IovtLayout.LAYOUT);
      case "IVRS" -> TableKind.of(IvrsLayout.LAYOUT);
      case "KEYP" -> TableKind.of(KeypLayout.LAYOUT);
      case "LPIT" -> TableKind.of(LpitLayout.LAYOUT);
      case "MCFG" -> TableKind.of(McfgLayout.LAYOUT).decodedBy(Mcfg::decode);
      case "MCHI" -> TableKind.of(MchiLayout.LAYOUT);
      case "MPAM" -> TableKind.of(MpamLayout.LAYOUT);
      case "MPST" -> TableKind.of(MpstLayout.LAYOUT);
      case "MRRM" -> TableKind.of(MrrmLayout.LAYOUT);
      case "MSCT" -> TableKind.of(MsctLayout.LAYOUT).decodedBy(Msct::decode);
      case "MSDM" -> TableKind.of(MsdmLayout.LAYOUT);
      case "MTMR" -> TableKind.of(MtmrLayout.LAYOUT);
      case "NFIT" -> TableKind.of(NfitLayout.LAYOUT);
      case "NHLT" -> TableKind.of(NhltLayout.LAYOUT);
      case "PCCT" -> TableKind.of(PcctLayout.LAYOUT);
      case "PDTT" -> TableKind.of(PdttLayout.LAYOUT);
      case "PHAT" -> TableKind.of(PhatLayout.LAYOUT);
      case "PMTT" -> TableKind.of(PmttLayout.LAYOUT);
      case "PPTT" -> TableKind.of(PpttLayout.LAYOUT);
      case "PRMT" -> TableKind.of(PrmtLayout.LAYOUT);
      case "PSDT" -> TableKind.of(DefinitionBlockLayout.PSDT);
      case "RAS2" -> TableKind.of(Ras2Layout.LAYOUT);
      case "RASF" -> TableKind.of(RasfLayout.LAYOUT);
      case "RGRT" -> TableKind.of(RgrtLayout.LAYOUT);
      case "RHCT" -> TableKind.of(RhctLayout.LAYOUT);
      case "RIMT" -> TableKind.of(RimtLayout.LAYOUT);
      case "RSD PTR " ->
          TableKind.of(RsdpLayout.LAYOUT).decodedBy(Rsdp::decode).checkedBy(Rsdp::check);
      case "RSDT" -> TableKind.of(RsdtLayout.LAYOUT).decodedBy(Rsdt::decode);
      case "S3PT" -> TableKind.of(S3ptLayout.LAYOUT);
      case "SBST" -> TableKind.of(SbstLayout.LAYOUT);
      case "SDEI" -> TableKind.of(SdeiLayout.LAYOUT);
      case "SDEV" -> TableKind.of(SdevLayout.LAYOUT);
      case "SLIC" -> TableKind.of(SlicLayout.LAYOUT);
      case "SLIT" -> TableKind.of(SlitLayout.LAYOUT).decodedBy(Slit::decode).checkedBy(Slit::check);
      case "SPCR" -> TableKind.of(SpcrLayout.LAYOUT).decodedBy(Spcr::decode);
      case "SPMI" -> TableKind.of(SpmiLayout.LAYOUT);
      case "SRAT" -> TableKind.of(SratLayout.LAYOUT).decodedBy(Srat::decode).checkedBy(Srat::check);
      case "SSDT" -> TableKind.of(DefinitionBlockLayout.SSDT).decodedBy(DefinitionBlock::decode);
      case "STAO" -> TableKind.of(StaoLayout.LAYOUT);
      case "SVKL" -> TableKind.of(SvklLayout.LAYOUT);
      case "SWFT" -> TableKind.of(SwftLayout.LAYOUT);
      case "TCPA" -> TableKind.of(TcpaLayout.LAYOUT);
      case "TDEL" -> TableKind.of(TdelLayout.LAYOUT);
      case "TPM2" -> TableKind.of(Tpm2Layout.LAYOUT);
      case "UEFI" -> TableKind.of(UefiLayout.LAYOUT);
      case "VFCT" -> TableKind.of(VfctLayout.LAYOUT);
      case "VIOT" -> TableKind.of(ViotLayout.LAYOUT);
      case "VRTC" -> TableKind.of(VrtcLayout.LAYOUT);
      case "WAET" -> TableKind.of(WaetLayout.LAYOUT).decodedBy(Waet::decode);
      case "WDAT" -> TableKind.of(WdatLayout.LAYOUT);
      case "WDDT" -> TableKind.of(WddtLayout.LAYOUT);
      case "WDRT" -> TableKind.of(WdrtLayout.LAYOUT);
      case "WPBT" -> TableKind.of(WpbtLayout.LAYOUT);
      case "WSMT" -> TableKind.of(WsmtLayout.LAYOUT);
      case "XENV" -> TableKind.of(XenvLayout.LAYOUT);
      case "XSDT" -> TableKind.of(XsdtLayout.LAYOUT).decodedBy(Xsdt::decode);
      default -> null;
    };
  }
}
