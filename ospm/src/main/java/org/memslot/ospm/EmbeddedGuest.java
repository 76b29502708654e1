package org.memslot.ospm;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.memslot.machine.AddressSpace;
import org.memslot.ospm.interpreter.host.AmlClock;

/**
 * A guest in pure Java: the part of an operating system that deals with ACPI and memory hotplug.
 *
 * <p>It knows the machine only as an operating system does, through guest-physical memory and I/O
 * ports. {@link #boot} finds the RSDP by scanning, loads the tables, enumerates devices and enables
 * events; from then on {@link #runUntilIdle} is to be called after each change of the SCI. One
 * thread at a time may boot and run the guest: the caller's, or a {@link GuestThread}, which waits
 * for the SCI.
 *
 * <p>{@link #use}, {@link #release}, {@link #describe}, {@link #events} and {@link #state} may be
 * called from any thread.
 */
public final class EmbeddedGuest implements AutoCloseable {
  private final AddressSpace memory;
  private final AddressSpace ports;
  private final AmlClock clock;
  private final MemoryTouch touch;
  private final EventLog log = new EventLog();
  private volatile Optional<GuestRun> run = Optional.empty();

  /**
   * Creates a guest that is off and that touches each {@linkplain MemoryTouch#LARGE_PAGE large
   * page} of memory it adds.
   *
   * @param memory the guest-physical address space
   * @param ports the I/O ports
   * @param clock the time that AML sees
   */
  public EmbeddedGuest(AddressSpace memory, AddressSpace ports, AmlClock clock) {
    this(memory, ports, clock, MemoryTouch.LARGE_PAGE);
  }

  /**
   * Creates a guest that is off.
   *
   * @param memory the guest-physical address space
   * @param ports the I/O ports
   * @param clock the time that AML sees
   * @param touch how much of the memory it adds it touches
   */
  public EmbeddedGuest(AddressSpace memory, AddressSpace ports, AmlClock clock, MemoryTouch touch) {
    this.memory = memory;
    this.ports = ports;
    this.clock = clock;
    this.touch = touch;
  }

  /**
   * Boots from scratch, as after a reset of the machine: the guest forgets what it knew. {@link
   * #state} says whether that went well.
   */
  public void boot() {
    stop();
    GuestRun next = new GuestRun(memory, ports, clock, touch, log);
    run = Optional.of(next);
    next.boot();
  }

  /**
   * Answers the SCI, runs methods and handles notifications until nothing is left to do.
   *
   * @return whether there was anything to do
   */
  public boolean runUntilIdle() {
    return run.map(GuestRun::runUntilIdle).orElse(false);
  }

  /** Has what the guest is doing on another thread end soon. */
  void stop() {
    run.ifPresent(GuestRun::stop);
  }

  /**
   * Switches the guest off; it can be booted again. What it is doing on another thread ends soon,
   * but this does not wait for it: see {@link GuestThread#close}.
   */
  @Override
  public void close() {
    stop();
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
