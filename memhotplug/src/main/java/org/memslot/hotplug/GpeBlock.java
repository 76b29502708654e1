package org.memslot.hotplug;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.memslot.bios.MachineInformation;
import org.memslot.bios.device.Claim;
import org.memslot.bios.device.Device;
import org.memslot.bios.device.DeviceAml;
import org.memslot.machine.AccessWidths;
import org.memslot.machine.AddressRange;
import org.memslot.machine.DeviceRegion;
import org.memslot.machine.InterruptLine;
import org.memslot.machine.IoHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The general-purpose event block GPE0 (ACPI 6.5, section 4.8.4.1): the first half of its bytes is
 * status, write 1 to clear, the second half is enable. The interrupt is a level: it is asserted
 * while any event is both pending and enabled.
 *
 * <p>Reads and writes of 1, 2 and 4 bytes at any offset act on the bytes they touch.
 */
public final class GpeBlock implements Device {
  private static final Logger LOG = LoggerFactory.getLogger(GpeBlock.class);

  /** The first port of a PC's block, as QEMU's pc has it. */
  public static final int PORT = 0xafe0;

  /** Bytes of a PC's block: 16 events. */
  public static final int SIZE = 4;

  /** Events of a PC's block. */
  public static final int EVENTS = 16;

  /** Both halves, which change together. */
  private record Registers(long status, long enable) {
    static final Registers CLEAR = new Registers(0, 0);
  }

  private final InterruptLine sci;
  private final int port;
  private final int half;
  private final AtomicReference<Registers> registers = new AtomicReference<>(Registers.CLEAR);
  private final AtomicInteger levelChanges = new AtomicInteger();

  /** A PC's block of 4 bytes, with nothing pending or enabled, that alone drives this line. */
  public GpeBlock(InterruptLine sci) {
    this(sci, PORT, SIZE);
  }

  /**
   * A block elsewhere, or of another length: a q35 has 16 bytes.
   *
   * @param sci the line, which nothing else drives
   * @param port its first port
   * @param length 2, 4, 8 or 16 bytes, half status and half enable
   */
  public GpeBlock(InterruptLine sci, int port, int length) {
    if (length < 2 || length > 16 || Integer.bitCount(length) != 1) {
      throw new IllegalArgumentException(
          "GPE block of " + length + " bytes; it can have 2, 4, 8 or 16");
    }
    this.sci = sci;
    this.port = port;
    this.half = length / 2;
  }

  @Override
  public String name() {
    return "gpe0";
  }

  @Override
  public List<Claim> claims() {
    return List.of(
        new Claim.Ports(
            port, new DeviceRegion("gpe0", 2L * half, new Ports(), AccessWidths.handling(1, 4))));
  }

  /** The FADT announces the block; the DSDT keeps other devices away. */
  @Override
  public DeviceAml aml(MachineInformation machine) {
    return DeviceAml.NONE.reserving(AddressRange.of(port, 2L * half));
  }

  /**
   * Sets an event's status bit, and asserts the interrupt if the event is enabled.
   *
   * @param event from 0, below four times the length of the block
   */
  public void raise(int event) {
    if (event < 0 || event >= 8 * half) {
      throw new IllegalArgumentException(
          "GPE %d; the block has events 0 to %d".formatted(event, 8 * half - 1));
    }
    update(old -> new Registers(old.status() | (1L << event), old.enable()));
  }

  /** The pending events, a bit for each. */
  public long status() {
    return registers.get().status();
  }

  /** The enabled events, a bit for each. */
  public long enabled() {
    return registers.get().enable();
  }

  /** Nothing is pending or enabled any more. */
  @Override
  public void reset() {
    update(_ -> Registers.CLEAR);
  }

  /** Sets both halves, as they were saved. */
  void restore(long status, long enable) {
    long mask = half == 8 ? -1L : (1L << (8 * half)) - 1;
    update(_ -> new Registers(status & mask, enable & mask));
  }

  private void update(UnaryOperator<Registers> change) {
    registers.updateAndGet(change);
    // Whoever comes first drives the line until it agrees with the registers; nobody waits, so a
    // guest that is interrupted right here, on this thread, can use the block.
    if (levelChanges.getAndIncrement() != 0) {
      return;
    }
    int seen = 1;
    do {
      drive();
      seen = levelChanges.addAndGet(-seen);
    } while (seen != 0);
  }

  /** A line that throws is driven anew at the next change; the registers are right all the same. */
  private void drive() {
    Registers now = registers.get();
    try {
      if ((now.status() & now.enable()) != 0) {
        sci.raise();
      } else {
        sci.lower();
      }
    } catch (RuntimeException | Error e) {
      LOG.error("the interrupt of the GPE block failed", e);
    }
  }

  /** The bytes of the block; an access wider than a half is status and enable at once. */
  private final class Ports implements IoHandler {
    @Override
    public long read(long offset, int width) {
      Registers now = registers.get();
      long value = 0;
      for (int i = 0; i < width; i++) {
        int at = (int) offset + i;
        long octet = at < half ? now.status() >>> (8 * at) : now.enable() >>> (8 * (at - half));
        value |= (octet & 0xff) << (8 * i);
      }
      return value;
    }

    @Override
    public void write(long offset, int width, long value) {
      update(
          old -> {
            Registers next = old;
            for (int i = 0; i < width; i++) {
              next = write(next, (int) offset + i, (value >>> (8 * i)) & 0xff);
            }
            return next;
          });
    }

    private Registers write(Registers old, int at, long octet) {
      if (at < half) {
        return new Registers(old.status() & ~(octet << (8 * at)), old.enable());
      }
      int shift = 8 * (at - half);
      return new Registers(old.status(), (old.enable() & ~(0xffL << shift)) | (octet << shift));
    }
  }
}
