package org.memslot.hypervisor;

import java.lang.foreign.MemorySegment;
import java.util.Optional;
import org.memslot.hypervisor.boot.BootImageException;
import org.memslot.hypervisor.boot.BzImage;
import org.memslot.hypervisor.boot.PvhImage;

/**
 * What a guest on KVM starts with.
 *
 * @param kernel a Linux bzImage or an ELF image with a PVH entry
 * @param initrd its initial RAM disk
 * @param commandLine its command line
 */
public record KvmImages(Kernel kernel, Optional<MemorySegment> initrd, String commandLine) {
  /** A kernel in one of the forms that can be started. */
  public sealed interface Kernel {
    /** Linux, by its 64-bit boot protocol. */
    record Linux(BzImage image) implements Kernel {}

    /** An image with a PVH entry. */
    record Pvh(PvhImage image) implements Kernel {}

    /**
     * Reads an image in whichever form it is.
     *
     * @throws BootImageException when it is in none of them
     */
    static Kernel parse(MemorySegment image) {
      byte[] magic = {0x7f, 'E', 'L', 'F'};
      boolean elf =
          image.byteSize() >= magic.length
              && image.asSlice(0, magic.length).mismatch(MemorySegment.ofArray(magic)) < 0;
      return elf ? new Pvh(PvhImage.parse(image)) : new Linux(BzImage.parse(image));
    }
  }
}
