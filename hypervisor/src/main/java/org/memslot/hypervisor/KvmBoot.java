package org.memslot.hypervisor;

import java.lang.foreign.MemorySegment;
import java.util.Optional;
import org.memslot.hypervisor.boot.BootImageException;
import org.memslot.hypervisor.boot.BzImage;
import org.memslot.hypervisor.boot.FirmwareImage;
import org.memslot.hypervisor.boot.FwCfgKernel;
import org.memslot.hypervisor.boot.PvhImage;

/** What a guest on KVM starts with. */
public sealed interface KvmBoot {
  /**
   * A kernel that is put into memory and started there, on tables of the built-in firmware.
   *
   * @param kernel a Linux bzImage or an ELF image with a PVH entry
   * @param initrd its initial RAM disk
   * @param commandLine its command line
   */
  record Direct(Kernel kernel, Optional<MemorySegment> initrd, String commandLine)
      implements KvmBoot {}

  /**
   * A firmware that starts at the reset vector, with its tables and what it is to start in fw_cfg.
   *
   * @param image the firmware
   * @param kernel what it starts; empty leaves it to look for something
   */
  record ByFirmware(FirmwareImage image, Optional<FwCfgKernel> kernel) implements KvmBoot {}

  /** A kernel in one of the forms that can be started. */
  sealed interface Kernel {
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
