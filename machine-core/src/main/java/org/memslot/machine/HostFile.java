package org.memslot.machine;

import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A file of the host held open for reading, parts of which can stand in memory; see {@link
 * RamRegion#overlay}. It stays the same file when its name is given to another, or to none.
 */
public final class HostFile implements AutoCloseable {
  private static final int NONE = -1;

  private final FileChannel channel;

  /** The descriptor by which the file is mapped; {@link #NONE} where that cannot be. */
  private final int fd;

  // Both are guarded by this.
  private Optional<FileLease> lease = Optional.empty();
  private boolean leaseRefused;

  /** An interrupted reader closes the channel, and not the descriptor. */
  private final AtomicBoolean closed = new AtomicBoolean();

  private HostFile(FileChannel channel, int fd) {
    this.channel = channel;
    this.fd = fd;
  }

  /**
   * Opens a regular file. Does not wait: a FIFO, which would wait for a writer, is refused like
   * every other thing that is no regular file.
   *
   * @param path the file, or a link to it
   * @return the file, to be closed; what has been made memory of it stays
   * @throws IOException when it cannot be opened for reading
   */
  public static HostFile open(Path path) throws IOException {
    long fd = Host.LINUX ? Host.openForReading(path.toString()) : NONE;
    if (fd < 0) {
      return new HostFile(openRegular(path, path), NONE);
    }
    try {
      // Both names of the file, this and the descriptor, are the one that is open.
      return new HostFile(openRegular(Path.of("/proc/self/fd", Long.toString(fd)), path), (int) fd);
    } catch (IOException | RuntimeException e) {
      Host.close((int) fd);
      throw e;
    }
  }

  private static FileChannel openRegular(Path path, Path name) throws IOException {
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      throw new FileSystemException(name.toString(), null, "it is not a regular file");
    }
    return FileChannel.open(path, StandardOpenOption.READ);
  }

  /**
   * Maps the whole file for reading.
   *
   * @param arena how long the mapping stays
   * @return the bytes
   * @throws IOException when the host cannot map it
   */
  public MemorySegment map(Arena arena) throws IOException {
    return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
  }

  /**
   * How long the file is.
   *
   * @return bytes
   * @throws IOException when the host does not say
   */
  public long size() throws IOException {
    return channel.size();
  }

  /**
   * Reads until a buffer is full.
   *
   * @param target where the bytes go
   * @param position bytes into the file
   * @throws EOFException when the file ends before
   * @throws IOException when the host cannot read it
   */
  public void read(ByteBuffer target, long position) throws IOException {
    long at = position;
    while (target.hasRemaining()) {
      int read = channel.read(target, at);
      if (read < 0) {
        throw new EOFException("the file ends at 0x%x".formatted(at));
      }
      at += read;
    }
  }

  /** A lease on the file, taken when it is first made memory of; empty when it cannot be had. */
  synchronized Optional<FileLease> lease() {
    if (lease.isEmpty() && !leaseRefused && fd >= 0) {
      lease = FileLease.take(fd);
      leaseRefused = lease.isEmpty();
    }
    return lease;
  }

  /** The descriptor, negative where the file cannot be mapped. */
  int fd() {
    return fd;
  }

  @Override
  public void close() throws IOException {
    synchronized (this) {
      lease.ifPresent(FileLease::release);
    }
    if (fd != NONE && !closed.getAndSet(true)) {
      Host.close(fd);
    }
    channel.close();
  }
}
