package org.memslot.acceptance.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The folder for downloads and what is made of them: {@code $MEMSLOT_CACHE}, or {@code
 * ~/.cache/memslot}.
 */
public final class Cache {
  private static final Path FOLDER = folder();

  private Cache() {}

  private static Path folder() {
    String named = System.getenv("MEMSLOT_CACHE");
    return named != null && !named.isEmpty()
        ? Path.of(named)
        : Path.of(System.getProperty("user.home"), ".cache", "memslot");
  }

  /**
   * Returns a folder of the cache.
   *
   * @param name the folder's name, which changes with its content
   * @param make fills a new folder, which gets its name when it is complete
   */
  public static Path folder(String name, Consumer<Path> make) {
    Path folder = FOLDER.resolve(name);
    if (!Files.isDirectory(folder)) {
      try {
        Files.createDirectories(FOLDER);
        Path part = Files.createTempDirectory(FOLDER, name + ".part");
        make.accept(part);
        Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return folder;
  }

  /** Deletes a folder with all that is in it. */
  public static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
