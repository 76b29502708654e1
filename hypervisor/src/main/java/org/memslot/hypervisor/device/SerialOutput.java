package org.memslot.hypervisor.device;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A serial port's line to a stream: what the guest sends waits in a buffer of fixed size until a
 * thread of its own has written it, so that a slow reader slows the guest's port and nothing else.
 * A stream that fails loses what comes after, and the port goes on.
 *
 * <p>The thread begins to write some milliseconds after the first byte, and writes all that has
 * come until then: to wake it for each byte would cost the vCPU more than the byte itself.
 */
public final class SerialOutput implements SerialSink, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SerialOutput.class);
  private static final int SIZE = 1 << 14;

  /**
   * A driver that has found the transmitter empty fills its FIFO without looking again; and once
   * more when the buffer fills in the moment in which it is said to have room.
   */
  private static final int FULL = SIZE - 2 * Uart16550.FIFO_SIZE;

  /** Bytes for one write: what a reader at 9600 bits per second takes in half a second. */
  private static final int PIECE = 512;

  /** How long {@link #close} waits for a reader that takes nothing, in milliseconds. */
  private static final long PATIENCE = 2000;

  /** Less than a person notices between a key and its echo. */
  private static final long GATHERING = 16_000_000;

  private final OutputStream stream;
  private final Thread writer;
  private final byte[] filling = new byte[SIZE];
  private int filled;
  private boolean closing;
  private boolean gone;
  private volatile boolean givenUp;

  /** Bytes that the stream has taken; written by the writer alone. */
  private final AtomicLong written = new AtomicLong();

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
    if (gone) {
      return true;
    }
    if (filled < SIZE) {
      filling[filled++] = value;
      if (filled == 1) {
        notifyAll();
      } else if (filled == FULL) {
        LockSupport.unpark(writer);
      }
    }
    return filled < FULL;
  }

  private void write() {
    byte[] buffer = new byte[SIZE];
    while (awaitFirst()) {
      LockSupport.parkNanos(GATHERING);
      int length = take(buffer);
      try {
        write(buffer, length);
      } catch (IOException | RuntimeException | Error e) {
        LOG.warn("the serial port's output is gone, what the guest sends is lost from now on", e);
        lose();
        tellRoom();
      }
      if (length >= FULL && hasRoom()) {
        tellRoom();
      }
    }
  }

  /** In pieces, so that {@link #close} sees that it goes on. */
  private void write(byte[] buffer, int length) throws IOException {
    for (int done = 0; done < length && !givenUp; ) {
      int piece = Math.min(PIECE, length - done);
      stream.write(buffer, done, piece);
      done += piece;
      written.addAndGet(piece);
    }
    stream.flush();
  }

  private void tellRoom() {
    try {
      room.run();
    } catch (RuntimeException | Error e) {
      LOG.error("the serial port did not hear that there is room again", e);
    }
  }

  private synchronized boolean hasRoom() {
    return filled < FULL;
  }

  private synchronized void lose() {
    gone = true;
    filled = 0;
  }

  /** Waits for bytes; false when closed and nothing is left. */
  private synchronized boolean awaitFirst() {
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
    return filled > 0;
  }

  private synchronized int take(byte[] buffer) {
    int length = filled;
    System.arraycopy(filling, 0, buffer, 0, length);
    filled = 0;
    return length;
  }

  /**
   * Writes what is there and ends the thread. A reader that takes nothing for {@link #PATIENCE}
   * milliseconds is not waited for: what it has not taken is lost, and the log says so.
   */
  @Override
  public void close() {
    synchronized (this) {
      closing = true;
      notifyAll();
    }
    LockSupport.unpark(writer);
    try {
      long seen;
      do {
        seen = written.get();
        writer.join(PATIENCE);
      } while (writer.isAlive() && written.get() != seen);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (writer.isAlive()) {
      givenUp = true;
      lose();
      LOG.warn("nobody reads the serial port's output: what the guest sent last is lost");
    }
  }
}
