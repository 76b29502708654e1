package org.memslot.hypervisor.device;

/** Where the bytes go that a guest sends through a serial port. */
@FunctionalInterface
public interface SerialSink {
  /**
   * Takes one byte; must not wait.
   *
   * @return false when there is room for no more than the 16 bytes that a driver may be sending
   *     already; {@link Uart16550#sinkReady} says when there is more again
   */
  boolean send(byte value);
}
