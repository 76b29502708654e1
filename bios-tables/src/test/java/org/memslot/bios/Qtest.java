package org.memslot.bios;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** QEMU without a processor, whose devices are driven through its qtest protocol. */
final class Qtest implements AutoCloseable {
  /** Commands that are under way at once, few enough for the socket's buffers. */
  private static final int BATCH = 64;

  private final Process process;
  private final SocketChannel channel;
  private final ByteBuffer received = ByteBuffer.allocate(1 << 16).limit(0);

  private Qtest(Process process, SocketChannel channel) {
    this.process = process;
    this.channel = channel;
  }

  static Qtest start(Path directory, String... options) throws IOException {
    Path qemu = Referee.named("qemu-system-x86_64").program();
    Path socket = directory.resolve("qtest");
    List<String> command =
        new ArrayList<>(
            List.of(
                qemu.toString(),
                "-accel",
                "tcg",
                "-nodefaults",
                "-display",
                "none",
                "-S",
                "-qtest",
                "unix:" + socket,
                "-qtest-log",
                "none"));
    command.addAll(List.of(options));
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(socket));
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(directory.resolve("qemu.log").toFile())
              .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
              .start();
      return new Qtest(process, server.accept());
    }
  }

  /** Sends all commands, and gives their answers in order. */
  List<String> all(List<String> commands) {
    List<String> answers = new ArrayList<>();
    try {
      for (int from = 0; from < commands.size(); from += BATCH) {
        List<String> batch = commands.subList(from, Math.min(from + BATCH, commands.size()));
        String lines = String.join("\n", batch) + "\n";
        ByteBuffer out = ByteBuffer.wrap(lines.getBytes(StandardCharsets.US_ASCII));
        while (out.hasRemaining()) {
          channel.write(out);
        }
        for (int i = 0; i < batch.size(); i++) {
          answers.add(answer());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return answers;
  }

  private String answer() throws IOException {
    String line = line();
    while (line.startsWith("IRQ")) {
      line = line();
    }
    return line;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    while (true) {
      if (!received.hasRemaining()) {
        received.clear();
        if (channel.read(received) < 0) {
          throw new IOException("QEMU went away");
        }
        received.flip();
      }
      char c = (char) received.get();
      if (c == '\n') {
        return line.toString();
      }
      line.append(c);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
    process.destroy();
  }
}
