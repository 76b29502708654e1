package org.memslot.aml;

import java.util.ArrayList;
import java.util.List;

/**
 * Builds the elements of a Field, IndexField or BankField; it knows at which bit the next one
 * begins.
 */
public final class FieldListBuilder {
  private final List<FieldElement> elements = new ArrayList<>();
  private long position;

  FieldListBuilder() {}

  /** Adds any element; all other methods come here. */
  public FieldListBuilder with(FieldElement element) {
    elements.add(element);
    switch (element) {
      case FieldElement.NamedField field -> position += field.bits();
      case FieldElement.ReservedField skipped -> position += skipped.bits();
      case FieldElement.AccessField _,
          FieldElement.ExtendedAccessField _,
          FieldElement.ConnectField _,
          Undecoded _ -> {}
    }
    return this;
  }

  /** Adds a field of so many bits. */
  public FieldListBuilder field(String name, int bits) {
    return with(new FieldElement.NamedField(NameSeg.of(name), bits));
  }

  /** Skips bits. */
  public FieldListBuilder skip(int bits) {
    return with(new FieldElement.ReservedField(bits));
  }

  /**
   * Skips to a byte of the region: ASL's Offset. Adds nothing where the next field begins there
   * anyway.
   *
   * @throws InvalidTermException where that byte is behind already
   */
  public FieldListBuilder offset(int bytes) {
    long bits = 8L * bytes - position;
    if (bits < 0 || bits > PkgLengthWidth.MAX) {
      throw new InvalidTermException(
          "Offset",
          Integer.toString(bytes),
          "from byte "
              + (position + 7) / 8
              + " on, where the next field begins, at most 2^28 - 1 bits further");
    }
    return bits == 0 ? this : skip((int) bits);
  }

  /** Changes the access width: ASL's AccessAs with AttribNormal, 0. */
  public FieldListBuilder accessAs(AccessType type) {
    return with(new FieldElement.AccessField(type.code(), 0));
  }

  /** Changes the connection. */
  public FieldListBuilder connection(FieldConnection connection) {
    return with(new FieldElement.ConnectField(connection));
  }

  List<FieldElement> build() {
    return List.copyOf(elements);
  }
}
