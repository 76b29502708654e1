package org.memslot.bios;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.memslot.aml.ByteList;
import org.memslot.aml.memory.MemoryDevice;
import org.memslot.bios.ParavirtInformation.Layout;
import org.memslot.machine.AddressRange;

/**
 * All that a board tells its firmware, and the one home of where in fw_cfg each part stands: the
 * board {@linkplain #publish publishes} it before a reset, the firmware {@linkplain #read reads} it
 * back through ports.
 *
 * <table>
 * <caption>Where it stands</caption>
 * <tr><td>{@code etc/e820}, key 0x8003</td><td>the memory map, the same in both forms</td></tr>
 * <tr><td>{@code etc/reserved-memory-end}</td><td>where slots end, in whole GiB, u64: firmware places
 * 64-bit PCI windows above it; absent without slots from 4 GiB up</td></tr>
 * <tr><td>key 0x03</td><td>bytes of RAM in the map below the first slot's entries</td></tr>
 * <tr><td>keys 0x02, 0x04, 0x0e, 0x8002</td><td>what is the same of each: no UUID, no display, no
 * boot menu, interrupt 0 at input 2 of the I/O APIC</td></tr>
 * <tr><td>keys 0x05, 0x0f</td><td>processors present, processors possible</td></tr>
 * <tr><td>key 0x0d</td><td>nodes and slots</td></tr>
 * <tr><td>{@code opt/org.memslot/numa-layout}</td><td>{@code v1} or {@code later}: of key 0x0d</td></tr>
 * <tr><td>{@code opt/org.memslot/anonymous-slots}</td><td>see {@link AnonymousArea#encode}</td></tr>
 * <tr><td>{@code opt/org.memslot/numa-distances}</td><td>a byte for each pair of nodes</td></tr>
 * <tr><td>{@code opt/org.memslot/numa-performance}</td><td>two u32 for each pair of nodes</td></tr>
 * </table>
 *
 * A fw_cfg without the files of {@code opt/org.memslot} reads as {@code later}, no anonymous slots
 * and nothing known of how far and how fast nodes are.
 *
 * @param memory RAM as it is at reset; each populated slot an entry of its own
 * @param presentCpus processors that run at boot, numbered from 0
 * @param paravirt NUMA nodes, slots, and the node of each processor that may ever be present
 * @param layout the form in which key 0x0d is written
 * @param distances between NUMA nodes
 * @param performance of memory as the nodes see it
 * @param anonymous the slots that have no range before the guest runs, numbered after the others
 */
public record MachineInformation(
    E820Map memory,
    int presentCpus,
    ParavirtInformation paravirt,
    Layout layout,
    NumaDistances distances,
    NodePerformance performance,
    Optional<AnonymousArea> anonymous) {
  /** The complete memory map. */
  public static final String E820_FILE = "etc/e820";

  /** Where addresses of slots end: firmware places nothing of its own below that. */
  public static final String RESERVED_END_FILE = "etc/reserved-memory-end";

  /** Says which {@link Layout} key 0x0d has. */
  public static final String LAYOUT_FILE = "opt/org.memslot/numa-layout";

  /** The distances between NUMA nodes. */
  public static final String DISTANCES_FILE = "opt/org.memslot/numa-distances";

  /** How fast the nodes reach each other's memory. */
  public static final String PERFORMANCE_FILE = "opt/org.memslot/numa-performance";

  /** The slots without a range. */
  public static final String ANONYMOUS_FILE = "opt/org.memslot/anonymous-slots";

  private static final long GIB = 1L << 30;

  /** The most processors: a local APIC entry has one byte for the APIC's number, 255 is all. */
  public static final int MAX_CPUS = 255;

  /**
   * @throws FirmwareLimitException if there are more processors or slots than the tables can say
   * @throws IllegalArgumentException if no processor is present, or more than are possible
   */
  public MachineInformation {
    int possible = paravirt.cpuNodes().size();
    if (possible > MAX_CPUS) {
      throw new FirmwareLimitException(
          "processors", possible, MAX_CPUS, "a local APIC's number is one byte, and 255 means all");
    }
    if (presentCpus < 1 || presentCpus > possible) {
      throw new IllegalArgumentException(
          "processors present: %d, must be 1 to the %d that are possible"
              .formatted(presentCpus, possible));
    }
  }

  /**
   * A builder of a machine with this memory, one processor and nothing else.
   *
   * @param memory RAM as it is at reset; each populated slot an entry of its own
   */
  public static MachineInformationBuilder builder(E820Map memory) {
    return new MachineInformationBuilder(memory);
  }

  /** The slots whose whole range one RAM entry spans: their devices report present at boot. */
  public Set<Integer> enabledSlots() {
    List<SlotInformation> slots = paravirt.slots();
    return IntStream.range(0, slots.size())
        .filter(slot -> memory.spans(slots.get(slot).range()))
        .boxed()
        .collect(toImmutableSet());
  }

  /**
   * The slots that have a range, as AML describes them.
   *
   * @throws org.memslot.aml.InvalidTermException for more than 256
   */
  public List<MemoryDevice> memoryDevices() {
    List<MemoryDevice> devices = new ArrayList<>();
    for (SlotInformation slot : paravirt.slots()) {
      AddressRange range = slot.range();
      devices.add(new MemoryDevice(devices.size(), range.first(), range.length(), slot.node()));
    }
    return devices;
  }

  /** The number of slots, with and without a range. */
  public int slotCount() {
    return paravirt.slots().size() + anonymous.map(AnonymousArea::slots).orElse(0);
  }

  /** Puts everything where firmware looks for it, in place of what was there. */
  public void publish(FwCfg fwCfg) {
    fwCfg.addFile(E820_FILE, memory.encode());
    fwCfg.add(FwCfgKey.E820_TABLE, memory.encodeTable());
    fwCfg.addU64(FwCfgKey.RAM_SIZE, memory.ramBytes(entry -> !isSlot(entry)));
    fwCfg.add(FwCfgKey.UUID, ByteList.of(new byte[16]));
    fwCfg.addU16(FwCfgKey.NOGRAPHIC, 1);
    fwCfg.addU16(FwCfgKey.BOOT_MENU, 0);
    fwCfg.addU32(FwCfgKey.IRQ0_OVERRIDE, 1);
    fwCfg.addU16(FwCfgKey.NB_CPUS, presentCpus);
    fwCfg.addU16(FwCfgKey.MAX_CPUS, paravirt.cpuNodes().size());
    fwCfg.add(FwCfgKey.NUMA, paravirt.encode(layout));
    reservedEnd()
        .ifPresentOrElse(
            end -> fwCfg.addFile(RESERVED_END_FILE, littleEndian(end)),
            () -> fwCfg.removeFile(RESERVED_END_FILE));
    fwCfg.addFile(LAYOUT_FILE, ByteList.ascii(layout == Layout.V1 ? "v1" : "later"));
    anonymous.ifPresentOrElse(
        area -> fwCfg.addFile(ANONYMOUS_FILE, area.encode()),
        () -> fwCfg.removeFile(ANONYMOUS_FILE));
    if (distances.equals(NumaDistances.UNSPECIFIED)) {
      fwCfg.removeFile(DISTANCES_FILE);
    } else {
      fwCfg.addFile(DISTANCES_FILE, distances.encode());
    }
    if (performance.equals(NodePerformance.UNSPECIFIED)) {
      fwCfg.removeFile(PERFORMANCE_FILE);
    } else {
      fwCfg.addFile(PERFORMANCE_FILE, performance.encode());
    }
  }

  /** The first whole GiB after all that slots have or may get, if that is above 4 GiB. */
  private Optional<Long> reservedEnd() {
    return Stream.concat(
            paravirt.slots().stream().map(SlotInformation::range),
            anonymous.stream().map(AnonymousArea::range))
        .map(range -> (range.last() | GIB - 1) + 1)
        .max(Long::compareUnsigned)
        .filter(end -> Long.compareUnsigned(end, 4 * GIB) > 0);
  }

  private static ByteList littleEndian(long value) {
    return ByteList.of(
        ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array());
  }

  /** The ranges of RAM that are no slot's, ascending. */
  public List<AddressRange> bootMemory() {
    return memory.entries().stream()
        .filter(entry -> entry.type().equals(E820Type.RAM) && !isSlot(entry))
        .map(E820Entry::range)
        .toList();
  }

  private boolean isSlot(E820Entry entry) {
    return paravirt.slots().stream().anyMatch(slot -> slot.range().contains(entry.range()));
  }

  /**
   * Reads it all through ports.
   *
   * @throws FirmwareDataException if an item is malformed
   * @throws FirmwareLimitException if an item asks for more than the tables can say
   */
  public static MachineInformation read(FwCfgClient fwCfg) {
    Files files = new Files(fwCfg, fwCfg.directory());
    E820Map memory = files.read(E820_FILE).map(E820Map::decode).orElse(E820Map.EMPTY);
    int present = Math.max(1, fwCfg.readU16(FwCfgKey.NB_CPUS));
    int possible = Math.max(present, fwCfg.readU16(FwCfgKey.MAX_CPUS));
    if (possible > MAX_CPUS) {
      throw new FirmwareLimitException(
          "processors", possible, MAX_CPUS, "a local APIC's number is one byte, and 255 means all");
    }
    String layoutWord = files.text(LAYOUT_FILE, "later");
    Layout layout =
        switch (layoutWord) {
          case "v1" -> Layout.V1;
          case "later" -> Layout.LATER;
          default ->
              throw new FirmwareDataException(LAYOUT_FILE, 0, "unknown word '" + layoutWord + "'");
        };
    NumaDistances distances =
        files
            .read(DISTANCES_FILE)
            .map(all -> NumaDistances.decode(DISTANCES_FILE, all))
            .orElse(NumaDistances.UNSPECIFIED);
    NodePerformance performance =
        files
            .read(PERFORMANCE_FILE)
            .map(all -> NodePerformance.decode(PERFORMANCE_FILE, all))
            .orElse(NodePerformance.UNSPECIFIED);
    Optional<AnonymousArea> anonymous =
        files.read(ANONYMOUS_FILE).map(all -> AnonymousArea.decode(ANONYMOUS_FILE, all));
    fwCfg.select(FwCfgKey.NUMA.key());
    ParavirtInformation paravirt = ParavirtInformation.read(fwCfg::nextU64, layout, possible);
    return new MachineInformation(
        memory, present, paravirt, layout, distances, performance, anonymous);
  }

  /** The device's files, of which the directory is read once. */
  private record Files(FwCfgClient client, List<FwCfgFile> directory) {
    Optional<ByteList> read(String name) {
      return directory.stream()
          .filter(file -> file.name().equals(name))
          .findFirst()
          .map(client::readFile);
    }

    String text(String name, String absent) {
      return read(name)
          .map(content -> new String(content.toArray(), StandardCharsets.US_ASCII).strip())
          .orElse(absent);
    }
  }
}
