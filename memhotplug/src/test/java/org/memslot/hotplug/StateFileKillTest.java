package org.memslot.hotplug;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.memslot.aml.ByteList;
import org.memslot.hotplug.device.HotplugInterfaces;
import org.memslot.hotplug.slot.SlotPlan;
import org.memslot.hotplug.state.ContentLoading;
import org.memslot.machine.AddressRange;
import org.memslot.machine.ByteSize;
import org.memslot.testing.Seeds;

/**
 * A program that saves without end is killed at random moments: every file it leaves can be
 * restored whole.
 */
class StateFileKillTest {
  private static final int KILLS = Integer.getInteger("kills", 5);
  private static final long BASE = 1L << 32;
  private static final long SIZE = ByteSize.MIB;

  @TempDir Path directory;

  private static TestMachine machine() {
    List<SlotPlan> plans = List.of(new SlotPlan.Named("a", AddressRange.of(BASE, SIZE), 0, false));
    return new TestMachine(HotplugInterfaces.MEMSLOT, HotplugSettings.defaults(), plans);
  }

  /** The program: each file's memory is full of its own number. */
  public static final class Saver {
    private Saver() {}

    /** Saves to the file named until it is killed. */
    public static void main(String[] arguments) throws IOException {
      TestMachine machine = machine();
      machine.controller.add("a");
      for (long number = 1; ; number++) {
        for (long at = 0; at < SIZE; at += 8) {
          machine.memory.write64(BASE + at, number);
        }
        machine.controller.save(
            Path.of(arguments[0]), Map.of("number", ByteList.ascii(Long.toString(number))));
        System.out.println(number);
      }
    }
  }

  @Test
  void everyFileThatAKilledProgramLeavesIsWhole() throws Exception {
    Random random = Seeds.random("StateFileKillTest");
    Path file = directory.resolve("state");
    int later = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      Process process = start(file);
      // From the first file on, or the second or third, so that every kill falls into saving and
      // not
      // into starting, and most into replacing, however busy the computer is.
      BufferedReader numbers = process.inputReader();
      for (int files = 1 + kill % 3; files > 0; files--) {
        assertThat(numbers.readLine()).isNotNull();
      }
      LockSupport.parkNanos(random.nextInt(30_000_000));
      process.destroyForcibly().waitFor();

      TestMachine restored = machine();
      ContentLoading loading = kill % 2 == 0 ? ContentLoading.LAZY : ContentLoading.EAGER;
      long number =
          Long.parseLong(
              new String(
                  Optional.ofNullable(restored.controller.restore(file, loading).get("number"))
                      .orElseThrow()
                      .toArray(),
                  StandardCharsets.US_ASCII));
      for (long at = 0; at < SIZE; at += 8) {
        assertThat(restored.memory.read64(BASE + at)).isEqualTo(number);
      }
      later += number > 1 ? 1 : 0;
    }
    assertThat(later).as("kills after the first file").isPositive();
  }

  private Process start(Path file) throws IOException {
    List<String> path = new ArrayList<>();
    for (String property : List.of("java.class.path", "jdk.module.path")) {
      String value = System.getProperty(property);
      if (value != null && !value.isEmpty()) {
        path.add(value);
      }
    }
    path.add(location(Saver.class));
    path.add(location(MemoryHotplugController.class));
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            String.join(File.pathSeparator, path),
            Saver.class.getName(),
            file.toString())
        .redirectError(directory.resolve("errors").toFile())
        .start();
  }

  private static String location(Class<?> type) {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath()).toString();
  }

  @Test
  void nothingIsLeftBesideTheFile() throws Exception {
    TestMachine machine = machine();
    machine.controller.save(directory.resolve("state"), Map.of());
    try (var files = Files.list(directory)) {
      assertThat(files.map(path -> path.getFileName().toString())).containsExactly("state");
    }
  }
}
