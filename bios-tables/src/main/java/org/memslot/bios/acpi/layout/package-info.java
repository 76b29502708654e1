/**
 * The layouts of ACPI tables as data, and tables decoded by them.
 *
 * <h2>Decoding a table</h2>
 *
 * {@code AcpiTables.view} of {@code org.memslot.bios.acpi} finds the layout for the bytes of a
 * table and decodes them; {@link org.memslot.bios.acpi.layout.TableView#decode} takes a layout.
 * Both give a list of fields, each with its offset, bytes, value, meaning and flags:
 *
 * {@snippet id="PackageExamplesTest.view" :
 * TableView view = AcpiTables.view("BGRT.dat", bytes);
 * OptionalLong address = view.number("Image Address"); // 0x8a1c3018
 * List<FlagView> flags = view.field("Status").orElseThrow().flags(); // Displayed = 1, ...
 * List<Finding> findings = view.findings(); // a wrong checksum, bytes behind the last field, ...
 * String listing = TableText.print(view); // in the form of iasl
 * }
 *
 * <p>Only bytes that are present are decoded. A table shorter than its revision requires has fewer
 * fields; a longer table has bytes after its last field. Both cause a {@linkplain
 * org.memslot.bios.acpi.layout.TableRule finding}. {@code decode} accepts any bytes. Its time and
 * memory are proportional to their number.
 *
 * <p>A {@link org.memslot.bios.acpi.layout.ViewNode} is a {@link
 * org.memslot.bios.acpi.layout.FieldView} or a {@link org.memslot.bios.acpi.layout.GroupView}. This
 * is a neutral form, from which JSON or another format can be generated.
 *
 * <h2>Describing a table</h2>
 *
 * A layout is the table of the specification, written with the methods of {@link
 * org.memslot.bios.acpi.layout.Layouts}:
 *
 * {@snippet id="PackageExamplesTest.layout" :
 * TableLayout layout =
 *     table(
 *             "BGRT",
 *             "Boot Graphics Resource Table",
 *             "ACPI 6.5, section 5.2.23",
 *             u16("Version"),
 *             u8("Status", bit(0, "Displayed"), bits(1, 2, "Orientation Offset")),
 *             u8("Image Type", value(0, "Bitmap")),
 *             u64("Image Address"),
 *             u32("Image OffsetX"),
 *             u32("Image OffsetY"))
 *         .revisions(1);
 * }
 *
 * <p>The description header is implicit, and offsets follow from the widths. Other elements are
 *
 * <ul>
 *   <li>{@code since(3, ...)}: fields that revision 3 introduced. They are decoded if the table has
 *       the bytes, whatever its revision; a finding reports a disagreement between the two.
 *   <li>{@code ifPresent(...)}: optional fields at the end of a structure.
 *   <li>{@code when(value("Type").is(2), ...)}: fields that depend on other fields; {@code
 *       whenGuid("Type UUID", "C68ED8E2-...", ...)}: on a GUID.
 *   <li>{@code repeat(value("Count"), ...)}, {@code toEnd(...)}: arrays.
 *   <li>{@code subtables(head(u8("Subtable Type"), u8("Length")), "Subtable Type", subtable(0,
 *       "Processor Local APIC", ...), ...)}: structures whose type selects their fields. A type
 *       without a layout is shown as bytes.
 *   <li>{@code structures(title, head(...), value("Length"), ...)}: structures of a single type.
 *   <li>{@code at(value("Offset"), value("Length"), ...)}: fields elsewhere in the structure.
 *   <li>{@code rest("OEM Data")}: all remaining bytes.
 * </ul>
 *
 * Widths, counts and offsets are {@linkplain org.memslot.bios.acpi.layout.Amount amounts}, computed
 * from preceding fields: {@code value("Length").minus(16).dividedBy(4)}. A field name is looked up
 * in its own structure first, then in the enclosing ones.
 *
 * <p>To add a table, write its class in {@code org.memslot.bios.acpi.layout.tables} and add its
 * line to {@code StandardTables} of {@code org.memslot.bios.acpi}. The decoder, the listing, the
 * checks and the comparison of all layouts with {@code iasl} use that one description. To add a
 * table outside of this module, pass {@code
 * TableKinds.STANDARD.with(TableKind.of(MyTable.LAYOUT))}.
 */
@NullMarked
package org.memslot.bios.acpi.layout;

import org.jspecify.annotations.NullMarked;
