package org.memslot.cli.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.memslot.cli.console.WrongWordsException;
import org.memslot.cli.monitor.command.MonitorCommands;
import org.memslot.hotplug.slot.SlotOptions;
import org.memslot.hypervisor.BoardEvent;
import org.memslot.hypervisor.Host;
import org.memslot.hypervisor.MachineConfig;
import org.memslot.hypervisor.PcBoard;
import org.memslot.machine.ByteSize;

@Timeout(60)
class MonitorServerTest {
  @TempDir private Path folder;

  private final PcBoard board =
      new PcBoard(
          MachineConfig.of(ByteSize.parse("64M"), SlotOptions.parse("id=hot1,size=128M")),
          Host.system());
  private final CompletableFuture<Void> quit = new CompletableFuture<>();

  @BeforeEach
  void powerOn() {
    board.powerOn();
  }

  @AfterEach
  void close() {
    board.close();
  }

  private MonitorServer server() {
    MonitorServer server = new MonitorServer(folder.resolve("monitor"));
    server.serve(new Monitor(board, MonitorCommands.STANDARD), () -> quit.complete(null));
    return server;
  }

  /** A client that types lines and reads lines. */
  private final class Client implements AutoCloseable {
    private final SocketChannel channel;
    private final BufferedReader reader;

    Client() throws IOException {
      channel = SocketChannel.open(UnixDomainSocketAddress.of(folder.resolve("monitor")));
      reader = new BufferedReader(new InputStreamReader(Channels.newInputStream(channel), UTF_8));
    }

    void type(String line) throws IOException {
      channel.write(ByteBuffer.wrap((line + "\n").getBytes(UTF_8)));
    }

    /** Reads up to and with a line that ends so. */
    String readTo(String end) throws IOException {
      StringBuilder read = new StringBuilder();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        read.append(line).append('\n');
        if (line.endsWith(end)) {
          return read.toString();
        }
      }
      throw new IOException("the monitor ended after: " + read);
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }

  @Test
  void everyClientSeesEventsAndTheAnswersToItsOwnCommands() throws Exception {
    try (MonitorServer _ = server();
        Client one = new Client();
        Client two = new Client()) {
      two.type("info numa");
      assertThat(two.readTo("memory in slots")).startsWith("(memslot) info numa\n");

      one.type("memslot hot1 add");

      assertThat(one.readTo("populated")).startsWith("(memslot) memslot hot1 add\n");
      assertThat(two.readTo("populated")).doesNotContain("memslot hot1 add");
    }
  }

  @Test
  void aClientCanEndTheMachine() throws Exception {
    try (MonitorServer _ = server();
        Client client = new Client()) {
      client.type("quit");

      quit.get(30, TimeUnit.SECONDS);
    }
  }

  @Test
  void aClientThatGoesDoesNotEndTheMachine() throws Exception {
    try (MonitorServer _ = server()) {
      try (Client client = new Client()) {
        client.type("info numa");
        client.readTo("memory in slots");
      }
      try (Client client = new Client()) {
        client.type("info numa");
        client.readTo("memory in slots");
      }
      assertThat(quit).isNotDone();
    }
  }

  @Test
  void onlyTheUserCanConnectAndTheSocketGoesWithTheMachine() throws Exception {
    Path socket = folder.resolve("monitor");
    try (MonitorServer _ = server()) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket)))
          .isEqualTo("rw-------");
    }
    assertThat(socket).doesNotExist();
  }

  @Test
  void aSocketThatAnEndedProcessLeftIsReplaced() throws Exception {
    Path socket = folder.resolve("monitor");
    try (ServerSocketChannel left = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      left.bind(UnixDomainSocketAddress.of(socket));
    }
    assertThat(socket).exists();

    try (MonitorServer _ = server();
        Client client = new Client()) {
      client.type("info numa");
      client.readTo("memory in slots");
    }
  }

  @Test
  void aSocketThatAnotherProcessAnswersAtIsRefused() throws Exception {
    try (MonitorServer _ = server()) {
      assertThatExceptionOfType(WrongWordsException.class)
          .isThrownBy(() -> new MonitorServer(folder.resolve("monitor")))
          .withMessage(
              "--monitor unix:%s: another process listens there; choose another path",
              folder.resolve("monitor"));
    }
  }

  @Test
  void aSocketInAFolderThatIsNotThereIsRefused() {
    assertThatExceptionOfType(WrongWordsException.class)
        .isThrownBy(() -> new MonitorServer(folder.resolve("nowhere/monitor")))
        .withMessageContaining("no socket can be made there");
  }

  @Test
  void aFifoAtThePathStays() throws Exception {
    Path fifo = folder.resolve("fifo");
    assertThat(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor()).isZero();
    assertThatExceptionOfType(WrongWordsException.class)
        .isThrownBy(() -> new MonitorServer(fifo))
        .withMessage(
            "--monitor unix:%s: there is a file or folder of that name; choose another path", fifo);
    assertThat(fifo).exists();
  }

  /** Events wait for whoever does not read them, and no more of them than can be kept. */
  @Test
  void aListenerThatTakesNothingHasABoundedQueue() throws Exception {
    CountDownLatch reading = new CountDownLatch(1);
    AtomicLong shown = new AtomicLong();
    AtomicLong lost = new AtomicLong();
    AtomicLong heard = new AtomicLong();
    board.addEventListener(event -> heard.incrementAndGet());
    EventFeed.Listener slow =
        new EventFeed.Listener() {
          @Override
          public void show(BoardEvent event) {
            try {
              reading.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
            shown.incrementAndGet();
          }

          @Override
          public void lost(long count) {
            lost.addAndGet(count);
          }
        };
    try (EventFeed feed = new EventFeed(board, slow)) {
      while (heard.get() < 2 * EventFeed.MOST_WAITING) {
        board.slots().add("hot1");
        board.slots().delete("hot1");
      }
      reading.countDown();
      feed.flush();
    }
    assertThat(shown.get()).isBetween((long) EventFeed.MOST_WAITING, EventFeed.MOST_WAITING + 1L);
    assertThat(shown.get() + lost.get()).isEqualTo(heard.get());
  }
}
