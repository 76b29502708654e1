package org.memslot.cli.monitor;

import java.io.IOException;
import java.io.PrintStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.memslot.cli.WrongWordsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The monitor on a unix socket, for any number of clients at once. Only the user who runs the
 * command can connect.
 *
 * <p>The socket is there from the moment of construction; clients that connect before {@link
 * #serve} wait.
 */
public final class MonitorServer implements AutoCloseable {
  /**
   * The longest path that a socket's address holds (sun_path of Linux, without its terminating
   * zero).
   */
  private static final int LONGEST_PATH = 107;

  private static final Logger LOG = LoggerFactory.getLogger(MonitorServer.class);

  private final Path path;
  private final ServerSocketChannel server;
  private final Set<SocketChannel> clients = ConcurrentHashMap.newKeySet();
  private final Thread atExit = new Thread(this::deleteSocket, "monitor-socket");

  /**
   * Takes the socket's path. A socket that an ended process has left there is replaced.
   *
   * @throws WrongWordsException when the path cannot be had
   */
  public MonitorServer(Path path) {
    this.path = path;
    String option = "--monitor unix:" + path;
    if (path.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST_PATH) {
      throw new WrongWordsException(
          "%s: a socket's path has at most %d bytes; choose a shorter one"
              .formatted(option, LONGEST_PATH));
    }
    removeStale(option);
    try {
      server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      server.bind(UnixDomainSocketAddress.of(path));
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
      Runtime.getRuntime().addShutdownHook(atExit);
    } catch (IOException e) {
      throw new WrongWordsException(
          "%s: no socket can be made there: %s; choose a path in a folder that exists and can be written"
              .formatted(option, e.getMessage()));
    }
  }

  private void deleteSocket() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      LOG.warn("{} is left behind", path, e);
    }
  }

  private void forgetAtExit() {
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      LOG.debug("the process is ending", e);
    }
  }

  private void removeStale(String option) {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (SocketChannel probe = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
      LOG.debug("{} answers at {}", probe, path);
    } catch (IOException refused) {
      deleteStale(option);
      return;
    }
    throw new WrongWordsException(
        "%s: another process listens there; choose another path".formatted(option));
  }

  private void deleteStale(String option) {
    try {
      if (isSocket()) {
        Files.delete(path);
        return;
      }
    } catch (IOException e) {
      throw new WrongWordsException(
          "%s: the old socket there cannot be removed: %s; choose another path"
              .formatted(option, e.getMessage()));
    }
    throw new WrongWordsException(
        "%s: there is a file or folder of that name; choose another path".formatted(option));
  }

  private boolean isSocket() throws IOException {
    var attributes =
        Files.readAttributes(
            path, java.nio.file.attribute.BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    return attributes.isOther();
  }

  /**
   * Lets clients in from now on.
   *
   * @param monitor carries out their commands
   * @param quit runs when a client quits
   */
  public void serve(Monitor monitor, Runnable quit) {
    Thread.ofVirtual().name("monitor-server").start(() -> accept(monitor, quit));
  }

  private void accept(Monitor monitor, Runnable quit) {
    try {
      while (true) {
        SocketChannel client = server.accept();
        clients.add(client);
        Thread.ofVirtual().name("monitor-client").start(() -> converse(client, monitor, quit));
      }
    } catch (ClosedChannelException closed) {
      LOG.debug("the monitor socket is closed");
    } catch (IOException e) {
      LOG.warn("the monitor socket takes no more clients", e);
    }
  }

  private void converse(SocketChannel client, Monitor monitor, Runnable quit) {
    try (client) {
      PlainOutput output =
          new PlainOutput(
              new PrintStream(Channels.newOutputStream(client), false, StandardCharsets.UTF_8));
      LineSource lines = new LineSource(Channels.newInputStream(client));
      MonitorSession.End end;
      try (EventFeed feed = monitor.feed(output)) {
        end = new MonitorSession(monitor, lines::next, output).run();
        feed.flush();
      }
      if (end == MonitorSession.End.QUIT) {
        quit.run();
      }
    } catch (IOException e) {
      LOG.debug("a monitor client is gone", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      clients.remove(client);
    }
  }

  /** Takes the socket away and lets its clients go. */
  @Override
  public void close() throws IOException {
    server.close();
    deleteSocket();
    forgetAtExit();
    for (SocketChannel client : clients) {
      client.close();
    }
  }
}
