package org.memslot.ospm.interpreter.execution;

import org.jspecify.annotations.Nullable;
import org.memslot.ospm.interpreter.value.AmlBuffer;

/**
 * What AccessAs and Connection say of the fields behind them.
 *
 * @param attribute the access attribute, 0 if there is none
 * @param accessLength the length that goes with it
 * @param descriptor the connection's descriptor, if it stands in the field list
 * @param name the name of the connection's descriptor, if it has one
 */
record FieldAttributes(
    int attribute, int accessLength, AmlBuffer descriptor, @Nullable NamespaceEntry name) {
  private static final int ATTRIBUTE_SHIFT = 6;
  private static final int ATTRIB_BYTES = 0x0B;
  private static final int ATTRIB_RAW_BYTES = 0x0E;
  private static final int ATTRIB_RAW_PROCESS_BYTES = 0x0F;

  /** What holds at the beginning of a field list. */
  static final FieldAttributes NONE = new FieldAttributes(0, 0, AmlBuffer.of(), null);

  /** Follows AccessAs: the upper bits of the access type say what the attribute byte is. */
  FieldAttributes accessAs(int accessType, int attributeByte) {
    return switch (accessType >> ATTRIBUTE_SHIFT & 3) {
      case 1 -> withLength(ATTRIB_BYTES, attributeByte);
      case 2 -> withLength(ATTRIB_RAW_BYTES, attributeByte);
      case 3 -> withLength(ATTRIB_RAW_PROCESS_BYTES, attributeByte);
      default -> new FieldAttributes(attributeByte, 0, descriptor, name);
    };
  }

  /** Follows AccessAs with a length. */
  FieldAttributes withLength(int extendedAttribute, int length) {
    return new FieldAttributes(extendedAttribute, length, descriptor, name);
  }

  /** Follows Connection of a descriptor. */
  FieldAttributes connect(AmlBuffer connection) {
    return new FieldAttributes(attribute, accessLength, connection, null);
  }

  /** Follows Connection of a name. */
  FieldAttributes connect(NamespaceEntry connection) {
    return new FieldAttributes(attribute, accessLength, AmlBuffer.of(), connection);
  }

  /** Returns the descriptor as it is now. */
  AmlBuffer connection() {
    if (name != null && name.object() instanceof AmlBuffer buffer) {
      return buffer.copy();
    }
    return descriptor;
  }
}
