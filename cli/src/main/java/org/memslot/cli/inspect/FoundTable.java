package org.memslot.cli.inspect;

/**
 * A table where it was found. The content says what it is; it may be damaged.
 *
 * @param name the file's path as it was named, with the member of an archive and the table of a
 *     dump behind it, each after {@value #WITHIN}: {@code host.tar.gz!acpi/acpidump.out!SSDT1}
 * @param content the bytes, which nobody changes
 */
record FoundTable(String name, byte[] content) {
  /** Stands between a container and what it holds. */
  static final char WITHIN = '!';

  /** The folder, archive or dump that the table is in, with its last separator; perhaps empty. */
  String folder() {
    return name.substring(0, Math.max(name.lastIndexOf('/'), name.lastIndexOf(WITHIN)) + 1);
  }

  boolean isDsdt() {
    return Signatures.of(content).equals("DSDT");
  }
}
