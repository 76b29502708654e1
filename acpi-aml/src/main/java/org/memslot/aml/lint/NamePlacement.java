package org.memslot.aml.lint;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where predefined names belong and how many arguments they take (ACPI 6.5, chapters 6 to 11). Only
 * names for which the specification leaves no choice are listed.
 *
 * @param holders the letters of the {@link Holder}s that the name belongs in
 * @param arguments the number of arguments
 */
record NamePlacement(String holders, int arguments) {
  /** Name (# for a hexadecimal digit), letters of {@link Holder}, number of arguments. */
  private static final String TABLE =
      """
      _ADR D 0
      _BBN D 0
      _BIF D 0
      _BIX D 0
      _BST D 0
      _BTP D 1
      _CBA D 0
      _CCA D 0
      _CID D 0
      _CRS D 0
      _CRT T 0
      _CST DP 0
      _DCK D 1
      _DDN D 0
      _DEP D 0
      _DIS D 0
      _DMA D 0
      _DSW D 3
      _EJD D 0
      _FDE D 0
      _FDI D 0
      _GLK D 0
      _GTF D 0
      _GTM D 0
      _HID D 0
      _HOT T 0
      _HPP D 0
      _HPX D 0
      _HRV D 0
      _INI DB 0
      _IRC D 0
      _LCK D 1
      _LID D 0
      _MAT DP 0
      _MSG I 1
      _OFF W 0
      _ON_ W 0
      _OSC DPB 4
      _OST DPB 3
      _PCL D 0
      _PCT DP 0
      _PIC R 1
      _PIF D 0
      _PLD DP 0
      _PPC DP 0
      _PRS D 0
      _PRT D 0
      _PRW D 0
      _PSC D 0
      _PSL T 0
      _PSR D 0
      _PSS DP 0
      _PSV T 0
      _PSW D 1
      _PTS R 1
      _PXM DPBT 0
      _REG DPB 2
      _RMV D 0
      _SCP T 3
      _SEG D 0
      _SRS D 1
      _SST I 1
      _STA DPWB 0
      _STM D 3
      _STR DPT 0
      _SUB D 0
      _SUN DP 0
      _TC1 T 0
      _TC2 T 0
      _TMP T 0
      _TSP T 0
      _TTS R 1
      _TZD T 0
      _TZM DP 0
      _TZP T 0
      _UID DP 0
      _UPC D 0
      _WAK R 1
      """;

  private static final Map<String, NamePlacement> PLACES = new HashMap<>();

  static {
    TABLE
        .lines()
        .map(line -> line.split(" "))
        .forEach(
            word -> PLACES.put(word[0], new NamePlacement(word[1], Integer.parseInt(word[2]))));
  }

  private static final Map<String, NamePlacement> NUMBERED =
      Map.of(
          "_AC#", new NamePlacement("T", 0),
          "_AL#", new NamePlacement("T", 0),
          "_EJ#", new NamePlacement("DP", 1),
          "_PR#", new NamePlacement("D", 0),
          "_PS#", new NamePlacement("D", 0),
          "_S#_", new NamePlacement("R", 0),
          "_S#D", new NamePlacement("D", 0),
          "_S#W", new NamePlacement("D", 0));

  private static final Map<Character, NamePlacement> EVENTS =
      Map.of(
          'E', new NamePlacement("GD", 0),
          'L', new NamePlacement("GD", 0),
          'Q', new NamePlacement("D", 0),
          'W', new NamePlacement("G", 0));

  /** Returns where a name belongs, if it is one of those that have a fixed place. */
  static Optional<NamePlacement> of(String name) {
    if (PLACES.containsKey(name)) {
      return Optional.ofNullable(PLACES.get(name));
    }
    String numbered = name.substring(0, 2) + name.substring(2).replaceFirst("[0-9]", "#");
    if (NUMBERED.containsKey(numbered)) {
      return Optional.ofNullable(NUMBERED.get(numbered));
    }
    boolean event = name.startsWith("_") && name.substring(2).matches("[0-9A-F]{2}");
    return event ? Optional.ofNullable(EVENTS.get(name.charAt(1))) : Optional.empty();
  }

  boolean allows(Holder holder) {
    return holder == Holder.FOREIGN || holders.indexOf(holder.letter()) >= 0;
  }
}
