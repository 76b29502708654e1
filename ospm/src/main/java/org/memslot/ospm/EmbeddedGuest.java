package org.memslot.ospm;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.memslot.machine.AddressSpace;
import org.memslot.machine.LevelInterruptLine;
import org.memslot.ospm.interpreter.AmlClock;

/**
 * A guest in pure Java: the part of an operating system that deals with ACPI and memory hotplug.
 *
 * <p>It knows the machine only as an operating system does, through guest-physical memory, I/O
 * ports and the SCI. {@link #boot} finds the RSDP by scanning, loads the tables, enumerates devices
 * and enables events; from then on the SCI makes it work. Either {@link #start} gives it a thread
 * of its own, or the caller drives it with {@link #boot} and {@link #runUntilIdle}; never both.
 *
 * <p>{@link #use}, {@link #release}, {@link #describe}, {@link #events} and {@link #state} may be
 * called from any thread.
 */
public final class EmbeddedGuest implements AutoCloseable {
  private final AddressSpace memory;
  private final AddressSpace ports;
  private final LevelInterruptLine sci;
  private final AmlClock clock;
  private final MemoryTouch touch;
  private final EventLog log = new EventLog();
  private final Object control = new Object();
  private volatile Optional<GuestRun> run = Optional.empty();
  private Optional<GuestThread> thread = Optional.empty();

  /**
   * Creates a guest that is off and that touches each {@linkplain MemoryTouch#LARGE_PAGE large
   * page} of memory it adds.
   *
   * @param memory the guest-physical address space
   * @param ports the I/O ports
   * @param sci the system control interrupt
   * @param clock the time that AML sees
   */
  public EmbeddedGuest(
      AddressSpace memory, AddressSpace ports, LevelInterruptLine sci, AmlClock clock) {
    this(memory, ports, sci, clock, MemoryTouch.LARGE_PAGE);
  }

  /**
   * Creates a guest that is off.
   *
   * @param memory the guest-physical address space
   * @param ports the I/O ports
   * @param sci the system control interrupt
   * @param clock the time that AML sees
   * @param touch how much of the memory it adds it touches
   */
  public EmbeddedGuest(
      AddressSpace memory,
      AddressSpace ports,
      LevelInterruptLine sci,
      AmlClock clock,
      MemoryTouch touch) {
    this.memory = memory;
    this.ports = ports;
    this.sci = sci;
    this.clock = clock;
    this.touch = touch;
  }

  /**
   * Boots and answers interrupts on a thread of its own, until {@link #close}.
   *
   * @throws IllegalStateException if it has one already
   */
  public void start() {
    synchronized (control) {
      requireNoThread();
      GuestThread started = new GuestThread(sci, this::bootNow, this::runNow);
      thread = Optional.of(started);
      started.start();
    }
  }

  /**
   * Boots from scratch on the calling thread. Whether that went well is {@link #state}.
   *
   * @throws IllegalStateException if the guest has a thread of its own
   */
  public void boot() {
    synchronized (control) {
      requireNoThread();
    }
    bootNow();
  }

  private void bootNow() {
    run.ifPresent(GuestRun::stop);
    GuestRun next = new GuestRun(memory, ports, clock, touch, log);
    run = Optional.of(next);
    next.boot();
  }

  /**
   * Does, on the calling thread, what is to be done now: answers the SCI, runs methods and handles
   * notifications until none is left.
   *
   * @return whether there was anything to do
   * @throws IllegalStateException if the guest has a thread of its own
   */
  public boolean runUntilIdle() {
    synchronized (control) {
      requireNoThread();
    }
    return runNow();
  }

  private boolean runNow() {
    return run.map(GuestRun::runUntilIdle).orElse(false);
  }

  private void requireNoThread() {
    if (thread.isPresent()) {
      throw new IllegalStateException("the guest has a thread of its own");
    }
  }

  /**
   * Forgets everything and boots again, as after a reset of the machine. The guest's own thread
   * does it if there is one: what it is doing ends first, soon; else the calling thread does it,
   * now.
   */
  public void reset() {
    Optional<GuestThread> own;
    synchronized (control) {
      own = thread;
    }
    if (own.isPresent()) {
      run.ifPresent(GuestRun::stop);
      own.get().requestBoot();
    } else {
      bootNow();
    }
  }

  /**
   * Switches the guest off: it touches the machine no more when this returns. Stops its own thread,
   * if any, and waits for it, unless it is this very thread that calls.
   */
  @Override
  public void close() {
    Optional<GuestThread> own;
    synchronized (control) {
      own = thread;
      thread = Optional.empty();
    }
    run.ifPresent(GuestRun::stop);
    own.ifPresent(GuestThread::end);
    run = Optional.empty();
  }

  /** Returns where the guest is in its life. */
  public GuestState state() {
    return run.map(GuestRun::state).orElse(GuestState.OFF);
  }

  /**
   * Marks memory as in use by something that cannot be moved: the device that holds it cannot be
   * removed. Marks count.
   *
   * @param address a guest-physical address
   * @return whether the guest has memory there; if not, nothing is marked
   */
  public boolean use(long address) {
    return run.map(current -> current.online().mark(address)).orElse(false);
  }

  /**
   * Takes a mark of {@link #use} back.
   *
   * @param address the same address
   * @return whether there was one
   */
  public boolean release(long address) {
    return run.map(current -> current.online().unmark(address)).orElse(false);
  }

  /** Returns what the guest saw and did since it was created, oldest first; the last 10,000. */
  public List<GuestEvent> events() {
    return log.events();
  }

  /** Has the listener called with every event from now on, on the thread the guest runs on. */
  public void addListener(Consumer<GuestEvent> listener) {
    log.addListener(listener);
  }

  /** Returns what the guest knows now. */
  public GuestDescription describe() {
    return run.map(GuestRun::description)
        .orElseGet(
            () ->
                new GuestDescription(
                    GuestState.OFF, 0, List.of(), List.of(), List.of(), List.of()));
  }
}
