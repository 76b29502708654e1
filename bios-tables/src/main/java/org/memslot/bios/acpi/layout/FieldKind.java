package org.memslot.bios.acpi.layout;

/** How a field's bytes are read and shown. */
public enum FieldKind {
  /** An unsigned little-endian number of at most 8 bytes, in hexadecimal. */
  NUMBER,
  /** One byte a character, in quotes. */
  TEXT,
  /** Two bytes a character (UTF-16, little-endian), in quotes. */
  TEXT_16,
  /** As {@link #TEXT}, and the specification demands a NUL at the end. */
  STRING,
  /** As {@link #TEXT_16}, and the specification demands a NUL at the end. */
  STRING_16,
  /** Bytes in hexadecimal. */
  BYTES,
  /** A GUID of 16 bytes, the first three parts little-endian. */
  GUID
}
