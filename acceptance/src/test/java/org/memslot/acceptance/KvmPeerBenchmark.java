package org.memslot.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.memslot.acceptance.host.InitialRamDisk;
import org.memslot.acceptance.host.KvmGuest;
import org.memslot.acceptance.host.NestedMachines;
import org.memslot.acceptance.host.NestedRoot;
import org.memslot.testing.ReferenceProgram;

/** Times of a Linux guest of {@code memslot run} and of QEMU, side by side on the nested KVM. */
class KvmPeerBenchmark {
  private static final Duration LIMIT = Duration.ofMinutes(30);
  private static final List<String> FIRMWARE =
      List.of(
          "/usr/share/seabios/bios-256k.bin",
          "/usr/share/seabios/bios-microvm.bin",
          "/usr/share/qemu/linuxboot_dma.bin",
          "/usr/share/qemu/kvmvapic.bin",
          "/usr/share/qemu/qboot.rom");

  @Test
  void besideQemu(@TempDir Path work) {
    Path qemu = ReferenceProgram.named("qemu-system-x86_64").path();
    Path initrd = work.resolve("initrd");
    try (InitialRamDisk archive = KvmGuest.begin(work, initrd)) {
      archive.add("peer/qemu-system-x86_64", qemu);
      FIRMWARE.forEach(file -> archive.add("peer/" + Path.of(file).getFileName(), Path.of(file)));
      NestedRoot.libraries(qemu)
          .forEach(library -> archive.add("peer/lib/" + library.getFileName(), library));
    }
    try (NestedMachines machines = new NestedMachines(work, initrd)) {
      assertThat(machines.request("peer", LIMIT)).isEqualTo("passed");
    }
  }
}
