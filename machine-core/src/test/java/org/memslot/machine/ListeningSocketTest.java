package org.memslot.machine;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ListeningSocketTest {
  private static final int ROUNDS = 300;

  @TempDir private Path directory;

  private long entries() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.count();
    }
  }

  private static void assertStays(Path path) throws IOException {
    Object before = Files.readAttributes(path, "unix:ino,mode");
    assertThatThrownBy(() -> ListeningSocket.open(path))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(Files.readAttributes(path, "unix:ino,mode")).isEqualTo(before);
  }

  @Test
  void aFileAFolderAFifoALinkStay() throws Exception {
    assertStays(Files.writeString(directory.resolve("file"), "x"));
    assertStays(Files.createDirectory(directory.resolve("folder")));
    assertStays(FileReplacementTest.fifo(directory.resolve("fifo")));
    assertStays(Files.createSymbolicLink(directory.resolve("link"), Path.of("/dev/null")));
    assertThat(entries()).isEqualTo(4);
  }

  /** Such as /dev/log: connecting to it as a stream fails, too, and it is in use. */
  @Test
  void aDatagramSocketStays() throws Throwable {
    Path path = directory.resolve("log");
    bindDatagram(path);
    assertStays(path);
  }

  @SuppressWarnings("restricted") // Java has no datagram sockets in a file system
  private static void bindDatagram(Path path) throws Throwable {
    Linker linker = Linker.nativeLinker();
    var socket =
        linker.downcallHandle(
            linker.defaultLookup().findOrThrow("socket"),
            FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
    var bind =
        linker.downcallHandle(
            linker.defaultLookup().findOrThrow("bind"),
            FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT));
    try (Arena arena = Arena.ofConfined()) {
      byte[] name = path.toString().getBytes(StandardCharsets.UTF_8);
      MemorySegment address = arena.allocate(110, 2);
      address.set(JAVA_SHORT, 0, (short) 1); // AF_UNIX
      MemorySegment.copy(name, 0, address, JAVA_BYTE, 2, name.length);
      int descriptor = (int) socket.invokeExact(1, 2, 0); // SOCK_DGRAM
      assertThat((int) bind.invokeExact(descriptor, address, 110)).isZero();
    }
  }

  @Test
  void aSocketThatAnEndedProcessLeftIsReplaced() throws IOException {
    Path path = directory.resolve("monitor");
    try (ServerSocketChannel left = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      left.bind(UnixDomainSocketAddress.of(path));
    }
    try (ListeningSocket socket = ListeningSocket.open(path);
        SocketChannel client = SocketChannel.open(UnixDomainSocketAddress.of(path));
        SocketChannel accepted = socket.channel().accept()) {
      assertThat(client.isConnected()).isTrue();
      assertThat(accepted.isConnected()).isTrue();
      assertThat(entries()).isEqualTo(1);
    }
    assertThat(entries()).isZero();
  }

  @Test
  void aSocketThatSomebodyListensAtStays() throws IOException {
    Path path = directory.resolve("monitor");
    try (ListeningSocket _ = ListeningSocket.open(path)) {
      assertStays(path);
      assertThat(entries()).isEqualTo(1);
    }
  }

  /** The path was given to another process meanwhile. */
  @Test
  @SuppressWarnings("try") // closes early on purpose
  void onlyItsOwnSocketIsDeleted() throws IOException {
    Path path = directory.resolve("monitor");
    try (ListeningSocket own = ListeningSocket.open(path)) {
      Files.delete(path);
      try (ListeningSocket other = ListeningSocket.open(path)) {
        own.close();
        assertThat(path).exists();
        assertThat(other.channel().isOpen()).isTrue();
      }
    }
    assertThat(path).doesNotExist();
  }

  @Test
  void aPathOfTheLargestLengthCanBeHad() throws IOException {
    int left = ListeningSocket.LONGEST_PATH - directory.toString().length() - 1;
    Path path = directory.resolve("m".repeat(left));
    // Java's own client takes one byte less, so nobody connects here.
    try (ListeningSocket own = ListeningSocket.open(path)) {
      assertThat(own.channel().isOpen()).isTrue();
      assertThat(path).exists();
    }
    Path longer = directory.resolve("m".repeat(left + 1));
    assertThatThrownBy(() -> ListeningSocket.open(longer)).hasMessageContaining("107 bytes");
  }

  /** At no moment is the path there with another mode. */
  @Test
  void nobodyElseCanConnectAtAnyMoment() throws Exception {
    Path path = directory.resolve("monitor");
    Set<String> modes = ConcurrentHashMap.newKeySet();
    AtomicBoolean done = new AtomicBoolean();
    Thread watcher =
        Thread.ofPlatform()
            .start(
                () -> {
                  while (!done.get()) {
                    try {
                      modes.add(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
                    } catch (IOException e) {
                      Thread.onSpinWait(); // it is not there now
                    }
                  }
                });
    for (int round = 0; round < ROUNDS; round++) {
      ListeningSocket.open(path).close();
    }
    done.set(true);
    watcher.join();
    assertThat(modes).isSubsetOf("rw-------");
  }
}
