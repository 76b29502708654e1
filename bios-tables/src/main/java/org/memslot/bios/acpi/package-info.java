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
 * <p>Numbers that do not fit their field are refused when the record is made. Decoders take any
 * bytes and throw {@link org.memslot.bios.FirmwareDataException} with the offset; parts of a table
 * whose type is not known are kept as bytes. {@code view} shows a structure as its fields by name;
 * {@link org.memslot.bios.acpi.layout} does so for tables that have no record here, and for bytes
 * that the decoders refuse.
 *
 * <p>{@link org.memslot.bios.acpi.TableLint} checks checksums, lengths, revisions and what the
 * fields of a table demand of each other, {@link org.memslot.bios.acpi.MemoryLint} whether the SRAT
 * agrees with e820 and the memory devices.
 *
 * <p>A {@link org.memslot.bios.acpi.TableKind} joins layout, decoder and checks of the tables with
 * one signature. {@link org.memslot.bios.acpi.TableKinds#STANDARD} has those of this module; with
 * one more kind it makes the same methods read, show and check a table of yours:
 *
 * <pre>{@code
 * record Sample(int revision, TableOrigin origin, long base) implements AcpiTable {
 *   static final TableLayout LAYOUT =
 *       Layouts.table("SMPL", "Sample Table", "Sample 1.0, section 1", Layouts.u64("Base"));
 *
 *   static Sample decode(Bytes content) {
 *     TableHead head = TableHead.read("SMPL", content);
 *     return new Sample(head.revision(), head.origin(), head.body().u64("Base"));
 *   }
 *   // signature() and writeBody(out)
 * }
 *
 * TableKinds kinds =
 *     TableKinds.STANDARD.with(TableKind.of(Sample.LAYOUT).decodedBy(Sample::decode));
 * AcpiTables.decode(bytes, kinds); // a Sample
 * AcpiTables.view("SMPL", bytes, kinds); // its fields
 * TableLint.check("SMPL", bytes, kinds); // what is wrong with it
 * }</pre>
 *
 * <p>{@link org.memslot.bios.acpi.AcpiDump} has the tables in a text that {@code acpidump} wrote.
 */
@NullMarked
package org.memslot.bios.acpi;

import org.jspecify.annotations.NullMarked;
