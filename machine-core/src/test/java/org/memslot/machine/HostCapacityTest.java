package org.memslot.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostCapacityTest {
  @TempDir private Path root;

  private void file(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private HostCapacity host() {
    return new HostCapacity(root);
  }

  @Test
  void aHostThatDoesNotSayIsNotAsked() throws IOException {
    assertThat(host().available()).isEmpty();
    file("proc/meminfo", "MemTotal: 24 kB\nMemAvailable: many kB\n");
    assertThat(host().available()).isEmpty();
  }

  @Test
  void memAvailableCountsInKibibytes() throws IOException {
    file("proc/meminfo", "MemTotal:       24689764 kB\nMemAvailable:   22123456 kB\n");
    assertThat(host().available()).hasValue(22123456L << 10);
  }

  @Test
  void aControlGroupLeavesLess() throws IOException {
    file("proc/meminfo", "MemAvailable:   22123456 kB\n");
    file("sys/fs/cgroup/memory.max", "max\n");
    file("sys/fs/cgroup/memory.current", "4096\n");
    assertThat(host().available()).hasValue(22123456L << 10);
    file("sys/fs/cgroup/memory.max", "1073741824\n");
    assertThat(host().available()).hasValue(1073741824L - 4096);
    file("sys/fs/cgroup/memory.current", "2073741824\n");
    assertThat(host().available()).hasValue(0);
    file("sys/fs/cgroup/memory.stat", "anon 5\ninactive_file 1500000000\nactive_file 7\n");
    assertThat(host().available()).as("cached files can go").hasValue(500000000);
  }

  @Test
  void soDoesOneOfTheFirstVersion() throws IOException {
    file("proc/meminfo", "MemAvailable:   22123456 kB\n");
    file("sys/fs/cgroup/memory/memory.limit_in_bytes", "536870912\n");
    file("sys/fs/cgroup/memory/memory.usage_in_bytes", "36870912\n");
    file("sys/fs/cgroup/memory/memory.stat", "inactive_file 1\ntotal_inactive_file 1000\n");
    assertThat(host().available()).hasValue(500001000);
  }
}
