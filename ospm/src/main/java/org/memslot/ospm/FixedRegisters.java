package org.memslot.ospm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.memslot.machine.AddressSpace;
import org.memslot.machine.MemoryAccess;
import org.memslot.ospm.interpreter.host.AmlClock;

/** The fixed hardware that the FADT describes: PM1 and the GPE blocks (ACPI 6.5, 4.8 and 5.2.9). */
final class FixedRegisters {
  /** PM1 status and enable: the power button. */
  static final int POWER_BUTTON = 1 << 8;

  private static final int SCI_ENABLED = 1;
  private static final int SLEEP_TYPE_SHIFT = 10;
  private static final int SLEEP_TYPE_MASK = 7 << SLEEP_TYPE_SHIFT;
  private static final int SLEEP_ENABLE = 1 << 13;

  private static final int FADT_SMI_COMMAND = 48;
  private static final int FADT_ACPI_ENABLE = 52;
  private static final int FADT_PM1A_EVENT = 56;
  private static final int FADT_PM1A_CONTROL = 64;
  private static final int FADT_PM1B_CONTROL = 68;
  private static final int FADT_GPE0 = 80;
  private static final int FADT_GPE1 = 84;
  private static final int FADT_PM1_EVENT_LENGTH = 88;
  private static final int FADT_GPE0_LENGTH = 92;
  private static final int FADT_GPE1_LENGTH = 93;
  private static final int FADT_GPE1_BASE = 94;
  private static final int FADT_FLAGS = 112;
  private static final int FADT_X_PM1A_EVENT = 148;
  private static final int FADT_X_PM1A_CONTROL = 172;
  private static final int FADT_X_PM1B_CONTROL = 184;
  private static final int FADT_X_GPE0 = 220;
  private static final int FADT_X_GPE1 = 232;
  private static final long NO_FIXED_POWER_BUTTON = 1 << 4;

  private static final long ENABLE_POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
  private static final int ENABLE_POLLS = 3000;

  /** A register block in one of the two spaces. */
  record Block(MemoryAccess space, long address) {}

  /**
   * A GPE block: status bytes, then as many enable bytes.
   *
   * @param block its place
   * @param bytes the number of status bytes
   * @param base the number of its first event
   */
  record GpeBlock(Block block, int bytes, int base) {
    int status(int index) {
      return block.space.read8(block.address + index);
    }

    void clear(int index, int bits) {
      block.space.write8(block.address + index, bits);
    }

    int enabled(int index) {
      return block.space.read8(block.address + bytes + index);
    }

    void enable(int index, int bits) {
      block.space.write8(block.address + bytes + index, bits);
    }
  }

  private final AddressSpace memory;
  private final AddressSpace ports;
  private final AcpiTable fadt;
  private final Optional<Block> pm1Event;
  private final Optional<Block> pm1aControl;
  private final Optional<Block> pm1bControl;
  private final List<GpeBlock> gpeBlocks;

  FixedRegisters(AddressSpace memory, AddressSpace ports, AcpiTable fadt) {
    this.memory = memory;
    this.ports = ports;
    this.fadt = fadt;
    this.pm1Event = block(FADT_PM1A_EVENT, FADT_X_PM1A_EVENT);
    this.pm1aControl = block(FADT_PM1A_CONTROL, FADT_X_PM1A_CONTROL);
    this.pm1bControl = block(FADT_PM1B_CONTROL, FADT_X_PM1B_CONTROL);
    List<GpeBlock> blocks = new ArrayList<>();
    block(FADT_GPE0, FADT_X_GPE0)
        .ifPresent(at -> blocks.add(new GpeBlock(at, fadt.u8(FADT_GPE0_LENGTH) / 2, 0)));
    block(FADT_GPE1, FADT_X_GPE1)
        .ifPresent(
            at ->
                blocks.add(
                    new GpeBlock(at, fadt.u8(FADT_GPE1_LENGTH) / 2, fadt.u8(FADT_GPE1_BASE))));
    this.gpeBlocks = List.copyOf(blocks);
  }

  /** Finds a block: by its generic address where the table has one, else by its port. */
  private Optional<Block> block(int legacy, int extended) {
    long address = fadt.u64(extended + 4);
    if (address != 0) {
      return switch (fadt.u8(extended)) {
        case 0 -> Optional.of(new Block(memory, address));
        case 1 -> Optional.of(new Block(ports, address));
        default -> Optional.empty();
      };
    }
    long port = fadt.u32(legacy);
    return port == 0 ? Optional.empty() : Optional.of(new Block(ports, port));
  }

  List<GpeBlock> gpeBlocks() {
    return gpeBlocks;
  }

  /**
   * Takes the hardware over from the firmware (ACPI 6.5, 4.8.2.5).
   *
   * @return false if it did not answer
   */
  boolean enableAcpi(AmlClock clock) throws InterruptedException {
    long command = fadt.u32(FADT_SMI_COMMAND);
    int enable = fadt.u8(FADT_ACPI_ENABLE);
    if (command == 0 || enable == 0 || isAcpiEnabled()) {
      return true;
    }
    ports.write8(command, enable);
    for (int i = 0; i < ENABLE_POLLS && !isAcpiEnabled(); i++) {
      clock.sleep(ENABLE_POLL_NANOS);
    }
    return isAcpiEnabled();
  }

  private boolean isAcpiEnabled() {
    return pm1aControl
        .map(control -> (control.space.read16(control.address) & SCI_ENABLED) != 0)
        .orElse(true);
  }

  /** Clears all fixed events and enables the power button if it is one of them. */
  void enableFixedEvents() {
    pm1Event.ifPresent(
        event -> {
          event.space.write16(event.address, 0xFFFF);
          boolean button = (fadt.u32(FADT_FLAGS) & NO_FIXED_POWER_BUTTON) == 0;
          event.space.write16(event.address + pm1Half(), button ? POWER_BUTTON : 0);
        });
  }

  /** Returns the fixed events that are signalled and enabled, and clears them. */
  int takeFixedEvents() {
    return pm1Event
        .map(
            event -> {
              int active =
                  event.space.read16(event.address) & event.space.read16(event.address + pm1Half());
              if (active != 0) {
                event.space.write16(event.address, active);
              }
              return active;
            })
        .orElse(0);
  }

  private int pm1Half() {
    return fadt.u8(FADT_PM1_EVENT_LENGTH) / 2;
  }

  /** Enters a sleep state: \_S5 switches the machine off (ACPI 6.5, 4.8.3.2.1). */
  void sleep(int typeA, int typeB) {
    pm1aControl.ifPresent(control -> sleep(control, typeA));
    pm1bControl.ifPresent(control -> sleep(control, typeB));
  }

  private static void sleep(Block control, int type) {
    int kept = control.space.read16(control.address) & ~(SLEEP_TYPE_MASK | SLEEP_ENABLE);
    int armed = kept | (type << SLEEP_TYPE_SHIFT & SLEEP_TYPE_MASK);
    control.space.write16(control.address, armed);
    control.space.write16(control.address, armed | SLEEP_ENABLE);
  }
}
