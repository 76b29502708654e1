package org.memslot.acceptance.host;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.memslot.testing.LineSocket;

/** QEMU's monitor for programs: commands, and the events that come. */
public final class QmpMonitor implements AutoCloseable {
  private static final Pattern TIME =
      Pattern.compile("\"seconds\": (\\d+), \"microseconds\": (\\d+)");

  private final LineSocket socket;
  private final List<String> lines = new ArrayList<>();
  private long sent;

  private QmpMonitor(LineSocket socket) {
    this.socket = socket;
  }

  /** Begins to talk with a QEMU that has connected. */
  public static QmpMonitor begin(LineSocket socket) {
    QmpMonitor monitor = new QmpMonitor(socket);
    Thread.ofPlatform().daemon().name("QMP").start(monitor::listen);
    monitor.tell("{\"execute\": \"qmp_capabilities\"}");
    return monitor;
  }

  private void listen() {
    try {
      while (true) {
        String line = socket.read();
        synchronized (lines) {
          lines.add(line);
        }
      }
    } catch (IllegalStateException | UncheckedIOException e) {
      // QEMU has ended.
    }
  }

  /** Sends a command, and remembers when. */
  public void tell(String json) {
    sent = System.currentTimeMillis();
    socket.write(json);
  }

  /** What has come so far: answers and events, one a line. */
  public List<String> lines() {
    synchronized (lines) {
      return List.copyOf(lines);
    }
  }

  /** The events that contain a match of the pattern. */
  public List<String> events(Pattern pattern) {
    return lines().stream().filter(pattern.asPredicate()).toList();
  }

  /** How long after the last command an event came, in ms, by QEMU's clock. */
  public long millisUntil(String event) {
    Matcher time = TIME.matcher(event);
    if (!time.find()) {
      throw new IllegalArgumentException("no time in " + event);
    }
    return Long.parseLong(time.group(1)) * 1000 + Long.parseLong(time.group(2)) / 1000 - sent;
  }

  @Override
  public void close() {
    socket.close();
  }
}
