package org.memslot.bios.acpi.layout;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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
              "HMAT",
              "ACPI 6.4, section 5.2.27.4, made the first of two reserved bytes the minimum"
                  + " transfer size",
              List.of(0x5a, 0x5b)),
          new Difference(
              "SPCR",
              "the byte between terminal type and PCI device id is at 0x3f; iasl shows the one at"
                  + " 0x4c in its place",
              List.of(0x3f, 0x4c)));

  /**
   * A difference.
   *
   * @param signature of the table
   * @param reason why it is right, with its source
   * @param offsets in the template at which the two may differ
   */
  private record Difference(String signature, String reason, List<Integer> offsets) {}

  private DeliberateDifferences() {}

  /** The offsets in iasl's template of a table at which the two may differ. */
  static Set<Integer> offsets(String signature) {
    return ALL.stream()
        .filter(difference -> difference.signature.equals(signature))
        .flatMap(difference -> difference.offsets.stream())
        .collect(Collectors.toSet());
  }
}
