package org.memslot.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.memslot.cli.console.WrongWordsException;
import org.memslot.hypervisor.KvmBoot;
import org.memslot.hypervisor.KvmGuest;
import org.memslot.hypervisor.MachineConfig;
import org.memslot.hypervisor.PcBoard;
import org.memslot.hypervisor.boot.BootImageException;
import org.memslot.hypervisor.boot.BzImage;
import org.memslot.hypervisor.boot.FirmwareImage;
import org.memslot.hypervisor.boot.FwCfgKernel;
import org.memslot.hypervisor.device.SerialOutput;
import org.memslot.hypervisor.kvm.Kvm;
import org.memslot.hypervisor.kvm.KvmException;
import org.memslot.machine.HostFile;

/**
 * What a guest on KVM needs of the host: KVM itself, the image files, a place for the serial port.
 */
final class KvmSetup implements AutoCloseable {
  /** What to do where KVM fails. */
  static final String OTHER_GUEST = "--guest ospm runs the embedded guest, which needs no KVM";

  private final Arena arena;
  private final Kvm kvm;
  private final KvmBoot start;
  private final OutputStream serial;
  private final boolean ownsSerial;
  private final SerialOutput output;

  /**
   * Takes it all.
   *
   * @throws WrongWordsException when a file is missing or is not what it should be
   * @throws RunFailedException when the host lacks something
   */
  @SuppressWarnings("MustBeClosedChecker") // close() closes the arena
  KvmSetup(GuestChoice.OnKvm choice, PrintStream standardOutput) {
    arena = Arena.ofShared();
    try {
      start = start(choice);
      kvm = Kvm.open();
      ownsSerial = choice.serial() instanceof SerialTarget.File;
      serial = serial(choice.serial(), standardOutput);
      output = new SerialOutput(serial);
    } catch (KvmException e) {
      arena.close();
      throw new RunFailedException(e.getMessage() + "; " + OTHER_GUEST, e);
    } catch (RuntimeException e) {
      arena.close();
      throw e;
    }
  }

  /**
   * The width of physical addresses that this host's KVM gives a guest, as far as a machine can
   * have it; empty where there is no KVM, which is said when it is needed.
   */
  static OptionalInt addressBits() {
    try (Kvm kvm = Kvm.open()) {
      return OptionalInt.of(
          Math.clamp(
              kvm.supportedCpuid().addressBits(),
              MachineConfig.LEAST_ADDRESS_BITS,
              MachineConfig.MOST_ADDRESS_BITS));
    } catch (KvmException e) {
      return OptionalInt.empty();
    }
  }

  private KvmBoot start(GuestChoice.OnKvm choice) {
    Optional<MemorySegment> initrd = choice.initrd().map(file -> map("--initrd", file));
    if (choice.firmware().isEmpty()) {
      return new KvmBoot.Direct(
          kernel(choice.kernel().orElseThrow()), initrd, choice.commandLine());
    }
    return new KvmBoot.ByFirmware(
        firmware(choice.firmware().get()),
        choice.kernel().map(file -> new FwCfgKernel(linux(file), initrd, choice.commandLine())));
  }

  private KvmBoot.Kernel kernel(Path file) {
    try {
      return KvmBoot.Kernel.parse(map("--kernel", file));
    } catch (BootImageException e) {
      throw new WrongWordsException(
          "--kernel %s: %s; a kernel is a bzImage or an ELF image with a PVH note"
              .formatted(file, e.getMessage()));
    }
  }

  private BzImage linux(Path file) {
    return switch (kernel(file)) {
      case KvmBoot.Kernel.Linux(var image) -> image;
      case KvmBoot.Kernel.Pvh _ ->
          throw new WrongWordsException(
              "--kernel %s: a firmware starts a bzImage, and this is an ELF image; leave --firmware out"
                  .formatted(file));
    };
  }

  private FirmwareImage firmware(Path file) {
    try {
      return new FirmwareImage(map("--firmware", file));
    } catch (BootImageException e) {
      throw new WrongWordsException("--firmware %s: %s".formatted(file, e.getMessage()));
    }
  }

  private MemorySegment map(String option, Path file) {
    try (HostFile content = HostFile.open(file)) {
      return content.map(arena);
    } catch (NoSuchFileException e) {
      throw new WrongWordsException("%s %s: there is no such file".formatted(option, file));
    } catch (IOException e) {
      throw new WrongWordsException(
          "%s %s: it cannot be read: %s".formatted(option, file, e.getMessage()));
    }
  }

  private static OutputStream serial(SerialTarget target, PrintStream standardOutput) {
    return switch (target) {
      case SerialTarget.Nowhere() -> OutputStream.nullOutputStream();
      case SerialTarget.Stdio() -> standardOutput;
      case SerialTarget.File(Path path) -> {
        try {
          yield Files.newOutputStream(path);
        } catch (IOException e) {
          throw new RunFailedException("--serial file:%s: %s".formatted(path, e), e);
        }
      }
    };
  }

  /** The guest, off. */
  KvmGuest guest(PcBoard board) {
    return new KvmGuest(board, kvm, start, output);
  }

  @Override
  public void close() {
    output.close();
    kvm.close();
    arena.close();
    if (ownsSerial) {
      try {
        serial.close();
      } catch (IOException e) {
        throw new RunFailedException("the serial port's file: " + e, e);
      }
    }
  }
}
