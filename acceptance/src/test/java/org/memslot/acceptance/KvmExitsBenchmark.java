package org.memslot.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.memslot.acceptance.host.HostProgram;
import org.memslot.acceptance.host.InitialRamDisk;
import org.memslot.acceptance.host.Jdk;
import org.memslot.acceptance.host.NestedMachines;
import org.memslot.acceptance.host.NestedRoot;
import org.memslot.testing.Checkout;
import org.memslot.testing.ReferenceProgram;

/**
 * What an exit of a guest on KVM costs, by the class KvmExits and the C program kvm-exits.c of the
 * module benchmarks, in turns: on this host's KVM, or in a nested machine where it has none. {@code
 * -Dexits=N}, {@code -Drounds=N} and {@code -Dturns=N} set how often.
 */
class KvmExitsBenchmark {
  private static final Duration LIMIT = Duration.ofMinutes(15);
  private static final Path MODULE = Checkout.root().resolve("benchmarks");

  /** Arguments: the folder of programs and jars, and the Java VM. */
  private static final String COMPARE =
      """
      #!/bin/sh
      set -e
      classes=$(for jar in "$1"/*.jar; do printf '%%s:' "$jar"; done)
      for turn in $(seq %d); do
        "$1/kvm-exits" %2$d %3$d
        "$2" -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED -cp "$classes" org.memslot.benchmarks.KvmExits %2$d 3 %3$d
      done
      """
          .formatted(
              Integer.getInteger("turns", 2),
              Integer.getInteger("exits", 20_000),
              Integer.getInteger("rounds", 7));

  private static final String ANSWER =
      """
      #!/bin/sh
      while read -r request; do
        if sh /exits/compare /exits /jre/bin/java; then
          echo "nested: $request passed"
        else
          echo "nested: $request failed: see above"
        fi
      done
      """;

  @Test
  void exitsByJavaAndByC(@TempDir Path work) throws IOException {
    Path programs = Files.createDirectory(work.resolve("exits"));
    collect(programs);
    Path compare = Files.writeString(programs.resolve("compare"), COMPARE);
    if (Files.isWritable(Path.of("/dev/kvm"))) {
      System.out.println(
          HostProgram.run(
              List.of("sh", compare.toString(), programs.toString(), Jdk.program("java"))));
      return;
    }
    Path initrd = work.resolve("initrd");
    try (InitialRamDisk archive = NestedRoot.initrd(initrd)) {
      archive.add("exits", programs).addScript("payload/run", ANSWER);
    }
    try (NestedMachines machines = new NestedMachines(work, initrd)) {
      assertThat(machines.request("exits", LIMIT)).isEqualTo("passed");
    }
  }

  private static void collect(Path programs) throws IOException {
    Path libraries = MODULE.resolve("target/lib");
    assertThat(libraries).as("made by: mvn package -pl benchmarks -am").isDirectory();
    try (Stream<Path> jars = Files.list(libraries)) {
      for (Path jar : jars.toList()) {
        Files.copy(jar, programs.resolve(jar.getFileName()));
      }
    }
    HostProgram.run(
        List.of(
            Jdk.program("jar"),
            "--create",
            "--file",
            programs.resolve("benchmarks.jar").toString(),
            "-C",
            MODULE.resolve("target/classes").toString(),
            "org/memslot/benchmarks"));
    HostProgram.run(
        List.of(
            ReferenceProgram.named("gcc").path().toString(),
            "-O2",
            "-static",
            "-Wall",
            "-o",
            programs.resolve("kvm-exits").toString(),
            MODULE.resolve("src/main/c/kvm-exits.c").toString()));
  }
}
