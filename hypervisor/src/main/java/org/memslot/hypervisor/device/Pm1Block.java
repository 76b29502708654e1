package org.memslot.hypervisor.device;

import java.util.function.IntConsumer;
import org.memslot.machine.InterruptLine;
import org.memslot.machine.IoHandler;

/**
 * The PM1a event and control registers (ACPI 6.5, section 4.8.3): the power button comes in here,
 * and the guest asks here for a sleep state.
 *
 * <p>The event block is 2 bytes of status, whose bits a 1 clears, and 2 bytes of enable. The
 * interrupt is asserted while a bit is set in both. The control block is 2 bytes. There is no
 * legacy mode: SCI_EN is always set.
 */
final class Pm1Block {
  /** PWRBTN_STS and PWRBTN_EN. */
  static final int POWER_BUTTON = 1 << 8;

  /** WAK_STS, GBL_STS, BM_STS, TMR_STS and the three buttons and alarms. */
  private static final int STATUS_BITS = 0x8731;

  /** TMR_EN, GBL_EN, PWRBTN_EN, SLPBTN_EN, RTC_EN. */
  private static final int ENABLE_BITS = 0x0721;

  private static final int SCI_ENABLED = 1;
  private static final int SLEEP_TYPE_SHIFT = 10;
  private static final int SLEEP_TYPE_MASK = 7;
  private static final int SLEEP_ENABLE = 1 << 13;

  /** BM_RLD and SLP_TYP: what the guest reads back as it wrote it. */
  private static final int STORED_CONTROL_BITS = 2 | (SLEEP_TYPE_MASK << SLEEP_TYPE_SHIFT);

  private final InterruptLine sci;
  private final IntConsumer sleep;
  private int status;
  private int enable;
  private int control;

  /**
   * Registers in their state after reset.
   *
   * @param sci the interrupt
   * @param sleep hears the SLP_TYP value when the guest sets SLP_EN
   */
  Pm1Block(InterruptLine sci, IntConsumer sleep) {
    this.sci = sci;
    this.sleep = sleep;
  }

  /** The event block, 4 bytes, accessed by 2. */
  IoHandler events() {
    return new IoHandler() {
      @Override
      public long read(long offset, int width) {
        return readEvents(offset);
      }

      @Override
      public void write(long offset, int width, long value) {
        writeEvents(offset, (int) value);
      }
    };
  }

  /** The control block, 2 bytes, accessed by 2. */
  IoHandler control() {
    return new IoHandler() {
      @Override
      public long read(long offset, int width) {
        return readControl();
      }

      @Override
      public void write(long offset, int width, long value) {
        writeControl((int) value);
      }
    };
  }

  /** The user presses the power button. */
  synchronized void pressPowerButton() {
    status |= POWER_BUTTON;
    update();
  }

  /** True when the guest would hear of the power button. */
  synchronized boolean powerButtonEnabled() {
    return (enable & POWER_BUTTON) != 0;
  }

  synchronized void reset() {
    status = 0;
    enable = 0;
    control = 0;
    update();
  }

  private synchronized long readEvents(long offset) {
    return offset < 2 ? status : enable;
  }

  private synchronized void writeEvents(long offset, int value) {
    if (offset < 2) {
      status &= ~(value & STATUS_BITS);
    } else {
      enable = value & ENABLE_BITS;
    }
    update();
  }

  private synchronized long readControl() {
    return control | SCI_ENABLED;
  }

  private void writeControl(int value) {
    synchronized (this) {
      control = value & STORED_CONTROL_BITS;
    }
    if ((value & SLEEP_ENABLE) != 0) {
      sleep.accept((value >> SLEEP_TYPE_SHIFT) & SLEEP_TYPE_MASK);
    }
  }

  private void update() {
    if ((status & enable) != 0) {
      sci.raise();
    } else {
      sci.lower();
    }
  }
}
