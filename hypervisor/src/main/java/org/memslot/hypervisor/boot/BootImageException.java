package org.memslot.hypervisor.boot;

import java.util.Locale;

/** An image is not what it should be, or does not fit the machine. */
public sealed class BootImageException extends RuntimeException permits NoRoomException {
  private static final long serialVersionUID = 1L;

  private final String image;
  private final long offset;

  /**
   * What is wrong with an image.
   *
   * @param image its kind or name
   * @param offset of the faulty field in the image, bytes
   * @param problem what is wrong, with value and limit
   */
  public BootImageException(String image, long offset, String problem) {
    super(String.format(Locale.ROOT, "%s, offset 0x%x: %s", image, offset, problem));
    this.image = image;
    this.offset = offset;
  }

  /** The image's kind or name. */
  public String image() {
    return image;
  }

  /** Where in the image the faulty field is, bytes. */
  public long offset() {
    return offset;
  }
}
