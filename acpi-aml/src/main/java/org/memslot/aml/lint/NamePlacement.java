package org.memslot.aml.lint;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where predefined names belong, how many arguments they take and whether they return a value (ACPI
 * 6.5, section 5.6.8, chapters 6 to 11 and appendix B). An object that the specification does not
 * name, but that operating systems look the name up in, counts as a place.
 *
 * @param holders the letters of the {@link Holder}s that the name belongs in; * for all
 * @param arguments the numbers of arguments that the versions of the specification give it, a digit
 *     each, the current one last
 * @param returnsValue whether it has to return a value
 */
record NamePlacement(String holders, String arguments, boolean returnsValue) {
  /** Name, letters of {@link Holder}, numbers of arguments, v where it returns a value. */
  private static final String TABLE =
      """
      _ADR DPT 0 v
      _AEI * 0 v
      _ALC * 0 v
      _ALI * 0 v
      _ALP * 0 v
      _ALR * 0 v
      _ALT * 0 v
      _ART * 0 v
      _BBN D 0 v
      _BCL * 0 v
      _BCM * 1 -
      _BCT * 1 v
      _BDN * 0 v
      _BIF D 0 v
      _BIX D 0 v
      _BLT * 3 -
      _BMA * 1 v
      _BMC * 1 -
      _BMD * 0 v
      _BMS * 1 v
      _BPC * 0 v
      _BPS * 0 v
      _BPT * 1 v
      _BQC * 0 v
      _BST D 0 v
      _BTM * 01 v
      _BTP D 1 -
      _CBA D 0 v
      _CCA DB 0 v
      _CDM * 0 v
      _CID DPTW 0 v
      _CLS * 0 v
      _CPC * 0 v
      _CRS D 0 v
      _CRT DT 0 v
      _CSD * 0 v
      _CST DP 0 v
      _CWS * 1 v
      _DCK D 1 v
      _DCS * 0 v
      _DDC * 1 v
      _DDN DPTW 0 v
      _DEP * 0 v
      _DGS * 0 v
      _DIS D 0 -
      _DMA DB 0 v
      _DOD * 0 v
      _DOS * 1 -
      _DSM * 4 v
      _DSS * 1 -
      _DSW D 3 -
      _DTI * 1 -
      _EDL * 0 v
      _EJD D 0 v
      _EVT * 1 -
      _FDE D 0 v
      _FDI D 0 v
      _FDM * 1 -
      _FIF * 0 v
      _FPS * 0 v
      _FSL * 1 -
      _FST * 0 v
      _GAI * 0 v
      _GCP * 0 v
      _GHL * 0 v
      _GLK * 0 v
      _GPD * 0 v
      _GRT * 0 v
      _GSB * 0 v
      _GTF D 0 v
      _GTM D 0 v
      _GWS * 1 v
      _HID DPTW 0 v
      _HOT DT 0 v
      _HPP DB 0 v
      _HPX DB 0 v
      _HRV D 0 v
      _IFT * 0 v
      _INI RDPBT 0 -
      _IRC D 0 -
      _LCK D 1 -
      _LID D 0 v
      _LPD * 0 v
      _LSI * 0 v
      _LSR * 2 v
      _LSW * 3 v
      _MAT DP 0 v
      _MLS * 0 v
      _MSG I 1 -
      _NTT * 0 v
      _OFF W 0 -
      _ON_ W 0 -
      _OSC RDPB 4 v
      _OST DPB 3 -
      _PAI * 1 v
      _PCL D 0 v
      _PCT DP 0 v
      _PDC * 1 -
      _PDL * 0 v
      _PIC R 1 -
      _PIF D 0 v
      _PLD DP 0 v
      _PMC * 0 v
      _PMM * 0 v
      _PPC DP 0 v
      _PPE * 0 v
      _PRL * 0 v
      _PRS D 0 v
      _PRT D 0 v
      _PRW DP 0 v
      _PSC D 0 v
      _PSD * 0 v
      _PSL DT 0 v
      _PSR D 0 v
      _PSS DP 0 v
      _PSV DT 0 v
      _PSW D 1 -
      _PTC * 0 v
      _PTP * 2 v
      _PTS R 1 -
      _PUR * 0 v
      _PXM * 0 v
      _REG * 2 -
      _RMV D 0 v
      _ROM * 2 v
      _RTV * 0 v
      _SCP DT 13 -
      _SDD * 1 -
      _SEG D 0 v
      _SHL * 1 v
      _SLI * 0 v
      _SPD * 1 v
      _SRS D 1 -
      _SRT * 1 v
      _SRV * 0 v
      _SST I 1 -
      _STA DPWBT 0 v
      _STM D 3 -
      _STP * 2 v
      _STR * 0 v
      _STV * 2 v
      _SUB D 0 v
      _SUN DP 0 v
      _TC1 DT 0 v
      _TC2 DT 0 v
      _TDL * 0 v
      _TIP * 1 v
      _TIV * 1 v
      _TMP DT 0 v
      _TPC * 0 v
      _TPT * 1 -
      _TRT * 0 v
      _TSD * 0 v
      _TSP DT 0 v
      _TSS * 0 v
      _TST * 0 v
      _TTS R 1 -
      _TZD DT 0 v
      _TZM DP 0 v
      _TZP DT 0 v
      _UID DPTW 0 v
      _UPC D 0 v
      _UPD * 0 v
      _UPP * 0 v
      _VPO * 0 v
      _WAK R 1 -
      _WPC * 0 v
      _WPP * 0 v
      """;

  private static final Map<String, NamePlacement> PLACES = new HashMap<>();

  static {
    TABLE
        .lines()
        .map(line -> line.split(" "))
        .forEach(
            word -> PLACES.put(word[0], new NamePlacement(word[1], word[2], word[3].equals("v"))));
  }

  /** Names with a digit, which # stands for. */
  private static final Map<String, NamePlacement> NUMBERED =
      Map.of(
          "_AC#", new NamePlacement("DT", "0", true),
          "_AL#", new NamePlacement("DT", "0", true),
          "_EJ#", new NamePlacement("DP", "1", false),
          "_PR#", new NamePlacement("DP", "0", true),
          "_PS#", new NamePlacement("DP", "0", false),
          "_S#_", new NamePlacement("R", "0", true),
          "_S#D", new NamePlacement("DP", "0", true),
          "_S#W", new NamePlacement("DP", "0", true));

  private static final NamePlacement EVENT = new NamePlacement("*", "0", false);

  private static final String EVENT_DEVICE = "ACPI0006";
  private static final String EMBEDDED_CONTROLLER = "PNP0C09";

  /** Returns what the specification says of a name, if it is one of those that are listed. */
  static Optional<NamePlacement> of(String name) {
    NamePlacement place = PLACES.get(name);
    if (place != null) {
      return Optional.of(place);
    }
    int digit = Character.isDigit(name.charAt(2)) ? 2 : 3;
    if (!Character.isDigit(name.charAt(digit))) {
      return Optional.empty();
    }
    return Optional.ofNullable(
        NUMBERED.get(name.substring(0, digit) + '#' + name.substring(digit + 1)));
  }

  /**
   * Returns what the specification says of the method of an event (ACPI 6.5, section 5.6.4.1):
   * names of this form mean events in \\_GPE, in a GPE block device and, for _Qxx, in an embedded
   * controller, and nothing elsewhere.
   *
   * @param holderId the hardware id of the device that it stands in, or an empty string
   */
  static Optional<NamePlacement> ofEvent(String name, Holder holder, String holderId) {
    if (name.charAt(0) != '_' || !isHex(name.charAt(2)) || !isHex(name.charAt(3))) {
      return Optional.empty();
    }
    boolean event =
        switch (name.charAt(1)) {
          case 'E', 'L', 'W' -> holder == Holder.GPE || holderId.equals(EVENT_DEVICE);
          case 'Q' -> holderId.equals(EMBEDDED_CONTROLLER);
          default -> false;
        };
    return event ? Optional.of(EVENT) : Optional.empty();
  }

  private static boolean isHex(char c) {
    return c >= '0' && c <= '9' || c >= 'A' && c <= 'F';
  }

  boolean allows(Holder holder) {
    return holder == Holder.FOREIGN || holders.equals("*") || holders.indexOf(holder.letter()) >= 0;
  }

  boolean takes(int count) {
    return arguments.indexOf('0' + count) >= 0;
  }

  /** Returns the number of arguments in the current version of the specification. */
  char currentArguments() {
    return arguments.charAt(arguments.length() - 1);
  }
}
