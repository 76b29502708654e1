package org.memslot.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What would crash the virtual machine is tried in another one. */
class UnmappedAccessTest {
  @Test
  void memoryThatIsGivenBackDoesNotCrashWhoeverStillUsesIt(@TempDir Path folder)
      throws IOException, InterruptedException {
    String path =
        Stream.of("java.class.path", "jdk.module.path", "surefire.test.class.path")
            .map(System::getProperty)
            .filter(p -> p != null && !p.isEmpty())
            .collect(Collectors.joining(File.pathSeparator));
    String classes =
        Path.of(UnmappedAccess.class.getProtectionDomain().getCodeSource().getLocation().getPath())
            .toString();
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx64m",
                "-cp",
                classes + File.pathSeparator + path,
                UnmappedAccess.class.getName())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(child.waitFor()).as(output).isZero();
    assertThat(output).contains("survived");
    assertThat(folder).isEmptyDirectory();
  }
}
