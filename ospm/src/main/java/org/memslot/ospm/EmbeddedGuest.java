package org.memslot.ospm;

import java.util.List;
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
 */
public final class EmbeddedGuest implements AutoCloseable {
  /**
   * Creates a guest that is off.
   *
   * @param memory the guest-physical address space
   * @param ports the I/O ports
   * @param sci the system control interrupt
   * @param clock the time that AML sees
   */
  public EmbeddedGuest(
      AddressSpace memory, AddressSpace ports, LevelInterruptLine sci, AmlClock clock) {
    throw new UnsupportedOperationException();
  }

  /** Boots and answers interrupts on a thread of its own, until {@link #close}. */
  public void start() {
    throw new UnsupportedOperationException();
  }

  /**
   * Boots from scratch on the calling thread. Whether that went well is {@link #state}.
   *
   * @throws IllegalStateException if the guest has a thread of its own
   */
  public void boot() {
    throw new UnsupportedOperationException();
  }

  /**
   * Does, on the calling thread, what is to be done now: answers the SCI, runs methods and handles
   * notifications until none is left.
   *
   * @return whether there was anything to do
   * @throws IllegalStateException if the guest has a thread of its own
   */
  public boolean runUntilIdle() {
    throw new UnsupportedOperationException();
  }

  /**
   * Forgets everything and boots again, as after a reset of the machine. The guest's own thread
   * does it if there is one, soon; else the calling thread, now.
   */
  public void reset() {
    throw new UnsupportedOperationException();
  }

  /** Stops the guest's own thread, if any, and waits for it. The guest is off. */
  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }

  /** Returns where the guest is in its life. */
  public GuestState state() {
    throw new UnsupportedOperationException();
  }

  /**
   * Marks memory as in use by something that cannot be moved: the device that holds it cannot be
   * removed. Marks count.
   *
   * @param address a guest-physical address
   * @return whether the guest has memory there; if not, nothing is marked
   */
  public boolean use(long address) {
    throw new UnsupportedOperationException();
  }

  /**
   * Takes a mark of {@link #use} back.
   *
   * @param address the same address
   * @return whether there was one
   */
  public boolean release(long address) {
    throw new UnsupportedOperationException();
  }

  /** Returns what the guest saw and did since it was created, oldest first; the last 10,000. */
  public List<GuestEvent> events() {
    throw new UnsupportedOperationException();
  }

  /** Has the listener called with every event from now on, on the thread the guest runs on. */
  public void addListener(Consumer<GuestEvent> listener) {
    throw new UnsupportedOperationException();
  }

  /** Returns what the guest knows now. */
  public GuestDescription describe() {
    throw new UnsupportedOperationException();
  }
}
