package org.memslot.machine;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Writes files so that at every moment there is the old file or the new one, whole. Every file that
 * is written in place of another goes through here. The rules:
 *
 * <ul>
 *   <li>Only a regular file is replaced, or a symbolic link to one (the link itself), or to
 *       nothing: never a directory, FIFO, socket or device.
 *   <li>The bytes go into a temporary file in the same directory. Its name cannot be guessed and it
 *       is created exclusively, so that no symbolic link is followed and two writers of one file do
 *       not meet.
 *   <li>It is forced to the disk before it gets the file's name, and the directory after it.
 *   <li>Whatever fails, the temporary file is deleted and the old file is untouched.
 * </ul>
 */
public final class FileReplacement {
  private FileReplacement() {}

  /** Makes the bytes of the new file. */
  @FunctionalInterface
  public interface Content {
    /**
     * Writes the whole file.
     *
     * @param channel the temporary file, empty
     * @throws IOException when it cannot be written, or is not to be; the old file stays then
     */
    void writeTo(FileChannel channel) throws IOException;
  }

  /**
   * Writes a file in place of what was there. What the content throws is thrown on.
   *
   * @param file the file
   * @param content makes its bytes
   * @throws IOException when the file cannot be written or what is there is not replaced; the old
   *     one is untouched
   */
  public static void write(Path file, Content content) throws IOException {
    Path target = file.toAbsolutePath();
    requireReplaceable(target);
    Path partial = target.resolveSibling(".memslot-" + UUID.randomUUID() + ".tmp");
    ExitCleanup.Entry cleanup = ExitCleanup.of(partial);
    try (FileChannel channel =
        FileChannel.open(partial, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ExitCleanup.add(cleanup);
      boolean done = false;
      try {
        content.writeTo(channel);
        channel.force(true);
        requireReplaceable(target);
        Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        done = true;
      } finally {
        if (!done) {
          Files.deleteIfExists(partial);
        }
        ExitCleanup.remove(cleanup);
      }
    }
    forceDirectory(target);
  }

  /**
   * Refuses a path at which {@link #write} would refuse to put a file.
   *
   * @param file the file
   * @throws FileSystemException when something is there that is not replaced
   */
  public static void requireReplaceable(Path file) throws FileSystemException {
    Path target = file.toAbsolutePath();
    if (target.getFileName() == null || Files.isDirectory(target)) {
      throw new FileSystemException(file.toString(), null, "it is a directory");
    }
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      throw new FileSystemException(
          file.toString(), null, "it is not a regular file and is not replaced");
    }
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)
        && !Files.isSymbolicLink(target)
        && !Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileSystemException(
          file.toString(), null, "it is not a regular file and is not replaced");
    }
  }

  private static void forceDirectory(Path file) throws IOException {
    Path directory = file.getParent();
    if (directory != null) {
      try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }
}
