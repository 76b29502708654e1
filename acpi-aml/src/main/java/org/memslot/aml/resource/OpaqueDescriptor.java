package org.memslot.aml.resource;

import java.util.Optional;
import org.memslot.aml.ByteList;

/**
 * A descriptor kept as it was found: of a type that the specification reserves, or with contents
 * that it does not allow. It is encoded as it came and has no ASL macro.
 *
 * @param item the whole descriptor with its head; its length agrees with the head
 */
public record OpaqueDescriptor(ByteList item) implements ResourceDescriptor {
  /** Checks that the bytes are one whole descriptor and not an end tag. */
  public OpaqueDescriptor {
    checkLength(item.toArray());
    if (item.get(0) >> 3 == ItemTag.END.code()) {
      throw new ResourceException("item", "an end tag is the template's, not a descriptor");
    }
  }

  private static void checkLength(byte[] item) {
    try {
      ItemHead head = ItemHead.read(item, 0);
      if (head.end() != item.length) {
        throw new ResourceException(
            "item", "its head says %d bytes, it has %d".formatted(head.end(), item.length));
      }
    } catch (ResourceFormatException e) {
      throw new ResourceException("item", "not whole: " + e.getMessage());
    }
  }

  @Override
  public byte[] encode() {
    return item.toArray();
  }

  @Override
  public Optional<AslMacro> macro() {
    return Optional.empty();
  }
}
