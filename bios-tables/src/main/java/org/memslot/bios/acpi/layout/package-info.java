/**
 * The layouts of ACPI's tables as data, and tables decoded by them.
 *
 * <h2>Reading a table</h2>
 *
 * {@link org.memslot.bios.acpi.layout.TableView} has the fields of a table, each with offset,
 * bytes, value, meaning and flags. {@code AcpiTables} of {@code org.memslot.bios.acpi} finds the
 * layout for bytes, {@link org.memslot.bios.acpi.layout.TableView#decode} takes one:
 *
 * <pre>{@code
 * TableView view = AcpiTables.view("BGRT", bytes);
 * view.number("Image Address");            // OptionalLong[0x8a1c3018]
 * view.field("Status").orElseThrow().flags(); // [FlagView[name=Displayed, value=1, ...], ...]
 * view.findings();                         // a wrong checksum, bytes behind the last field, ...
 * TableText.print(view);                   // the listing, in the form of iasl
 * }</pre>
 *
 * Values come from the bytes that are there. A table that is shorter than its revision demands has
 * fewer fields, one that is longer has bytes behind the last field, and both have a {@linkplain
 * org.memslot.bios.acpi.layout.TableRule finding}. {@code decode} accepts any bytes; its time and
 * memory are proportional to them.
 *
 * <p>A {@link org.memslot.bios.acpi.layout.ViewNode} is a {@link
 * org.memslot.bios.acpi.layout.FieldView} or a {@link org.memslot.bios.acpi.layout.GroupView}.
 * Together they are the neutral form of a table, from which JSON or any other format is made.
 *
 * <h2>Writing a layout</h2>
 *
 * A layout is the table that the specification prints, in the vocabulary of {@link
 * org.memslot.bios.acpi.layout.Layouts}:
 *
 * <pre>{@code
 * public final class BgrtLayout {
 *   public static final TableLayout LAYOUT =
 *       table(
 *               "BGRT",
 *               "Boot Graphics Resource Table",
 *               "ACPI 6.5, section 5.2.23",
 *               u16("Version"),
 *               u8("Status", bit(0, "Displayed"), bits(1, 2, "Orientation Offset")),
 *               u8("Image Type", value(0, "Bitmap")),
 *               u64("Image Address"),
 *               u32("Image OffsetX"),
 *               u32("Image OffsetY"))
 *           .revisions(1);
 * }
 * }</pre>
 *
 * The description header need not be listed. Offsets follow from the widths. Beyond plain fields
 * there are
 *
 * <ul>
 *   <li>{@code since(3, ...)}: fields that revision 3 introduced. They are decoded if the table has
 *       the bytes, whatever its revision is; a finding tells if the two do not agree.
 *   <li>{@code ifPresent(...)}: fields that a structure may end before.
 *   <li>{@code when(value("Type").is(2), ...)}: fields that depend on others; {@code whenGuid("Type
 *       UUID", "C68ED8E2-...", ...)}: on a GUID.
 *   <li>{@code repeat(value("Count"), ...)}, {@code toEnd(...)}: arrays.
 *   <li>{@code subtables(head(u8("Subtable Type"), u8("Length")), "Subtable Type", subtable(0,
 *       "Processor Local APIC", ...), ...)}: structures whose type selects their fields. Types that
 *       the layout does not have are shown as bytes.
 *   <li>{@code structures(title, head(...), value("Length"), ...)}: the same with a single kind.
 *   <li>{@code at(value("Offset"), value("Length"), ...)}: fields elsewhere in the structure.
 *   <li>{@code rest("OEM Data")}: all that is left, as bytes.
 * </ul>
 *
 * Widths, counts and offsets are {@linkplain org.memslot.bios.acpi.layout.Amount amounts}, computed
 * from fields that stand before: {@code value("Length").minus(16).dividedBy(4)}. A field's name is
 * looked up in its structure first, then in those around it.
 *
 * <p>To add a table, write its class in {@code org.memslot.bios.acpi.layout.tables} and add its
 * line to {@code StandardTables} of {@code org.memslot.bios.acpi}. Decoder, listing, checks and the
 * tests that compare all layouts with {@code iasl} take it from there. To add one outside of this
 * module, pass {@code TableKinds.STANDARD.with(TableKind.of(MyTable.LAYOUT))}.
 */
@NullMarked
package org.memslot.bios.acpi.layout;

import org.jspecify.annotations.NullMarked;
