package org.memslot.aml.resource;

/**
 * The device that a connection goes through: a GPIO or bus controller.
 *
 * @param path the device's name in the namespace, as text: {@code \_SB.GPI0}
 * @param index which of the device's resources, 0..255; connections of today use 0
 */
public record ResourceSource(String path, int index) {
  /** Checks the values. */
  public ResourceSource {
    Checks.text("ResourceSource", path);
    Checks.range("ResourceSourceIndex", index, 0, 0xFF);
  }

  /** Returns a source with index 0. */
  public static ResourceSource of(String path) {
    return new ResourceSource(path, 0);
  }
}
