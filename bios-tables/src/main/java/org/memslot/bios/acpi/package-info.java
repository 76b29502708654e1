/**
 * ACPI's tables as values: each a record whose components are the table's fields, with {@code
 * encode} and {@code decode}.
 *
 * <pre>{@code
 * Srat srat =
 *     new Srat(
 *         1,
 *         TableOrigin.OURS,
 *         List.of(
 *             new SratEntry.ProcessorAffinity(0, 0, SratEntry.ENABLED, 0, 0),
 *             new SratEntry.MemoryAffinity(
 *                 0, 0x1_0000_0000L, 512 << 20, SratEntry.ENABLED | SratEntry.HOT_PLUGGABLE)));
 * Bytes bytes = srat.encode(); // length and checksum are right
 * Srat again = Srat.decode(bytes); // equal to srat
 * AcpiStructure any = AcpiTables.decode(bytes); // by signature
 * }</pre>
 *
 * <p>A table says its fields once, to a {@link org.memslot.bios.acpi.FieldWriter}: its bytes and
 * its listing by name both come from there. Numbers that do not fit their field are refused when
 * the record is made. Decoders take any bytes and throw {@link
 * org.memslot.bios.FirmwareDataException} with the offset; parts of a table whose type is not known
 * are kept as bytes. {@link org.memslot.bios.acpi.TableLint} judges checksums, lengths, revisions,
 * and whether tables agree with each other and with e820.
 */
@NullMarked
package org.memslot.bios.acpi;

import org.jspecify.annotations.NullMarked;
