package org.memslot.hypervisor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.memslot.machine.AddressSpace;
import org.memslot.machine.ByteSize;
import org.memslot.machine.LevelInterruptLine;
import org.memslot.ospm.EmbeddedGuest;
import org.memslot.ospm.GuestDescription;
import org.memslot.ospm.GuestDescription.MemoryDevice;
import org.memslot.ospm.GuestDescription.NodeMemory;
import org.memslot.ospm.MemoryTouch;
import org.memslot.ospm.interpreter.AmlClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded guest on a board. Each start is a new guest on a thread of its own, which boots and
 * then works whenever the SCI's level changes.
 */
public final class OspmGuest implements Guest, MemoryHolder {
  private static final Logger LOG = LoggerFactory.getLogger(OspmGuest.class);

  private final PcBoard board;
  private final AddressSpace memory;
  private final AddressSpace ports;
  private final LevelInterruptLine sci;
  private final AmlClock clock;
  private final MemoryTouch touch;

  private Optional<Run> current = Optional.empty();

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
    memory = board.memory();
    ports = board.ports();
    sci = board.sci();
    this.clock = clock;
  }

  @Override
  public synchronized void start() {
    stop();
    current = Optional.of(new Run(new EmbeddedGuest(memory, ports, sci, clock, touch)));
  }

  @Override
  public synchronized void stop() {
    current.ifPresent(Run::end);
    current = Optional.empty();
  }

  @Override
  public void close() {
    stop();
  }

  @Override
  public boolean awaitIdle(Duration limit) throws InterruptedException {
    Optional<Run> run = run();
    return run.isEmpty() || run.get().awaitIdle(limit);
  }

  @Override
  public boolean use(long address) {
    return run().map(run -> run.guest.use(address)).orElse(false);
  }

  @Override
  public boolean release(long address) {
    return run().map(run -> run.guest.release(address)).orElse(false);
  }

  @Override
  public List<String> describe() {
    return run().map(run -> lines(run.guest.describe())).orElse(List.of("embedded guest: off"));
  }

  private synchronized Optional<Run> run() {
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

  /** One life of the guest, from its boot to the reset that ends it. */
  private final class Run {
    private final EmbeddedGuest guest;
    private final LevelInterruptLine.Listener onInterrupt = asserted -> wake();
    private final Thread thread;
    private long changes = 1;
    private long handled;
    private boolean ending;

    Run(EmbeddedGuest guest) {
      this.guest = guest;
      thread = Thread.ofPlatform().name("ospm-guest").daemon().start(this::live);
      sci.addListener(onInterrupt);
    }

    private void live() {
      try {
        guest.boot();
        for (long seen = next(0); seen != 0; seen = next(seen)) {
          guest.runUntilIdle();
        }
      } catch (RuntimeException | Error e) {
        LOG.error("the embedded guest failed", e);
        board.guestFailed("the embedded guest failed: " + e);
        failed();
      }
    }

    /** Nobody is to wait for what it will not do. */
    private synchronized void failed() {
      ending = true;
      notifyAll();
    }

    /**
     * Says that everything up to {@code done} is handled, waits for more, and answers up to where;
     * 0 at the end.
     */
    private synchronized long next(long done) {
      handled = done;
      notifyAll();
      try {
        while (!ending && changes == handled) {
          wait();
        }
      } catch (InterruptedException e) {
        return 0;
      }
      return ending ? 0 : changes;
    }

    private synchronized void wake() {
      changes++;
      notifyAll();
    }

    private synchronized boolean awaitIdle(Duration limit) throws InterruptedException {
      long end = System.nanoTime() + limit.toNanos();
      while (!ending && changes != handled) {
        long left = (end - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
          return false;
        }
        wait(left);
      }
      return true;
    }

    void end() {
      sci.removeListener(onInterrupt);
      synchronized (this) {
        ending = true;
        notifyAll();
      }
      join();
      guest.close();
    }

    private void join() {
      boolean interrupted = false;
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
