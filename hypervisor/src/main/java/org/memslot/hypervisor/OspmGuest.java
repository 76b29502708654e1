package org.memslot.hypervisor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.memslot.machine.ByteSize;
import org.memslot.ospm.EmbeddedGuest;
import org.memslot.ospm.GuestDescription;
import org.memslot.ospm.GuestDescription.MemoryDevice;
import org.memslot.ospm.GuestDescription.NodeMemory;
import org.memslot.ospm.GuestThread;
import org.memslot.ospm.MemoryTouch;
import org.memslot.ospm.interpreter.host.AmlClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded guest as a guest of a board. Each start creates an {@link EmbeddedGuest} and a
 * {@link GuestThread} for it.
 */
public final class OspmGuest implements Guest, MemoryHolder {
  private static final Logger LOG = LoggerFactory.getLogger(OspmGuest.class);

  private final PcBoard board;
  private final AmlClock clock;
  private final MemoryTouch touch;

  private Optional<GuestThread> current = Optional.empty();

  /**
   * A guest that is off and that touches each 2 MiB of memory it adds.
   *
   * @param board what it finds its memory, ports and interrupt on
   * @param clock the time that its AML sees
   */
  public OspmGuest(PcBoard board, AmlClock clock) {
    this(board, clock, MemoryTouch.LARGE_PAGE);
  }

  /**
   * A guest that is off.
   *
   * @param board what it finds its memory, ports and interrupt on
   * @param clock the time that its AML sees
   * @param touch how much of the memory it adds it touches
   */
  public OspmGuest(PcBoard board, AmlClock clock, MemoryTouch touch) {
    this.board = board;
    this.touch = touch;
    this.clock = clock;
  }

  @Override
  public synchronized void start() {
    stop();
    EmbeddedGuest guest = new EmbeddedGuest(board.memory(), board.ports(), clock, touch);
    current = Optional.of(GuestThread.start(guest, board.sci(), this::failed));
  }

  private void failed(Throwable cause) {
    LOG.error("the embedded guest failed", cause);
    board.guestFailed("the embedded guest failed: " + cause);
  }

  @Override
  public synchronized void stop() {
    current.ifPresent(GuestThread::close);
    current = Optional.empty();
  }

  @Override
  public void close() {
    stop();
  }

  @Override
  public boolean awaitIdle(Duration limit) throws InterruptedException {
    Optional<GuestThread> running = running();
    return running.isEmpty() || running.get().awaitIdle(limit);
  }

  @Override
  public boolean use(long address) {
    return running().map(thread -> thread.guest().use(address)).orElse(false);
  }

  @Override
  public boolean release(long address) {
    return running().map(thread -> thread.guest().release(address)).orElse(false);
  }

  @Override
  public List<String> describe() {
    return running()
        .map(thread -> lines(thread.guest().describe()))
        .orElse(List.of("embedded guest: off"));
  }

  private synchronized Optional<GuestThread> running() {
    return current;
  }

  private static List<String> lines(GuestDescription guest) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "embedded guest: %s, %s of memory, tables %s"
            .formatted(
                guest.state().toString().toLowerCase(java.util.Locale.ROOT),
                ByteSize.of(guest.memoryTotal()),
                String.join(" ", guest.tables())));
    for (NodeMemory node : guest.nodes()) {
      lines.add(
          "  node %d: %s in %d blocks"
              .formatted(node.node(), ByteSize.of(node.bytes()), node.blocks()));
    }
    guest.devices().stream().map(OspmGuest::line).forEach(lines::add);
    return lines;
  }

  private static String line(MemoryDevice device) {
    String state = device.online() ? "online" : device.present() ? "present, not online" : "absent";
    return "  %s: %s%s%s"
        .formatted(
            device.path(),
            state,
            device.range().map(range -> ", " + range + " in node " + device.node()).orElse(""),
            device.inUse() ? ", in use" : "");
  }
}
