package org.memslot.hypervisor.device;

import java.io.IOException;
import java.io.OutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A serial port's line to a stream: what the guest sends waits in a buffer of fixed size until a
 * thread of its own has written it, so that a slow reader slows the guest's port and nothing else.
 */
public final class SerialOutput implements SerialSink, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SerialOutput.class);
  private static final int SIZE = 1 << 14;

  private final OutputStream stream;
  private final Thread writer;
  private final byte[] filling = new byte[SIZE];
  private int filled;
  private boolean closing;
  private volatile Runnable room = () -> {};

  /**
   * Starts the thread.
   *
   * @param stream where the bytes go; it stays open
   */
  public SerialOutput(OutputStream stream) {
    this.stream = stream;
    writer = Thread.ofPlatform().daemon().name("serial-output").start(this::write);
  }

  /** Sets who is told when a full buffer has room again. */
  public void onRoom(Runnable listener) {
    room = listener;
  }

  @Override
  public synchronized boolean send(byte value) {
    if (filled < SIZE) {
      filling[filled++] = value;
      notifyAll();
    }
    return filled < SIZE;
  }

  private void write() {
    byte[] buffer = new byte[SIZE];
    try {
      for (int length = take(buffer); length > 0; length = take(buffer)) {
        stream.write(buffer, 0, length);
        stream.flush();
        if (length == SIZE) {
          room.run();
        }
      }
    } catch (IOException e) {
      LOG.warn("the serial port's output is gone", e);
    }
  }

  /** Waits for bytes and takes them all; 0 when closed and nothing is left. */
  private synchronized int take(byte[] buffer) {
    boolean interrupted = false;
    while (filled == 0 && !closing) {
      try {
        wait();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    int length = filled;
    System.arraycopy(filling, 0, buffer, 0, length);
    filled = 0;
    return length;
  }

  /** Writes what is there and ends the thread. */
  @Override
  public void close() {
    synchronized (this) {
      closing = true;
      notifyAll();
    }
    try {
      writer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
