package org.memslot.machine;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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

  /** An interrupted reader closes the channel, and not the descriptor. */
  private final AtomicBoolean closed = new AtomicBoolean();

  private HostFile(FileChannel channel, int fd) {
    this.channel = channel;
    this.fd = fd;
  }

  /**
   * Opens a file.
   *
   * @param path the file
   * @return the file, to be closed; what has been made memory of it stays
   * @throws IOException when it cannot be opened for reading
   */
  public static HostFile open(Path path) throws IOException {
    long fd = Host.LINUX ? Host.openForReading(path.toString()) : NONE;
    if (fd < 0) {
      return new HostFile(FileChannel.open(path, StandardOpenOption.READ), NONE);
    }
    try {
      // Both names of the file, this and the descriptor, are the one that is open.
      Path same = Path.of("/proc/self/fd", Long.toString(fd));
      return new HostFile(FileChannel.open(same, StandardOpenOption.READ), (int) fd);
    } catch (IOException | RuntimeException e) {
      Host.close((int) fd);
      return new HostFile(FileChannel.open(path, StandardOpenOption.READ), NONE);
    }
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

  /** The descriptor, negative where the file cannot be mapped. */
  int fd() {
    return fd;
  }

  @Override
  public void close() throws IOException {
    if (fd != NONE && !closed.getAndSet(true)) {
      Host.close(fd);
    }
    channel.close();
  }
}
