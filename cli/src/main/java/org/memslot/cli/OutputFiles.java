package org.memslot.cli;

import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.memslot.cli.console.WrongWordsException;
import org.memslot.machine.FileReplacement;

/** Files that commands write: each is there whole or not at all. */
final class OutputFiles {
  private OutputFiles() {}

  /** Refuses a place where no file can be written. */
  static void checkFile(String option, Path file) {
    checkNamed(option, file, "file");
    if (Files.isDirectory(file)) {
      throw new WrongWordsException(
          "%s %s: there is a folder of that name; name a file".formatted(option, file));
    }
    checkParent(option, file);
    try {
      FileReplacement.requireReplaceable(file);
    } catch (FileSystemException e) {
      throw new WrongWordsException(
          "%s %s: %s; name another file".formatted(option, file, e.getReason()));
    }
  }

  /** Refuses a place where no folder can be made. */
  static void checkFolder(String option, Path folder) {
    checkNamed(option, folder, "folder");
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new WrongWordsException(
          "%s %s: there is a file of that name; name a folder, which need not exist"
              .formatted(option, folder));
    }
    if (Files.isDirectory(folder) && !Files.isWritable(folder)) {
      throw new WrongWordsException(
          "%s %s: the folder cannot be written; name another".formatted(option, folder));
    }
    checkParent(option, folder);
  }

  /** An empty path would be the folder that the process happens to be in. */
  private static void checkNamed(String option, Path path, String what) {
    if (path.toString().isEmpty()) {
      throw new WrongWordsException("%s \"\": it is empty; name a %s".formatted(option, what));
    }
  }

  private static void checkParent(String option, Path path) {
    Path parent = path.toAbsolutePath().normalize().getParent();
    if (parent != null && !Files.isDirectory(parent)) {
      throw new WrongWordsException(
          "%s %s: there is no folder %s to put it in; make it first"
              .formatted(option, path, parent));
    }
  }

  /** Writes a text in place of what was there. */
  static void write(Path file, String text) {
    try {
      replace(file, text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw notWritten(file, e);
    }
  }

  private static void replace(Path file, byte[] content) throws IOException {
    FileReplacement.write(
        file,
        channel -> {
          ByteBuffer left = ByteBuffer.wrap(content);
          while (left.hasRemaining()) {
            channel.write(left);
          }
        });
  }

  /**
   * Writes files, named by their path in the folder, which is made if it is not there. A folder
   * that is new or empty is there with all its files or not at all; in one that has files already,
   * each is replaced whole.
   */
  static void writeFolder(Path folder, Map<String, byte[]> files) {
    Path absolute = folder.toAbsolutePath().normalize();
    try {
      if (isEmptyOrAbsent(absolute)) {
        putWhole(absolute, files);
        return;
      }
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        Path target = absolute.resolve(file.getKey());
        Files.createDirectories(target.getParent());
        replace(target, file.getValue());
      }
    } catch (IOException e) {
      throw notWritten(folder, e);
    }
  }

  /** Into a directory that is nobody else's, which then gets the folder's name. */
  private static void putWhole(Path folder, Map<String, byte[]> files) throws IOException {
    Path parent = Optional.ofNullable(folder.getParent()).orElse(folder);
    Path whole = Files.createTempDirectory(parent, ".memslot-");
    try {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        Path target = whole.resolve(file.getKey());
        Files.createDirectories(target.getParent());
        Files.write(target, file.getValue());
      }
      Files.move(whole, folder, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      if (Files.exists(whole)) {
        MoreFiles.deleteRecursively(whole);
      }
    }
  }

  private static boolean isEmptyOrAbsent(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return true;
    }
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.findAny().isEmpty();
    }
  }

  private static RunFailedException notWritten(Path path, IOException e) {
    return new RunFailedException("%s cannot be written: %s".formatted(path, reason(e)), e);
  }

  /** Some exceptions of files have a path for their whole message. */
  private static String reason(IOException e) {
    return switch (e) {
      case NoSuchFileException gone -> "no file can be made at " + gone.getFile();
      case AccessDeniedException denied -> "permission denied at " + denied.getFile();
      default -> String.valueOf(e.getMessage());
    };
  }
}
