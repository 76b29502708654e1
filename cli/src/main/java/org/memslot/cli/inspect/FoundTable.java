package org.memslot.cli.inspect;

/** A table where it was found. Its content says what it is, and may be damaged. */
final class FoundTable {
  /** Stands between a container and what it holds. */
  static final char WITHIN = '!';

  private final String name;
  private final byte[] content;

  /**
   * @param name the file's path as it was named, with the member of an archive and the table of a
   *     dump behind it, each after {@value #WITHIN}: {@code host.tar.gz!acpi/acpidump.out!SSDT1}
   * @param content the bytes, which nobody changes from now on
   */
  FoundTable(String name, byte[] content) {
    this.name = name;
    this.content = content;
  }

  String name() {
    return name;
  }

  /** The bytes themselves. */
  byte[] content() {
    return content;
  }

  /** The folder, archive or dump that the table is in, with its last separator; perhaps empty. */
  String folder() {
    return name.substring(0, Math.max(name.lastIndexOf('/'), name.lastIndexOf(WITHIN)) + 1);
  }

  boolean isDsdt() {
    return Signatures.of(content).equals("DSDT");
  }
}
