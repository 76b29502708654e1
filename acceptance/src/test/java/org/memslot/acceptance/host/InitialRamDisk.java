package org.memslot.acceptance.host;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A cpio archive that a kernel unpacks into its first root ("newc" format, Linux's
 * Documentation/driver-api/early-userspace/buffer-format.rst). It is not compressed, as
 * decompressing costs more under emulation than reading.
 *
 * <p>Files keep their modification times and belong to root. Folders above a file are created.
 */
public final class InitialRamDisk implements AutoCloseable {
  private static final int FOLDER = 0040000;
  private static final int FILE = 0100000;
  private static final int LINK = 0120000;
  private static final int EXECUTABLE = 0755;

  private final OutputStream out;
  private final Set<String> folders = new HashSet<>();
  private long written;
  private int inode;

  private InitialRamDisk(OutputStream out) {
    this.out = out;
  }

  /** Starts an archive in a file. */
  public static InitialRamDisk create(Path file) {
    try {
      return new InitialRamDisk(new BufferedOutputStream(Files.newOutputStream(file), 1 << 20));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts an archive behind a copy of another, which the kernel unpacks first. */
  public static InitialRamDisk createBehind(Path first, Path file) {
    InitialRamDisk archive = create(file);
    try {
      archive.written = Files.copy(first, archive.out);
      return archive;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds busybox, a process 1 and a few empty folders. */
  public InitialRamDisk addInit(byte[] init) {
    add("bin/busybox", Busybox.path());
    addExecutable("init", init);
    List.of("dev", "proc", "sys", "tmp").forEach(this::addFolder);
    return this;
  }

  /** Adds an empty folder. */
  public InitialRamDisk addFolder(String name) {
    if (!name.isEmpty() && folders.add(name)) {
      addParent(name);
      entry(name, FOLDER | EXECUTABLE, 0, new byte[0]);
    }
    return this;
  }

  private void addParent(String name) {
    addFolder(name.substring(0, Math.max(0, name.lastIndexOf('/'))));
  }

  /** Adds a program or script. */
  public InitialRamDisk addExecutable(String name, byte[] content) {
    addParent(name);
    entry(name, FILE | EXECUTABLE, System.currentTimeMillis() / 1000, content);
    return this;
  }

  /** Adds a script. */
  public InitialRamDisk addScript(String name, String text) {
    return addExecutable(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds a file, the file behind a link, or a folder with all that is in it. */
  public InitialRamDisk add(String name, Path source) {
    try (Stream<Path> files = Files.walk(source.toRealPath())) {
      for (Path file : files.sorted().toList()) {
        String below = source.toRealPath().relativize(file).toString();
        addOne(below.isEmpty() ? name : name.isEmpty() ? below : name + "/" + below, file);
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void addOne(String name, Path file) throws IOException {
    if (Files.isSymbolicLink(file)) {
      addParent(name);
      byte[] target = Files.readSymbolicLink(file).toString().getBytes(StandardCharsets.UTF_8);
      entry(name, LINK | 0777, seconds(file), target);
    } else if (Files.isDirectory(file)) {
      addFolder(name);
    } else {
      addParent(name);
      entry(name, FILE | mode(file), seconds(file), Files.readAllBytes(file));
    }
  }

  private static long seconds(Path file) throws IOException {
    return Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toMillis() / 1000;
  }

  private static int mode(Path file) throws IOException {
    return (Integer) Files.getAttribute(file, "unix:mode") & 07777;
  }

  private void entry(String name, int mode, long seconds, byte[] content) {
    inode++;
    byte[] path = name.getBytes(StandardCharsets.UTF_8);
    StringBuilder header = new StringBuilder("070701");
    long[] fields = {inode, mode, 0, 0, 1, seconds, content.length, 0, 0, 0, 0, path.length + 1, 0};
    for (long field : fields) {
      header.append("%08x".formatted(field));
    }
    write(header.toString().getBytes(US_ASCII));
    write(path);
    write(new byte[1]);
    pad(4);
    write(content);
    pad(4);
  }

  private void write(byte[] bytes) {
    try {
      out.write(bytes);
      written += bytes.length;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void pad(int unit) {
    write(new byte[(int) (-written & (unit - 1))]);
  }

  /** Ends the archive, so that another may follow. */
  @Override
  public void close() {
    entry("TRAILER!!!", 0, 0, new byte[0]);
    pad(512);
    try {
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
