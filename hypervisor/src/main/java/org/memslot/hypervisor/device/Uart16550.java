package org.memslot.hypervisor.device;

import java.util.ArrayDeque;
import java.util.Queue;
import org.memslot.machine.InterruptLine;
import org.memslot.machine.IoHandler;

/**
 * A 16550A serial port (National Semiconductor PC16550D data sheet): 8 registers of one byte.
 *
 * <p>What the guest sends goes to a {@link SerialSink} at once. While the sink is full the
 * transmitter is busy, as a slow line would make it, so that the guest waits and nothing is lost;
 * the sink's owner calls {@link #sinkReady} when there is room again. What comes from outside waits
 * in a receive FIFO of 16 bytes; {@link #receive} says how much was taken.
 */
public final class Uart16550 implements IoHandler {
  /** Bytes of I/O ports that it takes. */
  public static final int SIZE = 8;

  /** Bytes that a FIFO holds. */
  static final int FIFO_SIZE = 16;

  private static final int DATA = 0;
  private static final int INTERRUPT_ENABLE = 1;
  private static final int INTERRUPT_ID = 2;
  private static final int LINE_CONTROL = 3;
  private static final int MODEM_CONTROL = 4;
  private static final int LINE_STATUS = 5;
  private static final int MODEM_STATUS = 6;

  private static final int ENABLE_RECEIVED = 1;
  private static final int ENABLE_TRANSMITTER_EMPTY = 2;
  private static final int ENABLE_BITS = 0x0f;

  private static final int ID_NONE = 1;
  private static final int ID_TRANSMITTER_EMPTY = 2;
  private static final int ID_RECEIVED = 4;
  private static final int ID_FIFOS = 0xc0;

  private static final int FIFO_ENABLE = 1;
  private static final int FIFO_CLEAR_RECEIVED = 2;

  private static final int DIVISOR_LATCH = 0x80;

  private static final int MODEM_LOOPBACK = 0x10;
  private static final int MODEM_BITS = 0x1f;

  private static final int LINE_DATA_READY = 1;
  private static final int LINE_TRANSMITTER_EMPTY = 0x60;

  /** Clear to send, data set ready, carrier: something is always at the other end. */
  private static final int MODEM_CONNECTED = 0xb0;

  private final SerialSink sink;
  private final InterruptLine interrupt;
  private final Queue<Byte> received = new ArrayDeque<>(FIFO_SIZE);
  private Runnable roomListener = () -> {};

  private int interruptEnable;
  private int lineControl;
  private int modemControl;
  private int divisor = 12;
  private int scratch;
  private boolean fifos;
  private boolean transmitterPending;
  private boolean busy;

  /**
   * A port in its state after reset.
   *
   * @param sink where what the guest sends goes
   * @param interrupt asserted while the port has something to say and the guest has enabled it
   */
  public Uart16550(SerialSink sink, InterruptLine interrupt) {
    this.sink = sink;
    this.interrupt = interrupt;
  }

  /**
   * Sets who is told when the port takes bytes again: the guest has read from a full receive FIFO,
   * or ended the loopback; it must not wait.
   */
  public synchronized void onRoom(Runnable listener) {
    roomListener = listener;
  }

  /** Back to the state after reset; what was received and not read is lost. */
  public synchronized void reset() {
    received.clear();
    interruptEnable = 0;
    lineControl = 0;
    modemControl = 0;
    divisor = 12;
    scratch = 0;
    fifos = false;
    transmitterPending = false;
    update();
  }

  /**
   * Bytes come in from outside.
   *
   * @return how many there was room for, from the first on
   */
  public synchronized int receive(byte[] bytes, int offset, int length) {
    if ((modemControl & MODEM_LOOPBACK) != 0) {
      return 0;
    }
    int taken = Math.min(length, capacity() - received.size());
    for (int i = 0; i < taken; i++) {
      received.add(bytes[offset + i]);
    }
    update();
    return Math.max(taken, 0);
  }

  private int capacity() {
    return fifos ? FIFO_SIZE : 1;
  }

  /** The sink, which was full, has room again. */
  public synchronized void sinkReady() {
    if (busy) {
      busy = false;
      transmitterPending = true;
      update();
    }
  }

  @Override
  public long read(long offset, int width) {
    Runnable room = () -> {};
    long value;
    synchronized (this) {
      boolean full = received.size() >= capacity();
      value = readRegister((int) offset);
      if (full && received.size() < capacity()) {
        room = roomListener;
      }
    }
    room.run();
    return value;
  }

  private int readRegister(int register) {
    return switch (register) {
      case DATA -> latched() ? divisor & 0xff : nextReceived();
      case INTERRUPT_ENABLE -> latched() ? divisor >> 8 : interruptEnable;
      case INTERRUPT_ID -> readInterruptId();
      case LINE_CONTROL -> lineControl;
      case MODEM_CONTROL -> modemControl;
      case LINE_STATUS -> lineStatus();
      case MODEM_STATUS -> modemStatus();
      default -> scratch;
    };
  }

  private boolean latched() {
    return (lineControl & DIVISOR_LATCH) != 0;
  }

  private int nextReceived() {
    Byte next = received.poll();
    update();
    return next == null ? 0 : Byte.toUnsignedInt(next);
  }

  /** Reading "transmitter empty" answers that interrupt. */
  private int readInterruptId() {
    int id = pendingInterrupt();
    if (id == ID_TRANSMITTER_EMPTY) {
      transmitterPending = false;
      update();
    }
    return id | (fifos ? ID_FIFOS : 0);
  }

  private int pendingInterrupt() {
    if ((interruptEnable & ENABLE_RECEIVED) != 0 && !received.isEmpty()) {
      return ID_RECEIVED;
    }
    if ((interruptEnable & ENABLE_TRANSMITTER_EMPTY) != 0 && transmitterPending) {
      return ID_TRANSMITTER_EMPTY;
    }
    return ID_NONE;
  }

  private int lineStatus() {
    return (received.isEmpty() ? 0 : LINE_DATA_READY) | (busy ? 0 : LINE_TRANSMITTER_EMPTY);
  }

  /**
   * In loopback the four modem outputs come back as the four inputs: RTS, DTR, OUT1, OUT2 as CTS,
   * DSR, RI, DCD.
   */
  private int modemStatus() {
    if ((modemControl & MODEM_LOOPBACK) == 0) {
      return MODEM_CONNECTED;
    }
    int rts = modemControl >> 1 & 1;
    int dtr = modemControl & 1;
    return rts << 4 | dtr << 5 | (modemControl & 0xc) << 4;
  }

  @Override
  public void write(long offset, int width, long value) {
    Runnable room = () -> {};
    synchronized (this) {
      int loopback = modemControl & MODEM_LOOPBACK;
      writeRegister((int) offset, (int) value & 0xff);
      if ((loopback & ~modemControl) != 0) {
        room = roomListener;
      }
    }
    room.run();
  }

  private void writeRegister(int register, int v) {
    switch (register) {
      case DATA -> {
        if (latched()) {
          divisor = (divisor & 0xff00) | v;
        } else {
          send((byte) v);
        }
      }
      case INTERRUPT_ENABLE -> {
        if (latched()) {
          divisor = (divisor & 0xff) | v << 8;
        } else {
          enableInterrupts(v & ENABLE_BITS);
        }
      }
      case INTERRUPT_ID -> controlFifos(v);
      case LINE_CONTROL -> lineControl = v;
      case MODEM_CONTROL -> modemControl = v & MODEM_BITS;
      case LINE_STATUS, MODEM_STATUS -> {
        // Read-only but for factory tests.
      }
      default -> scratch = v;
    }
    update();
  }

  private void send(byte value) {
    if ((modemControl & MODEM_LOOPBACK) != 0) {
      if (received.size() < capacity()) {
        received.add(value);
      }
      transmitterPending = true;
      return;
    }
    busy = !sink.send(value);
    transmitterPending = !busy;
  }

  /**
   * Enabling the transmitter's interrupt while it is empty raises it at once: drivers rely on that.
   */
  private void enableInterrupts(int enable) {
    boolean newly = (enable & ~interruptEnable & ENABLE_TRANSMITTER_EMPTY) != 0;
    interruptEnable = enable;
    if (newly && !busy) {
      transmitterPending = true;
    }
  }

  private void controlFifos(int value) {
    boolean enable = (value & FIFO_ENABLE) != 0;
    if (enable != fifos || (value & FIFO_CLEAR_RECEIVED) != 0) {
      received.clear();
    }
    fifos = enable;
  }

  private void update() {
    if (pendingInterrupt() == ID_NONE) {
      interrupt.lower();
    } else {
      interrupt.raise();
    }
  }
}
