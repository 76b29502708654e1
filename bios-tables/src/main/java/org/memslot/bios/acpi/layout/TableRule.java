package org.memslot.bios.acpi.layout;

import org.memslot.aml.diagnostic.Rule;
import org.memslot.aml.diagnostic.RuleText;
import org.memslot.aml.diagnostic.Severity;

/** What the bytes of any table are checked for, by its layout and by what its fields say. */
public enum TableRule implements Rule {
  /** There are not even the bytes of a header. */
  TABLE_HEADER(
      "table-header",
      Severity.ERROR,
      "A table has the 36 bytes of the description header.",
      "ACPI 6.5, section 5.2.6"),
  /** The table is longer than the bytes that there are, or shorter than its header. */
  TABLE_LENGTH(
      "table-length",
      Severity.ERROR,
      "The length in the header covers the header, and the bytes of the table are all there.",
      "ACPI 6.5, section 5.2.6"),
  /** There are bytes behind the table. */
  BYTES_AFTER_TABLE(
      "bytes-after-table",
      Severity.REMARK,
      "The length in the header is the length of the whole table.",
      "ACPI 6.5, section 5.2.6"),
  /** The bytes do not sum to zero. */
  CHECKSUM(
      "table-checksum",
      Severity.WARNING,
      "All bytes of a table sum to zero, modulo 256.",
      "ACPI 6.5, section 5.2.6"),
  /** The bytes of the root pointer do not sum to zero. */
  ROOT_POINTER_CHECKSUM(
      "root-pointer-checksum",
      Severity.ERROR,
      "The first 20 bytes of the root pointer sum to zero, and from revision 2 on all of them.",
      "ACPI 6.5, section 5.2.5.3"),
  /** A revision that no specification defines. */
  TABLE_REVISION(
      "table-revision",
      Severity.REMARK,
      "The revision is one that the table's specification defines.",
      "ACPI 6.5, section 5.2.6"),
  /** The table ends before fields that its revision has. */
  FIELDS_OF_REVISION(
      "fields-of-revision",
      Severity.WARNING,
      "A table has all fields of its revision.",
      "ACPI 6.5, section 5.2.6"),
  /** The table has fields that only a later revision has. */
  FIELDS_OF_LATER_REVISION(
      "fields-of-later-revision",
      Severity.REMARK,
      "A table has no fields that a later revision introduced.",
      "ACPI 6.5, section 5.2.6"),
  /** A structure ends before its last field, or in the middle of one. */
  CUT_OFF(
      "cut-off-structure",
      Severity.ERROR,
      "A table or subtable is long enough for its fields.",
      "ACPI 6.5, section 5.2"),
  /** A subtable is shorter than its head, or passes the end of what it is in. */
  SUBTABLE_LENGTH(
      "subtable-length",
      Severity.ERROR,
      "The length of a subtable covers its head and ends within the table.",
      "ACPI 6.5, section 5.2"),
  /** A count, length or offset leads beyond the end. */
  BEYOND_END(
      "beyond-end",
      Severity.ERROR,
      "What a count, length or offset refers to is within the table.",
      "ACPI 6.5, section 5.2"),
  /** There are bytes that no field has. */
  UNKNOWN_BYTES(
      "unknown-bytes",
      Severity.REMARK,
      "A table or subtable ends with its last field.",
      "ACPI 6.5, section 5.2"),
  /** A text does not end. */
  TEXT_TERMINATOR(
      "text-terminator",
      Severity.WARNING,
      "A text that ends with a NUL has it within the bytes that belong to it.",
      "ACPI 6.5, section 5.2"),
  /** The root pointer does not begin with its signature. */
  ROOT_POINTER_SIGNATURE(
      "root-pointer-signature",
      Severity.ERROR,
      "The root pointer begins with the eight characters of its signature.",
      "ACPI 6.5, section 5.2.5.3"),
  /** Far more fields than bytes: references lead to the same bytes over and over. */
  TOO_MANY_FIELDS(
      "too-many-fields",
      Severity.ERROR,
      "The parts of a table do not overlap.",
      "ACPI 6.5, section 5.2"),
  /** Half of a GPE block is not a whole number of bytes. */
  GPE_BLOCK_LENGTH(
      "gpe-block-length",
      Severity.WARNING,
      "The length of a GPE block is a multiple of 2: status registers and enable registers.",
      "ACPI 6.5, section 5.2.9"),
  /** An address of 32 bits differs from the one of 64 bits that supersedes it. */
  FADT_ADDRESSES_AGREE(
      "fadt-addresses-agree",
      Severity.REMARK,
      "Where an address is there in 32 bits and in 64 bits, both are the same: older systems use"
          + " the one, newer systems the other.",
      "ACPI 6.5, section 5.2.9"),
  /** Two enabled processors of one kind have one number. */
  PROCESSOR_NUMBER_ONCE(
      "processor-number-once",
      Severity.WARNING,
      "No two enabled processors have the same APIC ID.",
      "ACPI 6.5, sections 5.2.12.2, 5.2.12.12 and 5.2.16"),
  /** A range of memory is empty or ends beyond the last address. */
  AFFINITY_RANGE(
      "affinity-range",
      Severity.WARNING,
      "A range of memory has bytes and ends within the address space.",
      "ACPI 6.5, section 5.2.16.2"),
  /** Memory belongs to two proximity domains. */
  AFFINITY_OVERLAP(
      "affinity-overlap",
      Severity.ERROR,
      "Ranges of memory of different proximity domains do not overlap; Linux ignores the SRAT"
          + " otherwise.",
      "ACPI 6.5, section 5.2.16.2"),
  /** Memory is there twice in one proximity domain. */
  AFFINITY_REPEATED(
      "affinity-repeated",
      Severity.REMARK,
      "Ranges of memory of one proximity domain do not overlap.",
      "ACPI 6.5, section 5.2.16.2"),
  /** Memory that no firmware map has and that cannot be added either. */
  AFFINITY_WITHOUT_MEMORY(
      "affinity-without-memory",
      Severity.WARNING,
      "A range of memory is in the firmware's memory map or is hot-pluggable.",
      "ACPI 6.5, section 5.2.16.2"),
  /** RAM that belongs to no proximity domain. */
  MEMORY_WITHOUT_DOMAIN(
      "memory-without-domain",
      Severity.WARNING,
      "All RAM of the firmware's memory map is in a proximity domain.",
      "ACPI 6.5, section 5.2.16.2"),
  /** A memory device that the SRAT does not have, or has in another way. */
  DEVICE_AFFINITY(
      "device-affinity",
      Severity.ERROR,
      "The range of a memory device is in one hot-pluggable range of its proximity domain.",
      "ACPI 6.5, section 5.2.16.2"),
  /** A distance that an operating system refuses. */
  LOCALITY_DISTANCE(
      "locality-distance",
      Severity.ERROR,
      "The distance from a locality to itself is 10 and to others more; Linux ignores the SLIT"
          + " otherwise.",
      "ACPI 6.5, section 5.2.17");

  @SuppressWarnings("ImmutableEnumChecker") // a record of strings and an enum is immutable
  private final RuleText text;

  TableRule(String id, Severity severity, String description, String source) {
    text = new RuleText(id, severity, description, source);
  }

  @Override
  public RuleText text() {
    return text;
  }
}
