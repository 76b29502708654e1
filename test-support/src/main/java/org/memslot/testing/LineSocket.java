package org.memslot.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/** A connection with a program on this host, such as QEMU's monitor, read and written by lines. */
public final class LineSocket implements AutoCloseable {
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(60);
  private static final long PAUSE_MILLIS = 2;

  private final SocketChannel channel;
  private final BufferedReader reader;

  private LineSocket(SocketChannel channel) {
    this.channel = channel;
    this.reader = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8));
  }

  /** Where a program that is started afterwards can connect to. */
  public static final class Listener implements AutoCloseable {
    private final ServerSocketChannel server;

    private Listener(ServerSocketChannel server) {
      this.server = server;
    }

    /** Waits until the program connects, and throws if it ends before, or takes a minute. */
    public LineSocket accept(Process program) throws IOException {
      long end = System.nanoTime() + CONNECT_LIMIT.toNanos();
      while (true) {
        SocketChannel channel = server.accept();
        if (channel != null) {
          return new LineSocket(channel);
        }
        if (!program.isAlive() || System.nanoTime() > end) {
          throw new IOException("the program did not connect to " + server.getLocalAddress());
        }
        try {
          Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new IOException("interrupted", e);
        }
      }
    }

    @Override
    public void close() throws IOException {
      server.close();
    }
  }

  /** Creates a Unix socket, which must not exist. */
  public static Listener listen(Path socket) throws IOException {
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(socket));
    server.configureBlocking(false);
    return new Listener(server);
  }

  /** Waits for the next line. */
  public String read() {
    try {
      String line = reader.readLine();
      if (line == null) {
        throw new IllegalStateException("the other end has closed the connection");
      }
      return line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends text and a line feed. */
  public void write(String text) {
    try {
      var bytes = StandardCharsets.UTF_8.encode(text + "\n");
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
