package org.memslot.bios.acpi.layout;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The vocabulary in which layouts are written; see the package documentation for a tutorial.
 * Layouts import these methods statically.
 */
public final class Layouts {
  private static final List<Item> GENERIC_ADDRESS =
      List.of(
          u8(
              "Space ID",
              value(0, "SystemMemory"),
              value(1, "SystemIO"),
              value(2, "PCI_Config"),
              value(3, "EmbeddedControl"),
              value(4, "SMBus"),
              value(5, "SystemCMOS"),
              value(6, "PCIBARTarget"),
              value(7, "IPMI"),
              value(8, "GeneralPurposeIo"),
              value(9, "GenericSerialBus"),
              value(10, "PlatformCommChannel"),
              value(11, "PlatformRtMechanism"),
              value(0x7f, "FunctionalFixedHW")),
          u8("Bit Width"),
          u8("Bit Offset"),
          u8(
              "Encoded Access Width",
              value(0, "Undefined/Legacy"),
              value(1, "Byte Access:8"),
              value(2, "Word Access:16"),
              value(3, "DWord Access:32"),
              value(4, "QWord Access:64")),
          u64("Address"));

  private Layouts() {}

  /** A table with a description header, whose {@code items} follow it. */
  public static TableLayout table(String signature, String title, String source, Item... items) {
    return new TableLayout(
        signature, title, source, TableLayout.Header.DESCRIPTION, List.of(), List.of(items));
  }

  /** A structure without a description header; {@code items} are all of it. */
  public static TableLayout structure(
      String signature, String title, String source, TableLayout.Header header, Item... items) {
    return new TableLayout(signature, title, source, header, List.of(), List.of(items));
  }

  /** An unsigned number of one byte. */
  public static FieldLayout u8(String name, Detail... details) {
    return number(name, 1, details);
  }

  /** An unsigned number of two bytes. */
  public static FieldLayout u16(String name, Detail... details) {
    return number(name, 2, details);
  }

  /** An unsigned number of three bytes. */
  public static FieldLayout u24(String name, Detail... details) {
    return number(name, 3, details);
  }

  /** An unsigned number of four bytes. */
  public static FieldLayout u32(String name, Detail... details) {
    return number(name, 4, details);
  }

  /** An unsigned number of eight bytes. */
  public static FieldLayout u64(String name, Detail... details) {
    return number(name, 8, details);
  }

  private static FieldLayout number(String name, int width, Detail... details) {
    return FieldLayout.of(name, FieldKind.NUMBER, constant(width), details);
  }

  /** Bytes that are shown in hexadecimal. */
  public static FieldLayout bytes(String name, int width) {
    return bytes(name, constant(width));
  }

  /** Bytes that are shown in hexadecimal. */
  public static FieldLayout bytes(String name, Amount width) {
    return FieldLayout.of(name, FieldKind.BYTES, width);
  }

  /** Bytes that the specification reserves. */
  public static FieldLayout reserved(int width) {
    return width <= Long.BYTES && width != 5 && width != 6 && width != 7
        ? number("Reserved", width)
        : bytes("Reserved", width);
  }

  /** Text of one byte a character. */
  public static FieldLayout text(String name, int width) {
    return text(name, constant(width));
  }

  /** Text of one byte a character. */
  public static FieldLayout text(String name, Amount width) {
    return FieldLayout.of(name, FieldKind.TEXT, width);
  }

  /** Text of one byte a character up to a NUL. */
  public static FieldLayout string(String name) {
    return string(name, new Amount.ToNul(1));
  }

  /** Text of one byte a character that ends with a NUL within {@code width} bytes. */
  public static FieldLayout string(String name, Amount width) {
    return FieldLayout.of(name, FieldKind.STRING, width);
  }

  /** Text of two bytes a character (UTF-16, little-endian). */
  public static FieldLayout text16(String name, Amount width) {
    return FieldLayout.of(name, FieldKind.TEXT_16, width);
  }

  /** Text of two bytes a character up to a NUL. */
  public static FieldLayout string16(String name) {
    return string16(name, new Amount.ToNul(2));
  }

  /** Text of two bytes a character that ends with a NUL within {@code width} bytes. */
  public static FieldLayout string16(String name, Amount width) {
    return FieldLayout.of(name, FieldKind.STRING_16, width);
  }

  /** A GUID. */
  public static FieldLayout guid(String name) {
    return FieldLayout.of(name, FieldKind.GUID, constant(16));
  }

  /** A Generic Address Structure (ACPI 6.5, section 5.2.3.2). */
  public static Group genericAddress(String name) {
    return new Group(name, GENERIC_ADDRESS);
  }

  /** Fields under a title. */
  public static Group group(String title, Item... items) {
    return new Group(title, List.of(items));
  }

  /** Items that several structures begin with, and {@code more} behind them. */
  public static Item[] join(Item[] first, Item... more) {
    Item[] all = Arrays.copyOf(first, first.length + more.length);
    System.arraycopy(more, 0, all, first.length, more.length);
    return all;
  }

  /** What one value means. */
  public static Meaning value(long number, String text) {
    return new Meaning(number, number, text);
  }

  /** What a range of values means. */
  public static Meaning values(long first, long last, String text) {
    return new Meaning(first, last, text);
  }

  /** A flag: the bit {@code number}, counted from 0. */
  public static Flag bit(int number, String name, Meaning... meanings) {
    return new Flag(name, number, 1, List.of(meanings));
  }

  /** {@code count} bits from {@code first} on. */
  public static Flag bits(int first, int count, String name, Meaning... meanings) {
    return new Flag(name, first, count, List.of(meanings));
  }

  /** Fields that {@code revision} of the table introduced; they are there if the table goes on. */
  public static Section since(int revision, Item... items) {
    return new Section(new Section.Since(revision), List.of(items));
  }

  /** Fields that are there if the structure goes on. */
  public static Section ifPresent(Item... items) {
    return new Section(new Section.IfPresent(), List.of(items));
  }

  /** Fields that are there on a condition. */
  public static Section when(Condition condition, Item... items) {
    return new Section(new Section.When(condition), List.of(items));
  }

  /** Fields that are there if the GUID in {@code field} is the given one, in upper case. */
  public static Section whenGuid(String field, String guid, Item... items) {
    return new Section(new Section.GuidIs(field, guid), List.of(items));
  }

  /** {@code count} times the same items, without a title of each. */
  public static Repeat repeat(Amount count, Item... items) {
    return repeat("", count, items);
  }

  /** {@code count} times the same items, each under a title. */
  public static Repeat repeat(String title, Amount count, Item... items) {
    return new Repeat(title, Optional.of(count), List.of(items));
  }

  /** The same items up to the end of the structure, without a title of each. */
  public static Repeat toEnd(Item... items) {
    return toEnd("", items);
  }

  /** The same items up to the end of the structure, each under a title. */
  public static Repeat toEnd(String title, Item... items) {
    return new Repeat(title, Optional.empty(), List.of(items));
  }

  /** The fields that all subtables of a table begin with. */
  public static List<Item> head(Item... fields) {
    return List.of(fields);
  }

  /**
   * Subtables up to the end of the structure, with the {@code Length} of their head.
   *
   * @param type the field of the head that selects the body
   */
  public static Subtables subtables(List<Item> head, String type, Subtable... types) {
    return subtables(head, type, value("Length"), types);
  }

  /** Subtables up to the end of the structure, of a length that is computed from the head. */
  public static Subtables subtables(
      List<Item> head, String type, Amount length, Subtable... types) {
    return subtables(head, value(type), length, types);
  }

  /** Subtables up to the end of the structure, whose type and length are computed from the head. */
  public static Subtables subtables(
      List<Item> head, Amount type, Amount length, Subtable... types) {
    return new Subtables(head, type, Optional.of(length), Optional.empty(), List.of(types));
  }

  /** Subtables up to the end of the structure, each as long as its fields. */
  public static Subtables subtablesWithoutLength(List<Item> head, String type, Subtable... types) {
    return new Subtables(head, value(type), Optional.empty(), Optional.empty(), List.of(types));
  }

  /** Structures of one kind up to the end of the enclosing one, each with a length. */
  public static Subtables structures(String title, List<Item> head, Amount length, Item... items) {
    return new Subtables(
        head,
        constant(0),
        Optional.of(length),
        Optional.empty(),
        List.of(subtable(0, title, items)));
  }

  /** The body of a type of subtable. */
  public static Subtable subtable(long type, String title, Item... items) {
    return new Subtable(type, type, title, List.of(items));
  }

  /** The body of a range of types of subtables. */
  public static Subtable subtableRange(long first, long last, String title, Item... items) {
    return new Subtable(first, last, title, List.of(items));
  }

  /** Items at an offset from the start of the enclosing structure. */
  public static Reference at(Amount offset, Item... items) {
    return new Reference(offset, Optional.empty(), List.of(items));
  }

  /** Items in {@code length} bytes at an offset from the start of the enclosing structure. */
  public static Reference at(Amount offset, Amount length, Item... items) {
    return new Reference(offset, Optional.of(length), List.of(items));
  }

  /** All bytes up to the end of the structure, in hexadecimal; there may be none. */
  public static UnusedBytes rest(String name) {
    return new UnusedBytes(name);
  }

  /** The number in a field that stands before. */
  public static Amount value(String field) {
    return new Amount.FieldValue(field);
  }

  /** A fixed number. */
  public static Amount constant(long number) {
    return new Amount.Constant(number);
  }

  /** The revision in the table's header. */
  public static Amount revision() {
    return new Amount.Revision();
  }

  /** The bytes from here to the end of the structure. */
  public static Amount bytesLeft() {
    return new Amount.BytesLeft();
  }
}
