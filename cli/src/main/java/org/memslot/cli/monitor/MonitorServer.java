package org.memslot.cli.monitor;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.memslot.cli.console.WrongWordsException;
import org.memslot.machine.ListeningSocket;
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
   * Between two attempts to accept a client where the host refuses, as with too many open files.
   */
  private static final Duration PAUSE = Duration.ofMillis(100);

  private static final Logger LOG = LoggerFactory.getLogger(MonitorServer.class);

  private final ListeningSocket socket;
  private final Set<SocketChannel> clients = ConcurrentHashMap.newKeySet();

  /**
   * Takes the socket's path. A socket that an ended process has left there is replaced.
   *
   * @throws WrongWordsException when the path cannot be had
   */
  public MonitorServer(Path path) {
    String option = "--monitor unix:" + path;
    int length = path.toString().getBytes(StandardCharsets.UTF_8).length;
    if (length > ListeningSocket.LONGEST_PATH) {
      throw new WrongWordsException(
          "%s: a socket's path has at most %d bytes; choose a shorter one"
              .formatted(option, ListeningSocket.LONGEST_PATH));
    }
    try {
      socket = ListeningSocket.open(path);
    } catch (FileAlreadyExistsException e) {
      throw new WrongWordsException("%s: %s; choose another path".formatted(option, e.getReason()));
    } catch (IOException e) {
      throw new WrongWordsException(
          "%s: no socket can be made there: %s; choose a path in a folder that exists and can be written"
              .formatted(option, e.getMessage()));
    }
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

  /** Until the socket is closed, whatever the host or a client does. */
  private void accept(Monitor monitor, Runnable quit) {
    boolean refused = false;
    while (true) {
      try {
        SocketChannel client = socket.channel().accept();
        refused = false;
        clients.add(client);
        Thread.ofVirtual().name("monitor-client").start(() -> converse(client, monitor, quit));
      } catch (ClosedChannelException closed) {
        LOG.debug("the monitor socket is closed");
        return;
      } catch (IOException e) {
        if (!refused) {
          LOG.warn("the monitor socket cannot take a client now and tries again: {}", e.toString());
        }
        refused = true;
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }

  private void converse(SocketChannel client, Monitor monitor, Runnable quit) {
    try (client) {
      PlainOutput output =
          new PlainOutput(
              new PrintStream(Channels.newOutputStream(client), false, StandardCharsets.UTF_8));
      LineSource lines = new LineSource(Channels.newInputStream(client));
      MonitorSession.End end;
      try (EventFeed _ = monitor.feed(output)) {
        end = new MonitorSession(monitor, lines::next, output).run();
      }
      if (end == MonitorSession.End.QUIT) {
        quit.run();
      }
    } catch (IOException e) {
      LOG.debug("a monitor client is gone", e);
    } catch (RuntimeException | Error e) {
      LOG.error("a monitor client's session failed", e);
    } finally {
      clients.remove(client);
    }
  }

  /** Takes the socket away and lets its clients go. */
  @Override
  public void close() throws IOException {
    socket.close();
    for (SocketChannel client : clients) {
      client.close();
    }
  }
}
