package org.memslot.bios;

import org.memslot.machine.AddressRange;

/**
 * Where the fixed hardware of our PC is: the one home of these numbers, for the board that decodes
 * them and for the tables that announce them. All but the last are I/O ports.
 */
public final class PcPlatform {
  /** PM1a event block: status, then enable, 2 bytes each. */
  public static final int PM1A_EVENT = 0x600;

  /** Bytes of the PM1a event block. */
  public static final int PM1A_EVENT_LENGTH = 4;

  /** PM1a control block. Bit 0, SCI_EN, always reads 1: there is no legacy mode. */
  public static final int PM1A_CONTROL = 0x604;

  /** Bytes of the PM1a control block. */
  public static final int PM1A_CONTROL_LENGTH = 2;

  /** Power management timer, 24 bits at 3.579545 MHz. */
  public static final int PM_TIMER = 0x608;

  /** Bytes of the timer block. */
  public static final int PM_TIMER_LENGTH = 4;

  /** General purpose events from 0 on. */
  public static final int GPE0 = 0xafe0;

  /** Bytes of the GPE0 block: 2 of status, 2 of enable. */
  public static final int GPE0_LENGTH = 4;

  /** The system control interrupt: level triggered, active high. */
  public static final int SCI = 9;

  /** The reset control register. */
  public static final int RESET = 0xcf9;

  /** Written to {@link #RESET}, resets the machine. */
  public static final int RESET_VALUE = 6;

  /** The SLP_TYP of soft off, S5. */
  public static final int SLEEP_TYPE_S5 = 0;

  /** First port of the first serial port. */
  public static final int COM1 = 0x3f8;

  /** Interrupt of the first serial port. */
  public static final int COM1_INTERRUPT = 4;

  /** First port of the real-time clock. */
  public static final int RTC = 0x70;

  /** Interrupt of the real-time clock. */
  public static final int RTC_INTERRUPT = 8;

  /** Index in CMOS memory of the century. */
  public static final int RTC_CENTURY = 0x32;

  /** Registers of the I/O APIC, guest-physical. */
  public static final long IO_APIC = 0xfec0_0000L;

  /** Video memory and ROMs: no RAM for the operating system, whatever lies there. */
  public static final AddressRange UPPER_MEMORY = new AddressRange(0xa_0000, 0xf_ffff);

  private PcPlatform() {}
}
