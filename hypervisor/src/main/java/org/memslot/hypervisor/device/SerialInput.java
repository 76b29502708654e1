package org.memslot.hypervisor.device;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What comes to a serial port from outside: bytes wait in a queue of fixed size until the guest has
 * room for them in its receive FIFO. What comes while the queue is full is lost, as on a line
 * without flow control; that takes a guest that reads nothing.
 */
public final class SerialInput {
  private static final int SIZE = 1 << 12;

  private final Uart16550 port;
  private final Deque<Byte> waiting = new ArrayDeque<>();

  /** Feeds this port from now on. */
  public SerialInput(Uart16550 port) {
    this.port = port;
    port.onRoom(this::feed);
  }

  /**
   * Sends bytes to the guest; does not wait.
   *
   * @return how many were taken, from the first on
   */
  public int send(byte... bytes) {
    int taken;
    synchronized (this) {
      taken = Math.min(bytes.length, SIZE - waiting.size());
      for (int i = 0; i < taken; i++) {
        waiting.add(bytes[i]);
      }
    }
    feed();
    return taken;
  }

  private synchronized void feed() {
    byte[] next = new byte[1];
    while (!waiting.isEmpty()) {
      next[0] = waiting.element();
      if (port.receive(next, 0, 1) == 0) {
        return;
      }
      waiting.remove();
    }
  }
}
