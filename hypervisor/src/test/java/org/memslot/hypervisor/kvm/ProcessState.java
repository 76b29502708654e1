package org.memslot.hypervisor.kvm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What this process has of the kernel's, as /proc shows it. */
final class ProcessState {
  private static final Path SELF = Path.of("/proc/self");

  private ProcessState() {}

  /** What the open descriptors are that have to do with KVM. */
  static List<String> kvmDescriptors() {
    List<String> found = new ArrayList<>();
    for (Path descriptor : list(SELF.resolve("fd"))) {
      try {
        String target = Files.readSymbolicLink(descriptor).toString();
        if (target.contains("kvm")) {
          found.add(target);
        }
      } catch (NoSuchFileException e) {
        // The listing's own.
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return found;
  }

  static int descriptors() {
    return list(SELF.resolve("fd")).size();
  }

  /** Lines of the map of memory with this word. */
  static List<String> mappings(String word) {
    return lines(SELF.resolve("maps")).stream().filter(line -> line.contains(word)).toList();
  }

  /** The names of the threads, as the kernel has them, with their states: {@code vcpu-0 S}. */
  static List<String> threads() {
    List<String> found = new ArrayList<>();
    for (Path task : list(SELF.resolve("task"))) {
      try {
        String stat = Files.readString(task.resolve("stat"));
        int end = stat.lastIndexOf(')');
        found.add(stat.substring(stat.indexOf('(') + 1, end) + stat.substring(end + 1, end + 3));
      } catch (IOException e) {
        // It has ended.
      }
    }
    return found;
  }

  /** Bytes of memory that the process has of the host's. */
  static long residentBytes() {
    return lines(SELF.resolve("status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
        .findFirst()
        .orElseThrow();
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
