package org.memslot.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * How much memory a process can still commit: what Linux has available, and no more than the
 * control group that it sees as its own (cgroup v2, or v1) leaves it.
 *
 * @see <a href="https://docs.kernel.org/admin-guide/cgroup-v2.html">Control Group v2, memory</a>
 */
final class HostCapacity {
  private final Path root;

  /** The host whose file systems are mounted under a folder, usually /. */
  HostCapacity(Path root) {
    this.root = root;
  }

  /** Bytes, empty where the host does not say. */
  OptionalLong available() {
    return Stream.of(
            memAvailable(),
            left("sys/fs/cgroup", "memory.max", "memory.current", "inactive_file"),
            left(
                "sys/fs/cgroup/memory",
                "memory.limit_in_bytes",
                "memory.usage_in_bytes",
                "total_inactive_file"))
        .flatMap(Optional::stream)
        .mapToLong(Long::longValue)
        .min();
  }

  private Optional<Long> memAvailable() {
    return field("proc/meminfo", "MemAvailable:").map(kibibytes -> kibibytes << 10);
  }

  /**
   * A limit less what is used of it, where pages of files that can be dropped do not count; none
   * where the limit is "max" or there is no such group.
   */
  private Optional<Long> left(String group, String limit, String used, String droppable) {
    Optional<Long> most = text(group + "/" + limit).flatMap(HostCapacity::number);
    Optional<Long> now = text(group + "/" + used).flatMap(HostCapacity::number);
    if (most.isEmpty() || now.isEmpty()) {
      return Optional.empty();
    }
    long files = field(group + "/memory.stat", droppable + " ").orElse(0L);
    return Optional.of(Math.max(0, most.get() - now.get() + files));
  }

  /** The number on the line that begins with a name. */
  private Optional<Long> field(String file, String name) {
    return text(file)
        .flatMap(text -> text.lines().filter(line -> line.startsWith(name)).findFirst())
        .flatMap(line -> number(line.substring(name.length()).replace("kB", "")));
  }

  private Optional<String> text(String file) {
    try {
      return Optional.of(Files.readString(root.resolve(file)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<Long> number(String text) {
    try {
      return Optional.of(Long.parseLong(text.strip()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
