package org.memslot.aml.resource;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.memslot.aml.DataObject.Buffer;

/**
 * A resource template: what {@code _CRS}, {@code _PRS} and {@code _SRS} hold (ACPI 6.5, section
 * 6.4). Its bytes are the descriptors' and an end tag.
 *
 * @param descriptors the descriptors in order
 * @param checksum what the end tag holds
 */
public record ResourceTemplate(List<ResourceDescriptor> descriptors, EndTag checksum) {
  /** The end tag's checksum (section 6.4.2.9). */
  public enum EndTag {
    /** 0, which readers take as right without adding up; ASL compilers write this. */
    ZERO,
    /** The value that makes all bytes of the template add up to 0. */
    COMPUTED
  }

  private static final int END_TAG_LENGTH = 2;

  /** Copies the list. */
  public ResourceTemplate {
    descriptors = List.copyOf(descriptors);
  }

  /** Returns a template of the descriptors with an end tag as ASL compilers write it. */
  public static ResourceTemplate of(ResourceDescriptor... descriptors) {
    return new ResourceTemplate(List.of(descriptors), EndTag.ZERO);
  }

  /** Returns a template that the body fills. */
  public static ResourceTemplate of(Consumer<ResourceTemplateBuilder> body) {
    ResourceTemplateBuilder builder = builder();
    body.accept(builder);
    return builder.build();
  }

  /** Returns an empty builder. */
  public static ResourceTemplateBuilder builder() {
    return new ResourceTemplateBuilder();
  }

  /** Returns the buffer object that {@code _CRS} and its relatives evaluate to. */
  public Buffer toBuffer() {
    return Buffer.of(encode());
  }

  /** Returns the template's bytes, end tag included. */
  public byte[] encode() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    descriptors.forEach(descriptor -> out.writeBytes(descriptor.encode()));
    out.write(ItemTag.END.code() << 3 | 1);
    out.write(0);
    byte[] bytes = out.toByteArray();
    if (checksum == EndTag.COMPUTED) {
      bytes[bytes.length - 1] = complement(bytes, bytes.length - 1);
    }
    return bytes;
  }

  /**
   * Decodes a template. Descriptors that are reserved or hold what the specification does not allow
   * come back as {@link OpaqueDescriptor}, so that {@code decode(bytes).encode()} is always {@code
   * bytes}. Time and memory are linear in the length.
   *
   * @throws ResourceFormatException if the items do not add up to a template: an item is cut off,
   *     there is no end tag, its checksum is neither 0 nor right, or bytes follow it
   */
  public static ResourceTemplate decode(byte[] bytes) {
    List<ResourceDescriptor> descriptors = new ArrayList<>();
    int offset = 0;
    while (true) {
      ItemHead head = ItemHead.read(bytes, offset);
      if (ItemTag.of(bytes[offset]).filter(ItemTag.END::equals).isPresent()) {
        return new ResourceTemplate(descriptors, endTag(bytes, head));
      }
      descriptors.add(DescriptorDecoder.decode(Arrays.copyOfRange(bytes, offset, head.end())));
      offset = head.end();
    }
  }

  private static EndTag endTag(byte[] bytes, ItemHead head) {
    if (head.end() - head.start() != END_TAG_LENGTH) {
      throw new ResourceFormatException(
          head.start(), "an end tag of %d bytes, not 2".formatted(head.end() - head.start()));
    }
    if (head.end() != bytes.length) {
      throw new ResourceFormatException(
          head.end(), "%d bytes after the end tag".formatted(bytes.length - head.end()));
    }
    int at = bytes.length - 1;
    if (bytes[at] == 0) {
      return EndTag.ZERO;
    }
    byte right = complement(bytes, at);
    if (bytes[at] != right) {
      throw new ResourceFormatException(
          at, "checksum 0x%02x, neither 0 nor 0x%02x".formatted(bytes[at], right));
    }
    return EndTag.COMPUTED;
  }

  private static byte complement(byte[] bytes, int length) {
    int sum = 0;
    for (int i = 0; i < length; i++) {
      sum += bytes[i];
    }
    return (byte) -sum;
  }

  /**
   * Returns the {@code ResourceTemplate ()} macro that compiles to the same bytes, or nothing where
   * ASL can't say them: an opaque descriptor, a computed checksum (compilers write 0), sets of
   * dependent functions that are not closed.
   *
   * @param acpiVersion the newest macros allowed, as 0xMMmm: see {@link AslMacro#since()}
   */
  public Optional<List<String>> aslLines(int acpiVersion) {
    int[] next = {0};
    return aslLines(acpiVersion, () -> "T%03X".formatted(next[0]++ & 0xFFF));
  }

  /**
   * Returns the macro as {@link #aslLines(int)} does.
   *
   * @param tags makes the descriptor names that macros of blank windows must have; compilers
   *     declare them in the scope around the template, so they must be unique there
   */
  public Optional<List<String>> aslLines(int acpiVersion, Supplier<String> tags) {
    return checksum == EndTag.ZERO
        ? new TemplatePrinter(acpiVersion, tags).print(descriptors)
        : Optional.empty();
  }

  /** Returns the macro in the newest ASL that memslot knows: see {@link #aslLines}. */
  public Optional<String> asl() {
    return aslLines(AslMacro.ACPI_6_5).map(lines -> String.join("\n", lines));
  }
}
