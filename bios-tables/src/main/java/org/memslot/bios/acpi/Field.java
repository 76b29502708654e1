package org.memslot.bios.acpi;

/**
 * One field of a decoded structure, for people to read.
 *
 * @param offset of its first byte, from the start of the structure
 * @param length its bytes; 0 for the title of a part
 * @param name the specification's name for it
 * @param value numbers in hexadecimal, text in quotes, bytes in hexadecimal
 */
public record Field(int offset, int length, String name, String value) {
  /** The form {@code iasl} lists fields in: offset, length, name, value. */
  @Override
  public String toString() {
    return length == 0
        ? "%n%s".formatted(name)
        : "[%03Xh %04d %3d] %32s : %s".formatted(offset, offset, length, name, value);
  }
}
