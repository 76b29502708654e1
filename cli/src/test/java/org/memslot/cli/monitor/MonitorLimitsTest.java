package org.memslot.cli.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A run of the command in a process that may open few files, with more clients than that. */
@Timeout(180)
class MonitorLimitsTest {
  private static final int MOST_FILES = 150;
  private static final int CLIENTS = 400;

  @TempDir private Path folder;
  private final List<Process> processes = new ArrayList<>();

  @AfterEach
  void end() {
    processes.forEach(Process::destroyForcibly);
  }

  private Process start(String... words) throws IOException {
    List<String> path = new ArrayList<>();
    for (String property : List.of("java.class.path", "jdk.module.path")) {
      String value = System.getProperty(property);
      if (value != null && !value.isEmpty()) {
        path.add(value);
      }
    }
    List<String> command =
        new ArrayList<>(
            List.of(
                "sh",
                "-c",
                "ulimit -n " + MOST_FILES + "; exec \"$@\"",
                "sh",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                String.join(File.pathSeparator, path),
                "org.memslot.cli.Memslot"));
    command.addAll(List.of(words));
    Process process =
        new ProcessBuilder(command).redirectError(folder.resolve("errors").toFile()).start();
    processes.add(process);
    return process;
  }

  private static String ask(Path socket, String command) throws IOException {
    try (SocketChannel client = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      client.write(ByteBuffer.wrap((command + "\n").getBytes(UTF_8)));
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(Channels.newInputStream(client), UTF_8));
      lines.readLine();
      return String.valueOf(lines.readLine());
    }
  }

  @Test
  void clientsBeyondWhatTheHostAllowsDoNotEndTheMonitor() throws Exception {
    Path socket = folder.resolve("m");
    Process machine =
        start("run", "-m", "64M", "--monitor", "unix:" + socket, "--exec", "info numa");
    // The guest is up then: it could not load its classes later.
    assertThat(machine.inputReader().lines().anyMatch(line -> line.contains("boot memory")))
        .isTrue();
    assertThat(ask(socket, "info numa")).contains("boot memory");
    List<SocketChannel> clients = new ArrayList<>();
    boolean accepted = true;
    while (accepted && clients.size() < CLIENTS) {
      Optional<SocketChannel> client = client(socket);
      client.ifPresent(clients::add);
      accepted = client.isPresent();
    }
    assertThat(accepted).as("the queue of the socket is full in the end").isFalse();
    for (SocketChannel client : clients) {
      client.close();
    }
    assertThat(ask(socket, "info numa")).contains("boot memory");
    ask(socket, "quit");
    assertThat(machine.waitFor()).isZero();
  }

  /** Waits a while for a place in the queue: the command takes clients meanwhile. */
  private static Optional<SocketChannel> client(Path socket) throws IOException {
    for (int attempt = 0; attempt < 40; attempt++) {
      SocketChannel client = SocketChannel.open(StandardProtocolFamily.UNIX);
      try {
        client.configureBlocking(false);
        if (client.connect(UnixDomainSocketAddress.of(socket))) {
          return Optional.of(client);
        }
      } catch (SocketException full) {
        assertThat(full).hasMessageContaining("temporarily");
      }
      client.close();
      LockSupport.parkNanos(50_000_000);
    }
    return Optional.empty();
  }
}
