package org.memslot.hypervisor.device;

/** Where the bytes go that a guest sends through a serial port. */
@FunctionalInterface
public interface SerialSink {
  /**
   * Takes one byte; must not wait.
   *
   * @return false when this byte was the last there was room for; {@link Uart16550#sinkReady} says
   *     when there is room again
   */
  boolean send(byte value);
}
