package org.memslot.machine;

import java.io.IOException;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A stream socket that listens at a path. Every socket that the product puts into a file system
 * goes through here. The rules:
 *
 * <ul>
 *   <li>Of what is there already only one thing is replaced: a stream socket that refuses
 *       connections, which an ended process has left. A FIFO, a device, a datagram socket, a file
 *       or a link stays, and so does a socket that somebody listens at.
 *   <li>Only the user can connect, from the first moment: the socket is made in a directory that is
 *       the user's alone, gets mode 0600 there, and is then linked to its path. Linking never
 *       replaces anything.
 *   <li>What is deleted at the end is this socket, not another one that has got its path.
 * </ul>
 */
public final class ListeningSocket implements AutoCloseable {
  /**
   * The longest path that clients can connect to, in bytes (sun_path of Linux, without its
   * terminating zero).
   */
  public static final int LONGEST_PATH = 107;

  private static final Logger LOG = LoggerFactory.getLogger(ListeningSocket.class);

  private static final int TYPE_MASK = 0170000;
  private static final int SOCKET = 0140000;

  private final Path path;
  private final Object identity;
  private final ServerSocketChannel channel;
  private final ExitCleanup.Entry cleanup = this::deleteOwn;

  private ListeningSocket(Path path, Object identity, ServerSocketChannel channel) {
    this.path = path;
    this.identity = identity;
    this.channel = channel;
  }

  /**
   * Listens at a path.
   *
   * @param path at most {@link #LONGEST_PATH} bytes
   * @return the socket, at which clients can connect
   * @throws FileAlreadyExistsException when something is there that is not replaced; its reason
   *     says what
   * @throws IOException when no socket can be made there
   */
  public static ListeningSocket open(Path path) throws IOException {
    if (path.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST_PATH) {
      throw new FileSystemException(
          path.toString(), null, "a socket's path has at most " + LONGEST_PATH + " bytes");
    }
    Path target = path.toAbsolutePath();
    Path folder = Optional.ofNullable(target.getParent()).orElse(target);
    if (!Files.isDirectory(folder)) {
      throw new NoSuchFileException(folder.toString(), null, "no such folder");
    }
    Path own =
        Files.createDirectory(
            folder.resolve(".memslot-" + UUID.randomUUID()),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    try {
      moveStaleAway(target, own.resolve("stale"));
      return listen(target, own);
    } finally {
      Files.deleteIfExists(own.resolve("socket"));
      Files.deleteIfExists(own.resolve("stale"));
      Files.delete(own);
    }
  }

  @SuppressWarnings("resource") // the socket owns the channel
  private static ListeningSocket listen(Path target, Path own) throws IOException {
    Path made = own.resolve("socket");
    ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      bind(channel, own);
      Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rw-------"));
      ListeningSocket socket = new ListeningSocket(target, identity(made), channel);
      try {
        Files.createLink(target, made);
      } catch (FileAlreadyExistsException e) {
        throw occupied(target, "another process listens there");
      }
      ExitCleanup.add(socket.cleanup);
      return socket;
    } catch (IOException | RuntimeException | Error e) {
      channel.close();
      throw e;
    }
  }

  /** By way of the directory's descriptor: its own path may be too long for a socket's address. */
  private static void bind(ServerSocketChannel channel, Path own) throws IOException {
    long directory = Host.LINUX ? Host.openForReading(own.toString()) : -1;
    if (directory < 0) {
      channel.bind(UnixDomainSocketAddress.of(own.resolve("socket")));
      return;
    }
    try {
      channel.bind(UnixDomainSocketAddress.of("/proc/self/fd/%d/socket".formatted(directory)));
    } finally {
      Host.close((int) directory);
    }
  }

  /**
   * Takes a socket away that an ended process has left. It is moved first and looked at again: in
   * between another process may have put its own there.
   */
  private static void moveStaleAway(Path target, Path aside) throws IOException {
    if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try {
      Object identity = identity(target);
      if (!isSocket(target)) {
        throw occupied(target, "there is a file or folder of that name");
      }
      if (!refusesConnections(target)) {
        throw occupied(target, "another process listens there");
      }
      Files.move(target, aside, StandardCopyOption.ATOMIC_MOVE);
      if (!identity.equals(identity(aside))) {
        Files.createLink(target, aside);
        throw occupied(target, "another process listens there");
      }
    } catch (NoSuchFileException e) {
      LOG.debug("{}: its owner has just taken it away", target, e);
    }
  }

  private static FileAlreadyExistsException occupied(Path target, String reason) {
    return new FileAlreadyExistsException(target.toString(), null, reason);
  }

  private static boolean isSocket(Path path) throws IOException {
    Map<String, Object> attributes =
        Files.readAttributes(path, "unix:mode", LinkOption.NOFOLLOW_LINKS);
    return attributes.get("mode") instanceof Integer mode && (mode & TYPE_MASK) == SOCKET;
  }

  /**
   * True only for ECONNREFUSED of a stream socket: a datagram socket has another protocol, one that
   * belongs to others may refuse the permission, a queue may be full.
   */
  private static boolean refusesConnections(Path path) throws IOException {
    try (SocketChannel probe = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      probe.configureBlocking(false);
      probe.connect(UnixDomainSocketAddress.of(path));
      return false;
    } catch (ConnectException refused) {
      return true;
    } catch (IOException other) {
      return false;
    }
  }

  /** Device and inode: what stays the same when a file is renamed. */
  private static Object identity(Path path) throws IOException {
    return Files.readAttributes(path, "unix:dev,ino", LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * Accepts the clients.
   *
   * @return the channel, which ends with this socket
   */
  public ServerSocketChannel channel() {
    return channel;
  }

  private void deleteOwn() throws IOException {
    try {
      if (identity.equals(identity(path))) {
        Files.delete(path);
      }
    } catch (NoSuchFileException e) {
      LOG.debug("{}: somebody has deleted it", path, e);
    }
  }

  /**
   * Listens no more and deletes the socket.
   *
   * @throws IOException when it cannot be deleted
   */
  @Override
  public void close() throws IOException {
    channel.close();
    ExitCleanup.remove(cleanup);
    deleteOwn();
  }
}
