package org.memslot.ospm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import org.memslot.aml.AmlTable;
import org.memslot.aml.TableHeader;
import org.memslot.aml.asl.Externals;
import org.memslot.aml.memory.MemoryDevice;
import org.memslot.aml.memory.MemslotAml;
import org.memslot.aml.memory.MemslotRegisters;
import org.memslot.machine.AddressRange;
import org.memslot.machine.AddressSpace;
import org.memslot.machine.DeviceRegion;
import org.memslot.machine.IoHandler;
import org.memslot.machine.LevelInterruptLine;
import org.memslot.machine.RamRegion;
import org.memslot.ospm.TestTables.Affinity;

/**
 * A machine just big enough for the guest: 256 MiB of RAM, PM1 and GPE registers, an SCI, and two
 * memory slots behind the registers of the 2012 interface.
 */
final class TestMachine {
  static final int PM1_EVENT = 0x600;
  static final int PM1_CONTROL = 0x604;
  static final int GPE0 = 0xAFE0;
  static final int SMI_COMMAND = 0xB2;
  static final long MIB = 1L << 20;
  static final long RAM = 256 * MIB;
  static final long SLOT_SIZE = 128 * MIB;
  static final long SLOT_BASE = 4L << 30;

  private static final long TABLES = 0xF0000;
  private static final long E820 = 0x500;

  final AddressSpace memory = AddressSpace.memory("memory");
  final AddressSpace ports = AddressSpace.ports("ports");
  final LevelInterruptLine sci = new LevelInterruptLine("sci");
  final Registers pm1 = new Registers(PM1_EVENT, 2);
  final Registers gpe = new Registers(GPE0, 2);

  /** What the guest wrote to the report bytes and other ports of interest, in order. */
  final List<String> reports = new ArrayList<>();

  final Set<Integer> populated = new TreeSet<>();
  final List<AddressRange> e820 = new ArrayList<>(List.of(AddressRange.of(0, RAM)));
  final List<Affinity> affinities = new ArrayList<>();
  final List<AmlTable> definitionBlocks = new ArrayList<>();
  int pm1Control;
  boolean acpiEnabled = true;
  boolean extendedTables;
  private int statusCode = MemslotRegisters.UNSPECIFIED_FAILURE;
  private final List<RamRegion> slotMemory = new ArrayList<>();

  TestMachine() {
    this(128);
  }

  /**
   * Creates a machine with two slots.
   *
   * @param slotMib the slots' size in MiB
   */
  TestMachine(long slotMib) {
    memory.change(change -> change.add(0, RamRegion.create("ram", RAM)));
    pm1.attach();
    gpe.attach();
    device(
        PM1_CONTROL,
        2,
        offset -> pm1Control | (acpiEnabled ? 1 : 0),
        (offset, value) -> {
          pm1Control = (int) value;
          reports.add("pm1 control %x".formatted(value));
        });
    device(
        SMI_COMMAND,
        1,
        offset -> 0,
        (offset, value) -> {
          reports.add("smi %x".formatted(value));
          acpiEnabled = value == 0xE1;
        });
    device(MemslotRegisters.STATUS_PORT, 32, this::status, (offset, value) -> {});
    device(MemslotRegisters.EJECT_PORT, 32, offset -> 0, this::eject);
    device(
        MemslotRegisters.REMOVE_FAILED_PORT,
        3,
        offset -> 0xFF,
        (offset, value) -> report(offset, (int) value));
    ports.change(
        change ->
            change.add(
                MemslotRegisters.STATUS_CODE_PORT,
                new DeviceRegion(
                    "code", 4, handler(width -> 0, (offset, value) -> statusCode = (int) value))));
    for (int i = 0; i < 2; i++) {
      slotMemory.add(RamRegion.create("slot" + i, slotMib * MIB));
    }
    definitionBlocks.add(
        Externals.declare(
            new AmlTable(header("DSDT"), MemslotAml.dsdtTerms()), MemslotAml.dsdtExternals()));
    definitionBlocks.add(MemslotAml.ssdt(header("SSDT"), devices(slotMib), populated::contains));
  }

  static TableHeader header(String signature) {
    return new TableHeader(signature, 2, "MEMSLT", "OSPMTEST", 1, "TEST", 1);
  }

  private static List<MemoryDevice> devices(long slotMib) {
    return List.of(
        new MemoryDevice(0, SLOT_BASE, slotMib * MIB, 0),
        new MemoryDevice(1, SLOT_BASE + slotMib * MIB, slotMib * MIB, 1));
  }

  static AddressRange range(int slot) {
    return AddressRange.of(SLOT_BASE + slot * SLOT_SIZE, SLOT_SIZE);
  }

  /** Does what firmware does at reset: puts the tables into memory. */
  void installFirmware() {
    List<AmlTable> blocks = new ArrayList<>(definitionBlocks);
    long dsdt = place(TABLES + 0x1000, blocks.removeFirst().encode());
    List<Long> tables = new ArrayList<>();
    long at = TABLES + 0x200;
    tables.add(place(at, TestTables.fadt(dsdt, acpiEnabled ? 0 : SMI_COMMAND, extendedTables)));
    at = TABLES + 0x8000;
    for (AmlTable block : blocks) {
      tables.add(place(at, block.encode()));
      at += 0x2000;
    }
    if (!affinities.isEmpty()) {
      tables.add(place(TABLES + 0x400, TestTables.srat(affinities)));
    }
    place(TABLES + 0x100, TestTables.rsdt(tables));
    place(TABLES + 0x180, TestTables.xsdt(tables));
    place(
        TABLES,
        extendedTables
            ? TestTables.rsdp(2, 0, TABLES + 0x180)
            : TestTables.rsdp(0, TABLES + 0x100, 0));
    writeE820();
  }

  long place(long address, byte[] bytes) {
    memory.write(address, bytes, 0, bytes.length);
    return address;
  }

  private void writeE820() {
    memory.write32(E820, 0x30323845);
    memory.write32(E820 + 4, e820.size() + 1);
    long at = E820 + 8;
    for (AddressRange range : e820) {
      memory.write64(at, range.first());
      memory.write64(at + 8, range.length());
      memory.write32(at + 16, 1);
      at += 20;
    }
    memory.write64(at, 0xFFFC0000L);
    memory.write64(at + 8, 0x40000);
    memory.write32(at + 16, 2);
  }

  /** Populates a slot and tells the guest. */
  void add(int slot) {
    addSilently(slot);
    gpe.signal(MemslotRegisters.GPE_BIT);
  }

  void addSilently(int slot) {
    RamRegion ram = slotMemory.get(slot);
    memory.change(change -> change.add(SLOT_BASE + slot * ram.size(), ram));
    populated.add(slot);
  }

  /** Takes a slot's memory away. */
  void unplug(int slot) {
    memory.change(change -> change.remove(slotMemory.get(slot)));
  }

  /** Tells the guest of a slot behind which there is no memory. */
  void pretendToAdd(int slot) {
    populated.add(slot);
    gpe.signal(MemslotRegisters.GPE_BIT);
  }

  /** Asks the guest for a slot. */
  void requestRemoval(int slot) {
    populated.remove(slot);
    gpe.signal(MemslotRegisters.GPE_BIT);
  }

  /** Counts the pages of a slot that hold something else than zero. */
  long touchedPages(int slot) {
    long touched = 0;
    for (long page = 0; page < SLOT_SIZE; page += 4096) {
      touched += memory.read64(range(slot).first() + page) == 0 ? 0 : 1;
    }
    return touched;
  }

  private long status(long offset) {
    long bits = 0;
    for (int slot : populated) {
      bits |= slot / 8 == offset ? 1L << slot % 8 : 0;
    }
    return bits;
  }

  private void eject(long offset, long value) {
    for (int bit = 0; bit < 8; bit++) {
      int slot = (int) offset * 8 + bit;
      if ((value & 1L << bit) != 0) {
        reports.add("ejected " + slot);
        Optional.of(slot)
            .filter(n -> n < slotMemory.size())
            .ifPresent(n -> memory.change(change -> change.remove(slotMemory.get(n))));
      }
    }
  }

  private void report(long offset, int slot) {
    String what = List.of("remove failed", "add succeeded", "add failed").get((int) offset);
    reports.add("%s %d code %x".formatted(what, slot, statusCode));
    if (offset == 0) {
      populated.add(slot);
    } else if (offset == 2) {
      populated.remove(slot);
    }
    statusCode = MemslotRegisters.UNSPECIFIED_FAILURE;
  }

  private interface Writer {
    void write(long offset, long value);
  }

  private static IoHandler handler(java.util.function.LongUnaryOperator reader, Writer writer) {
    return new IoHandler() {
      @Override
      public long read(long offset, int width) {
        return reader.applyAsLong(offset);
      }

      @Override
      public void write(long offset, int width, long value) {
        writer.write(offset, value);
      }
    };
  }

  private void device(
      long port, long size, java.util.function.LongUnaryOperator reader, Writer writer) {
    ports.change(
        change ->
            change.add(
                port, new DeviceRegion("port %x".formatted(port), size, handler(reader, writer))));
  }

  /** Status registers, cleared by ones, then as many enable registers: PM1 and GPE0. */
  final class Registers {
    final int port;
    final int[] status;
    final int[] enable;
    LongConsumer onClear = bits -> {};

    Registers(int port, int bytes) {
      this.port = port;
      this.status = new int[bytes];
      this.enable = new int[bytes];
    }

    void attach() {
      IoHandler handler =
          new IoHandler() {
            @Override
            public long read(long offset, int width) {
              long value = 0;
              for (int i = width - 1; i >= 0; i--) {
                int at = (int) offset + i;
                value = value << 8 | (at < status.length ? status[at] : enable[at - status.length]);
              }
              return value;
            }

            @Override
            public void write(long offset, int width, long value) {
              for (int i = 0; i < width; i++) {
                write((int) offset + i, (int) (value >>> (8 * i)) & 0xFF);
              }
              update();
            }

            private void write(int at, int value) {
              if (at < status.length) {
                onClear.accept(status[at] & value);
                status[at] &= ~value;
              } else {
                enable[at - status.length] = value;
              }
            }
          };
      ports.change(
          change ->
              change.add(
                  port, new DeviceRegion("port %x".formatted(port), 2L * status.length, handler)));
    }

    /** Signals an event. */
    void signal(int bit) {
      status[bit / 8] |= 1 << bit % 8;
      update();
    }

    boolean isActive() {
      for (int i = 0; i < status.length; i++) {
        if ((status[i] & enable[i]) != 0) {
          return true;
        }
      }
      return false;
    }
  }

  private void update() {
    if (pm1.isActive() || gpe.isActive()) {
      sci.raise();
    } else {
      sci.lower();
    }
  }
}
