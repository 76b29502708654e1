package org.memslot.hypervisor.device;

import static org.memslot.aml.Asl.eisaId;
import static org.memslot.aml.Asl.integer;

import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.memslot.aml.resource.ResourceTemplate;
import org.memslot.bios.MachineInformation;
import org.memslot.bios.acpi.AcpiTable;
import org.memslot.bios.acpi.GenericAddress;
import org.memslot.bios.acpi.Hpet;
import org.memslot.bios.acpi.TableOrigin;
import org.memslot.bios.device.Claim;
import org.memslot.bios.device.Device;
import org.memslot.bios.device.DeviceAml;
import org.memslot.machine.AccessWidths;
import org.memslot.machine.DeviceRegion;
import org.memslot.machine.IoHandler;

/**
 * A high precision event timer (IA-PC HPET specification 1.0a): a 64-bit counter at 100 MHz and
 * three comparators, each with an I/O APIC input of its own. There is no legacy replacement route
 * (LEG_RT_CAP is 0).
 */
public final class HpetBlock implements Device, IoHandler {
  private static final long ADDRESS = 0xfed0_0000L;
  private static final int SIZE = 0x400;
  private static final int TIMERS = 3;

  /** The interrupt of the first comparator; the others follow. */
  private static final int FIRST_INTERRUPT = 20;

  private static final int CAPABILITIES = 0x000;
  private static final int CONFIGURATION = 0x010;
  private static final int INTERRUPT_STATUS = 0x020;
  private static final int COUNTER = 0x0f0;
  private static final int FIRST_TIMER = 0x100;
  private static final int TIMER_SIZE = 0x20;
  private static final int TIMER_CONFIGURATION = 0x00;
  private static final int TIMER_COMPARATOR = 0x08;

  private static final long ENABLE = 1;
  private static final long FEMTOS_PER_TICK = 1_000_000L * HpetTimer.NANOS_PER_TICK;
  private static final long VENDOR = 0x8086;
  private static final long COUNTER_OF_64_BITS = 1 << 13;
  private static final long REVISION = 1;

  /** COUNTER_CLK_PERIOD, VENDOR_ID, COUNT_SIZE_CAP, NUM_TIM_CAP, REV_ID. */
  private static final long ID =
      FEMTOS_PER_TICK << 32 | VENDOR << 16 | COUNTER_OF_64_BITS | (TIMERS - 1) << 8 | REVISION;

  /** Ticks between two interrupts that no guest can keep up with. */
  private static final int MINIMUM_TICK = 1000;

  private final LongSupplier nanoTime;
  private final List<HpetTimer> timers;
  private boolean enabled;

  /** The counter while it stands, or what it was at {@link #startedAt}. */
  private long base;

  private long startedAt;

  /**
   * Registers in their state after reset.
   *
   * @param nanoTime what the counter counts by, in nanoseconds
   * @param timer calls when a comparator may match
   */
  public HpetBlock(LongSupplier nanoTime, DeviceTimer timer) {
    this.nanoTime = nanoTime;
    DeviceTimer serialised = (nanos, task) -> timer.after(nanos, () -> serially(task));
    timers =
        IntStream.range(0, TIMERS)
            .mapToObj(number -> new HpetTimer(FIRST_INTERRUPT + number, this::counter, serialised))
            .toList();
  }

  private synchronized void serially(Runnable task) {
    task.run();
  }

  @Override
  public String name() {
    return "hpet";
  }

  @Override
  public List<Claim> claims() {
    AccessWidths widths = new AccessWidths(4, 8, 4, 8);
    Stream<Claim> lines =
        timers.stream().map(timer -> new Claim.Interrupt(timer.input(), timer.line()));
    return Stream.concat(
            Stream.of(new Claim.Memory(ADDRESS, new DeviceRegion("hpet", SIZE, this, widths))),
            lines)
        .toList();
  }

  @Override
  public synchronized void reset() {
    enabled = false;
    base = 0;
    timers.forEach(HpetTimer::reset);
  }

  @Override
  public DeviceAml aml(MachineInformation machine) {
    ResourceTemplate resources =
        ResourceTemplate.of(template -> template.memory32Fixed(ADDRESS, SIZE));
    return DeviceAml.in(
        DeviceAml.SYSTEM_BUS,
        system ->
            system.device(
                "HPET",
                device ->
                    device
                        .name("_HID", eisaId("PNP0103"))
                        .name("_UID", integer(0))
                        .name("_CRS", resources.toBuffer())));
  }

  @Override
  public List<AcpiTable> tables(MachineInformation machine) {
    GenericAddress registers = GenericAddress.memory(ADDRESS, Long.BYTES, 0);
    return List.of(new Hpet(1, TableOrigin.OURS, ID & 0xffff_ffffL, registers, 0, MINIMUM_TICK, 0));
  }

  /** Registers have 8 bytes; an access of 4 is a half. */
  @Override
  public synchronized long read(long offset, int width) {
    long value = readRegister((int) offset & ~7);
    return width == 8 ? value : value >>> (8 * (offset & 4)) & 0xffff_ffffL;
  }

  private long readRegister(int register) {
    if (register >= FIRST_TIMER) {
      return readTimer(register - FIRST_TIMER);
    }
    return switch (register) {
      case CAPABILITIES -> ID;
      case CONFIGURATION -> enabled ? ENABLE : 0;
      case INTERRUPT_STATUS -> status();
      case COUNTER -> counter();
      default -> 0;
    };
  }

  private long readTimer(int offset) {
    if (offset / TIMER_SIZE >= TIMERS) {
      return 0;
    }
    HpetTimer timer = timers.get(offset / TIMER_SIZE);
    return switch (offset % TIMER_SIZE) {
      case TIMER_CONFIGURATION -> timer.configuration();
      case TIMER_COMPARATOR -> timer.comparator();
      default -> 0;
    };
  }

  private long status() {
    long status = 0;
    for (int number = 0; number < TIMERS; number++) {
      status |= timers.get(number).isPending() ? 1L << number : 0;
    }
    return status;
  }

  private long counter() {
    return enabled ? base + (nanoTime.getAsLong() - startedAt) / HpetTimer.NANOS_PER_TICK : base;
  }

  @Override
  public synchronized void write(long offset, int width, long value) {
    int register = (int) offset & ~7;
    if (width == 8) {
      writeRegister(register, value, -1);
    } else {
      int shift = 8 * (int) (offset & 4);
      writeRegister(register, (value & 0xffff_ffffL) << shift, 0xffff_ffffL << shift);
    }
  }

  /**
   * @param mask the bits that are written
   */
  private void writeRegister(int register, long value, long mask) {
    if (register >= FIRST_TIMER) {
      writeTimer(register - FIRST_TIMER, value, mask);
      return;
    }
    switch (register) {
      case CONFIGURATION -> {
        if ((mask & ENABLE) != 0) {
          enable((value & ENABLE) != 0);
        }
      }
      case INTERRUPT_STATUS -> {
        for (int number = 0; number < TIMERS; number++) {
          if (((value & mask) >> number & 1) != 0) {
            timers.get(number).acknowledge();
          }
        }
      }
      case COUNTER -> {
        if (!enabled) {
          base = (base & ~mask) | value;
        }
      }
      default -> {
        // Read-only, or nothing is there.
      }
    }
  }

  private void enable(boolean on) {
    if (on == enabled) {
      return;
    }
    timers.forEach(HpetTimer::catchUp);
    base = counter();
    startedAt = nanoTime.getAsLong();
    enabled = on;
    timers.forEach(timer -> timer.rearm(enabled));
  }

  private void writeTimer(int offset, long value, long mask) {
    if (offset / TIMER_SIZE >= TIMERS) {
      return;
    }
    HpetTimer timer = timers.get(offset / TIMER_SIZE);
    timer.catchUp();
    switch (offset % TIMER_SIZE) {
      case TIMER_CONFIGURATION -> timer.configure(value, mask);
      case TIMER_COMPARATOR -> timer.compare(value, mask);
      default -> {
        // No FSB route.
      }
    }
    timer.rearm(enabled);
  }
}
