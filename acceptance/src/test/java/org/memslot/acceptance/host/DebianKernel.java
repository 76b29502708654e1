package org.memslot.acceptance.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.memslot.testing.ReferenceProgram;

/** Debian's kernel for virtual machines, with its modules. It is downloaded once. */
public final class DebianKernel {
  private static final Pattern PACKAGE =
      Pattern.compile("linux-image-6\\.1\\.0-(\\d+)-cloud-amd64");

  private final Path folder;

  private DebianKernel(Path folder) {
    this.folder = folder;
  }

  /**
   * Returns the kernel of the cache, or downloads it. Where neither works, the calling test is
   * skipped or fails, as {@link ReferenceProgram} describes.
   */
  public static DebianKernel find() {
    return new DebianKernel(Cache.folder("kernel", DebianKernel::download));
  }

  private static void download(Path folder) {
    ReferenceProgram.require("apt-cache");
    ReferenceProgram.require("dpkg");
    Optional<String> found = newest();
    if (found.isEmpty()) {
      HostProgram.result(folder, List.of("apt-get", "-qq", "update"));
      found = newest();
    }
    ReferenceProgram.require(
        found.isPresent(), "apt finds no package " + PACKAGE + "; this needs Debian 12");
    String name = found.orElseThrow();
    System.out.println("downloading " + name);
    HostProgram.run(folder, List.of("apt-get", "-qq", "download", name));
    Path archive = only(folder, path -> path.toString().endsWith(".deb"));
    HostProgram.run(folder, List.of("dpkg", "-x", archive.toString(), folder.toString()));
    try {
      Files.delete(archive);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<String> newest() {
    String all = HostProgram.run(List.of("apt-cache", "search", "--names-only", "^linux-image-6"));
    return PACKAGE
        .matcher(all)
        .results()
        .max(Comparator.comparing(match -> Integer.valueOf(match.group(1))))
        .map(match -> match.group());
  }

  /** The kernel, as a loader takes it. */
  public Path image() {
    return only(
        folder.resolve("boot"), path -> path.getFileName().toString().startsWith("vmlinuz-"));
  }

  /** A module of the kernel, such as {@code kvm.ko}. */
  public Path module(String file) {
    return only(folder.resolve("lib/modules"), path -> path.endsWith(file));
  }

  private static Path only(Path folder, Predicate<Path> wanted) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(wanted).findFirst().orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
