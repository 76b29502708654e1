package org.memslot.acceptance.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A copy of the nested machine's root on this host, to record a cache of loaded and linked classes
 * in: a start under emulation is slow. There is no KVM, and only root may do this.
 */
public final class TrainedRoot implements AutoCloseable {
  private final Path folder;

  private TrainedRoot(Path folder) {
    this.folder = folder;
  }

  /** Copies the root to a folder that does not exist. */
  public static TrainedRoot copy(Path folder) {
    HostProgram.run(List.of("cp", "-a", NestedRoot.folder().toString(), folder.toString()));
    return new TrainedRoot(folder);
  }

  /** Adds a file or folder, with its modification times, which the cache depends on. */
  public TrainedRoot add(String name, Path source) {
    HostProgram.run(List.of("cp", "-aL", source.toString(), folder.resolve(name).toString()));
    return this;
  }

  /** Adds a script. */
  public TrainedRoot addScript(String name, String text) {
    try {
      Path script = folder.resolve(name);
      Files.writeString(script, text);
      if (!script.toFile().setExecutable(true)) {
        throw new IllegalStateException(script + " cannot be made executable");
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Runs a Java program that takes options of the Java VM, and records its classes.
   *
   * @param cache the cache's name in the root
   * @param input the program's standard input
   * @return the cache, or nothing if it could not be made
   */
  public Optional<Path> train(String cache, String input, String program) {
    try {
      Path proc = folder.resolve("proc");
      Path file = Files.writeString(folder.resolve("tmp/input"), input + "\n");
      String script =
          """
          mount --bind /proc %s && trap 'umount %s' EXIT
          chroot %s %s -XX:AOTCacheOutput=%s <%s
          """
              .formatted(proc, proc, folder, program, cache, file);
      // Its own mounts end with it.
      HostProgram.Result result =
          HostProgram.result(folder, List.of("unshare", "--mount", "sh", "-c", script));
      Path made = folder.resolve(cache.substring(1));
      if (Files.exists(made)) {
        return Optional.of(made);
      }
      System.out.println("starts are slower without a cache of classes: " + result.output());
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes the copy. */
  @Override
  public void close() {
    Cache.delete(folder);
  }
}
