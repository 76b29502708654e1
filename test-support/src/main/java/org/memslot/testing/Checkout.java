package org.memslot.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The checkout that the tests run in: its documents and its sources. */
public final class Checkout {
  private static final Path ROOT = findRoot();

  private Checkout() {}

  /** The root folder. */
  public static Path root() {
    return ROOT;
  }

  /** Reads a file. */
  public static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a document, given by its path from the root folder. */
  public static String document(String name) {
    return read(ROOT.resolve(name));
  }

  /** The documents in the root folder, and the README of each module that has one. */
  public static List<String> documents() {
    try (Stream<Path> files = Files.find(ROOT, 2, (path, _) -> path.toString().endsWith(".md"))) {
      return files
          .filter(path -> ROOT.equals(path.getParent()) || path.endsWith("README.md"))
          .map(path -> ROOT.relativize(path).toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The Java sources of all modules, tests included. */
  public static List<Path> javaSources() {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(path -> path.toString().endsWith(".java"))
          .filter(path -> !ROOT.relativize(path).toString().contains("target/"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path findRoot() {
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve("ARCHITECTURE.md"))) {
        return folder;
      }
    }
    throw new IllegalStateException("no ARCHITECTURE.md above " + Path.of("").toAbsolutePath());
  }
}
