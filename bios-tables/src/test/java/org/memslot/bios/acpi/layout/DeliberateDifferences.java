package org.memslot.bios.acpi.layout;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Where a view differs from iasl 20200925 on purpose, with the reason. */
final class DeliberateDifferences {
  private static final List<Difference> ALL =
      List.of(
          new Difference(
              "DMAR",
              "Intel VT-d 4.0, section 8.3.1, made the first byte of a device scope's reserved two"
                  + " its flags",
              List.of(0x42, 0x43, 0x62, 0x63, 0x72, 0x73)),
          new Difference(
              "FACS",
              "ACPI 6.5, table 5.14: the last 24 bytes are reserved; iasl leaves them out",
              List.of(0x28)),
          new Difference(
              "GTDT",
              "ACPI 6.5, section 5.2.25: the platform timers are at the Platform Timer Offset; the"
                  + " template's is that of revision 2, iasl does not use it",
              range(0x60, 0xe8)),
          new Difference(
              "HEST",
              "ACPI 6.5, section 18.3.2: the Error Source Count says how many structures there are;"
                  + " the template has more, iasl does not use it",
              range(0x154, 0x27c)),
          new Difference(
              "HMAT",
              "ACPI 6.4, section 5.2.27.4, made the first of two reserved bytes the minimum"
                  + " transfer size",
              List.of(0x5a, 0x5b)),
          new Difference(
              "IORT",
              "Arm DEN0049E made the last three bytes of a root complex PASID capabilities and a"
                  + " reserved byte",
              List.of(0xed, 0xef)),
          new Difference(
              "NFIT",
              "the line offsets begin behind the line size, at 0xa0, and the SMBIOS entries at"
                  + " 0xb8; iasl shows the same values elsewhere",
              List.of(0x08, 0xa0, 0xa4, 0xa8, 0xac, 0xb0, 0xb8)),
          new Difference(
              "SDEV",
              "iasl gives 0 as the offset of what offsets within a structure lead to",
              List.of(0x00, 0x30, 0x46, 0x62)),
          new Difference(
              "SPCR",
              "the byte between terminal type and PCI device id is at 0x3f; iasl shows the one at"
                  + " 0x4c in its place",
              List.of(0x3f, 0x4c)),
          new Difference(
              "TPM2", "iasl shows one of the four bytes of the start method", List.of(0x30)));

  /**
   * A difference.
   *
   * @param signature of the table
   * @param reason why it is right, with its source
   * @param offsets in the template at which the two may differ
   */
  private record Difference(String signature, String reason, List<Integer> offsets) {}

  private DeliberateDifferences() {}

  private static List<Integer> range(int from, int to) {
    return IntStream.range(from, to).boxed().toList();
  }

  /** The offsets in iasl's template of a table at which the two may differ. */
  static Set<Integer> offsets(String signature) {
    return ALL.stream()
        .filter(difference -> difference.signature.equals(signature))
        .flatMap(difference -> difference.offsets.stream())
        .collect(Collectors.toSet());
  }
}
