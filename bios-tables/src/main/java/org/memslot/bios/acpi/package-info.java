/**
 * ACPI tables as values: each table is a record whose components are its fields, with {@code
 * encode} and {@code decode}.
 *
 * {@snippet id="PackageExamplesTest.table" :
 * Srat srat =
 *     new Srat(
 *         1,
 *         TableOrigin.OURS,
 *         List.of(
 *             new SratEntry.ProcessorAffinity(0, 0, SratEntry.ENABLED, 0, 0),
 *             new SratEntry.MemoryAffinity(
 *                 0, 0x1_0000_0000L, 512 << 20, SratEntry.ENABLED | SratEntry.HOT_PLUGGABLE)));
 * ByteList bytes = srat.encode(); // length and checksum are filled in
 * Srat decoded = Srat.decode(bytes); // equal to srat
 * AcpiStructure any = AcpiTables.decode(bytes); // selects the decoder by signature
 * }
 *
 * <p>A number that does not fit its field is rejected when the record is created. Decoders accept
 * any bytes and throw {@link org.memslot.bios.FirmwareDataException} with the offset of the error.
 * Substructures of unknown type are kept as bytes.
 *
 * <p>{@code view} returns the fields of a structure by name. {@link org.memslot.bios.acpi.layout}
 * does the same for tables without a record here, and for bytes that the decoders reject.
 *
 * <p>{@link org.memslot.bios.acpi.TableLint} checks the checksum, length and revision of a table
 * and the dependencies between its fields. {@link org.memslot.bios.acpi.MemoryLint} checks that
 * SRAT, e820 map and memory devices agree.
 *
 * <p>A {@link org.memslot.bios.acpi.TableKind} joins layout, decoder and checks of the tables with
 * one signature. {@link org.memslot.bios.acpi.TableKinds#STANDARD} has those of this module. With
 * one more kind, {@code TableKinds.STANDARD.with(TableKind.of(LAYOUT).decodedBy(Sample::decode))},
 * the same methods decode, show and check a table of your own.
 *
 * <p>{@link org.memslot.bios.acpi.AcpiDump} reads the text that {@code acpidump} writes.
 */
@NullMarked
package org.memslot.bios.acpi;

import org.jspecify.annotations.NullMarked;
