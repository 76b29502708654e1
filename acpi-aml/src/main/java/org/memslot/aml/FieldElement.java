package org.memslot.aml;

/** An element of a field list (ACPI 6.5, 20.2.5.2: FieldElement). */
public sealed interface FieldElement
    permits FieldElement.NamedField,
        FieldElement.ReservedField,
        FieldElement.AccessField,
        FieldElement.ExtendedAccessField,
        FieldElement.ConnectField,
        Undecoded {
  /** The byte before a ReservedField's length; a NamedField begins with its name. */
  int RESERVED = 0;

  /** The byte before an AccessField. */
  int ACCESS = 1;

  /** The byte before a ConnectField. */
  int CONNECT = 2;

  /** The byte before an ExtendedAccessField. */
  int EXTENDED_ACCESS = 3;

  /**
   * A field with a name.
   *
   * @param name its name, in the scope of the field list
   * @param bits its length in bits
   * @param width how the length is encoded
   */
  record NamedField(NameSeg name, int bits, PkgLengthWidth width) implements FieldElement {
    /** Refuses a length that no PkgLength holds. */
    public NamedField {
      InvalidTermException.requireRange("NamedField length", bits, 0, PkgLengthWidth.MAX);
    }

    /** A field whose length has the shortest encoding. */
    public NamedField(NameSeg name, int bits) {
      this(name, bits, PkgLengthWidth.SHORTEST);
    }
  }

  /**
   * Bits that are skipped; ASL's Offset gives them too.
   *
   * @param bits how many
   * @param width how the length is encoded
   */
  record ReservedField(int bits, PkgLengthWidth width) implements FieldElement {
    /** Refuses a length that no PkgLength holds. */
    public ReservedField {
      InvalidTermException.requireRange("ReservedField length", bits, 0, PkgLengthWidth.MAX);
    }

    /** Bits whose number has the shortest encoding. */
    public ReservedField(int bits) {
      this(bits, PkgLengthWidth.SHORTEST);
    }
  }

  /**
   * AccessAs: from here on, another access.
   *
   * @param accessType the byte AccessType: bits 0 to 3 the {@link AccessType}, bits 6 and 7 the
   *     kind of {@code attribute} (0 as named, 1 AttribBytes, 2 AttribRawBytes, 3 AttribRawProcess)
   * @param attribute the byte AccessAttrib
   */
  record AccessField(int accessType, int attribute) implements FieldElement {
    /** Refuses what is no byte. */
    public AccessField {
      InvalidTermException.requireByte("AccessField AccessType", accessType);
      InvalidTermException.requireByte("AccessField AccessAttrib", attribute);
    }
  }

  /**
   * AccessAs with a length: AttribBytes, AttribRawBytes, AttribRawProcessBytes.
   *
   * @param accessType the byte AccessType
   * @param attribute the byte ExtendedAccessAttrib: 0x0b, 0x0e or 0x0f
   * @param length the byte AccessLength
   */
  record ExtendedAccessField(int accessType, int attribute, int length) implements FieldElement {
    /** Refuses what is no byte. */
    public ExtendedAccessField {
      InvalidTermException.requireByte("ExtendedAccessField AccessType", accessType);
      InvalidTermException.requireByte("ExtendedAccessField ExtendedAccessAttrib", attribute);
      InvalidTermException.requireByte("ExtendedAccessField AccessLength", length);
    }
  }

  /**
   * Connection: from here on, another connection.
   *
   * @param connection the descriptor or its name
   */
  record ConnectField(FieldConnection connection) implements FieldElement {}
}
