package org.memslot.acceptance.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.memslot.testing.Checkout;
import org.memslot.testing.ReferenceProgram;

/** What Linux on KVM takes: the command as an image, and a kernel with its first root. */
public final class KvmGuest {
  private static final Path SEABIOS = Path.of("/usr/share/seabios/bios-256k.bin");
  private static final String RUN =
      """
      #!/bin/busybox sh
      exec /jre/bin/java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData -Xmx64m -cp /payload \\
        org.memslot.acceptance.inside.Runs
      """;

  private KvmGuest() {}

  /**
   * Makes the nested machine's root with the command, a guest and the program that runs them.
   *
   * @param work a folder for files
   */
  public static Path initrd(Path work) {
    Path initrd = work.resolve("initrd");
    begin(work, initrd).close();
    return initrd;
  }

  /** Like {@link #initrd}, with more to be added. */
  public static InitialRamDisk begin(Path work, Path initrd) {
    ReferenceProgram.require("qemu-system-x86_64");
    Busybox.path();
    Path kernel = DebianKernel.find().image();
    Path image = work.resolve("image");
    String make = Checkout.root().resolve("build/image").toString();
    System.out.println(HostProgram.run(List.of(make, image.toString())));
    Path root = work.resolve("guest");
    InitialRamDisk.create(root).addInit(Inits.read("kvm-guest-init")).close();
    return NestedRoot.initrd(initrd)
        .add("memslot", image)
        .add("guest/vmlinuz", kernel)
        .add("guest/initrd", root)
        .add("guest/bios.bin", seabios())
        .add("payload/org/memslot/acceptance/guest", classes("guest"))
        .add("payload/org/memslot/acceptance/inside", classes("inside"))
        .addScript("payload/run", RUN);
  }

  /** SeaBIOS as Debian has it. */
  public static Path seabios() {
    ReferenceProgram.require(Files.exists(SEABIOS), SEABIOS + " does not exist (Debian: seabios)");
    return SEABIOS;
  }

  private static Path classes(String name) {
    Path tests =
        Path.of(KvmGuest.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    Path classes = tests.resolve("org/memslot/acceptance").resolve(name);
    assertThat(classes).isDirectory();
    return classes;
  }
}
