package org.memslot.aml.resource;

import java.util.Optional;

/**
 * The optional end of an address space, interrupt or clock descriptor: which resource of which
 * device supplies this one. ASL compilers also accept an index without a device.
 *
 * @param index index into the device's resources, 0..255
 * @param path the supplying device's name in the namespace, as text
 */
public record ResourceLink(int index, Optional<String> path) {
  /** Checks the values. */
  public ResourceLink {
    Checks.range("ResourceSourceIndex", index, 0, 0xFF);
    path.ifPresent(text -> Checks.text("ResourceSource", text));
  }

  /** Returns the link to a device's resource. */
  public static ResourceLink to(String path, int index) {
    return new ResourceLink(index, Optional.of(path));
  }

  static Optional<ResourceLink> read(ItemReader in) {
    if (in.remaining() == 0) {
      return Optional.empty();
    }
    int index = in.u8();
    return Optional.of(
        new ResourceLink(index, in.remaining() == 0 ? Optional.empty() : Optional.of(in.text())));
  }

  static void write(Optional<ResourceLink> link, ItemWriter out) {
    link.ifPresent(
        l -> {
          out.u8(l.index());
          l.path().ifPresent(out::text);
        });
  }

  static int size(Optional<ResourceLink> link) {
    return link.map(l -> 1 + l.path().map(text -> text.length() + 1).orElse(0)).orElse(0);
  }
}
