package org.memslot.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.memslot.acceptance.host.HostProgram;
import org.memslot.acceptance.host.InitialRamDisk;
import org.memslot.acceptance.host.Jdk;
import org.memslot.acceptance.host.KvmGuest;
import org.memslot.acceptance.host.NestedMachines;
import org.memslot.acceptance.host.NestedRoot;
import org.memslot.acceptance.host.TrainedRoot;
import org.memslot.testing.Checkout;
import org.memslot.testing.ReferenceProgram;

/**
 * The hypervisor's tests that need KVM, in a nested machine. A class passes when it has tests and
 * none fails or is skipped.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KvmUnitTest {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final Path MODULE = Checkout.root().resolve("hypervisor");
  private static final String MARK = "\n@NeedsKvm\n";
  private static final String PROGRAM = "org.memslot.hypervisor.kvm.KvmTests";

  /** Its arguments are further options of the Java VM. */
  private static final String RUN =
      """
      #!/bin/busybox sh
      classes=$(for jar in /tests/*.jar; do printf '%%s:' "$jar"; done)
      exec /jre/bin/java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData -Xlog:aot=off,cds=off \
        -Dkvm=required -Dreferee=required --enable-native-access=ALL-UNNAMED "$@" -cp "$classes" %s
      """
          .formatted(PROGRAM);

  private NestedMachines machines;

  /** The names of the classes that need KVM. */
  static List<String> classes() throws IOException {
    Path sources = MODULE.resolve("src/test/java");
    try (Stream<Path> files = Files.walk(sources)) {
      return files
          .filter(file -> file.toString().endsWith("Test.java"))
          .filter(file -> Checkout.read(file).contains(MARK))
          .map(file -> sources.relativize(file).toString())
          .map(name -> name.substring(0, name.length() - ".java".length()).replace('/', '.'))
          .sorted()
          .toList();
    }
  }

  @BeforeAll
  void prepare(@TempDir Path work) throws IOException {
    ReferenceProgram.require("qemu-system-x86_64");
    Path libraries = MODULE.resolve("target/test-lib");
    Path tests = work.resolve("hypervisor.jar");
    assertThat(libraries).as("made by: mvn package -pl hypervisor -am -DskipTests").isDirectory();
    HostProgram.run(
        List.of(
            Jdk.program("jar"),
            "--create",
            "--file",
            tests.toString(),
            "-C",
            MODULE.resolve("target/classes").toString(),
            ".",
            "-C",
            MODULE.resolve("target/test-classes").toString(),
            "."));
    Path initrd = work.resolve("initrd");
    try (InitialRamDisk archive =
        NestedRoot.initrd(initrd)
            .add("tests", libraries)
            .add("tests/hypervisor.jar", tests)
            .add("usr/share/seabios/bios-256k.bin", KvmGuest.seabios())
            .addScript("tests/run", RUN)
            .addScript(
                "payload/run", "#!/bin/busybox sh\nexec /tests/run -XX:AOTCache=/tests/aot\n")) {
      try (TrainedRoot root = TrainedRoot.copy(work.resolve("root"))) {
        root.add("tests", libraries).add("tests/hypervisor.jar", tests).addScript("tests/run", RUN);
        // Loaded and linked classes, from a run in which each test fails for want of KVM.
        root.train("/tests/aot", String.join("\n", classes()), "/tests/run")
            .ifPresent(cache -> archive.add("tests/aot", cache));
      }
    }
    machines = new NestedMachines(work, initrd);
  }

  @AfterAll
  void end() {
    machines.close();
  }

  @ParameterizedTest
  @MethodSource("classes")
  void testsPassOnKvm(String name) {
    assertThat(machines.request(name, LIMIT)).as(name).isEqualTo("passed");
  }
}
