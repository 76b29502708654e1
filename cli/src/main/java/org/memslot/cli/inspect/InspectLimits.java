package org.memslot.cli.inspect;

/**
 * What input may cost. Real dumps stay far below: a machine has some 40 tables and 3 MiB, its text
 * dump 15 MiB.
 *
 * @param contentBytes the largest file or member that is taken for a dump
 * @param tableBytes the largest table
 * @param members how many files of a folder, or members of an archive and the archives in it
 * @param unpackedBytes how many bytes a folder, or an archive and the archives in it, may have
 * @param nesting how deep archives and compressed files stand in each other
 * @param tables how many tables are held at once
 * @param heldBytes how many bytes of tables are held at once
 */
record InspectLimits(
    int contentBytes,
    int tableBytes,
    int members,
    long unpackedBytes,
    int nesting,
    int tables,
    long heldBytes) {
  /** The limits of the command. */
  static final InspectLimits DEFAULT =
      new InspectLimits(64 << 20, 16 << 20, 100_000, 1L << 30, 4, 50_000, 256L << 20);
}
