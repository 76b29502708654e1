package org.memslot.hypervisor.device;

import static org.memslot.aml.Asl.eisaId;

import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.memslot.aml.resource.ResourceTemplate;
import org.memslot.bios.MachineInformation;
import org.memslot.bios.device.Claim;
import org.memslot.bios.device.Device;
import org.memslot.bios.device.DeviceAml;
import org.memslot.machine.AccessWidths;
import org.memslot.machine.DeviceRegion;
import org.memslot.machine.IoHandler;

/**
 * The MC146818 real-time clock with 128 bytes of CMOS memory, at ports 0x70 (index) and 0x71
 * (data).
 *
 * <p>The clock runs in UTC by the given source, in BCD and 24-hour form unless the guest chooses
 * binary; it cannot be set and never interrupts. The memory size registers are those that SeaBIOS
 * and other PC firmware read.
 */
public final class CmosRtc implements Device, IoHandler {
  /** Index of the century in CMOS memory, for the FADT. */
  public static final int CENTURY = 0x32;

  private static final int PORT = 0x70;
  private static final int SIZE = 2;

  /** What the DSDT says, as on every PC: room for a second bank of CMOS memory. */
  private static final int LISTED = 8;

  private static final int INTERRUPT = 8;

  private static final int REGISTERS = 128;
  private static final int SECONDS = 0x00;
  private static final int MINUTES = 0x02;
  private static final int HOURS = 0x04;
  private static final int DAY_OF_WEEK = 0x06;
  private static final int DAY = 0x07;
  private static final int MONTH = 0x08;
  private static final int YEAR = 0x09;
  private static final int STATUS_A = 0x0a;
  private static final int STATUS_B = 0x0b;
  private static final int STATUS_C = 0x0c;
  private static final int STATUS_D = 0x0d;
  private static final int OSCILLATOR_ON_1024_HZ = 0x26;
  private static final int HOURS_24 = 2;
  private static final int BINARY = 4;
  private static final int VALID_RAM_AND_TIME = 0x80;

  private static final long KIB = 1024;
  private static final long MIB = KIB * KIB;
  private static final long MEMORY_UNIT = 64 * KIB;

  private final InstantSource clock;
  private final byte[] content = new byte[REGISTERS];
  private int index;

  /**
   * A clock with the memory sizes of a machine.
   *
   * @param below4G bytes of RAM from address 0 on
   * @param above4G bytes of RAM from 4 GiB on
   * @param cpus how many the firmware waits for
   */
  public CmosRtc(InstantSource clock, long below4G, long above4G, int cpus) {
    this.clock = clock;
    content[STATUS_A] = OSCILLATOR_ON_1024_HZ;
    content[STATUS_B] = HOURS_24;
    number(0x15, 2, 640);
    number(0x17, 2, Math.clamp((below4G - MIB) / KIB, 0, 63 * KIB));
    number(0x30, 2, Math.clamp((below4G - MIB) / KIB, 0, 63 * KIB));
    number(0x34, 2, Math.clamp((below4G - 16 * MIB) / MEMORY_UNIT, 0, 0xffff));
    number(0x5b, 3, above4G / MEMORY_UNIT);
    content[0x5f] = (byte) (cpus - 1);
  }

  private void number(int register, int bytes, long value) {
    for (int i = 0; i < bytes; i++) {
      content[register + i] = (byte) (value >>> (8 * i));
    }
  }

  @Override
  public String name() {
    return "rtc";
  }

  @Override
  public List<Claim> claims() {
    return List.of(
        new Claim.Ports(PORT, new DeviceRegion("rtc", SIZE, this, AccessWidths.handling(1, 1))));
  }

  @Override
  public DeviceAml aml(MachineInformation machine) {
    ResourceTemplate resources =
        ResourceTemplate.of(template -> template.ioPorts(PORT, LISTED).irq(INTERRUPT));
    return DeviceAml.in(
        DeviceAml.PCI_BUS,
        bus ->
            bus.device(
                "RTC",
                device ->
                    device.name("_HID", eisaId("PNP0B00")).name("_CRS", resources.toBuffer())));
  }

  @Override
  public synchronized long read(long offset, int width) {
    return offset == 0 ? 0xff : readRegister() & 0xff;
  }

  private int readRegister() {
    LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    return switch (index) {
      case SECONDS -> time(now.getSecond());
      case MINUTES -> time(now.getMinute());
      case HOURS -> time(now.getHour());
      case DAY_OF_WEEK -> time(now.getDayOfWeek().getValue() % 7 + 1);
      case DAY -> time(now.getDayOfMonth());
      case MONTH -> time(now.getMonthValue());
      case YEAR -> time(now.getYear() % 100);
      case CENTURY -> time(now.getYear() / 100);
      case STATUS_C -> 0;
      case STATUS_D -> VALID_RAM_AND_TIME;
      default -> content[index];
    };
  }

  private int time(int value) {
    boolean binary = (content[STATUS_B] & BINARY) != 0;
    return binary ? value : (value / 10) << 4 | value % 10;
  }

  /** Index bit 7 switches the NMI off, which the machine has not. */
  @Override
  public synchronized void write(long offset, int width, long value) {
    if (offset == 0) {
      index = (int) value & (REGISTERS - 1);
    } else if (index != STATUS_C && index != STATUS_D) {
      content[index] = (byte) value;
    }
  }
}
