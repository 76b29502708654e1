package org.memslot.cli.monitor.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.memslot.bios.E820Entry;
import org.memslot.bios.firmware.FirmwareResult;
import org.memslot.cli.console.TextTable;
import org.memslot.hotplug.MemorySlot;
import org.memslot.hotplug.SlotEvent;
import org.memslot.hotplug.SlotJson;
import org.memslot.hotplug.SlotStatistics;
import org.memslot.hypervisor.Guest;
import org.memslot.hypervisor.MachineConfig;
import org.memslot.hypervisor.NumaNode;
import org.memslot.hypervisor.PcBoard;
import org.memslot.machine.AddressSpace;
import org.memslot.machine.ByteSize;
import org.memslot.machine.FlatRange;
import org.memslot.machine.RamRegion;

/** The answers of {@code info}. */
final class MonitorInfo {
  private final PcBoard board;

  MonitorInfo(PcBoard board) {
    this.board = board;
  }

  /** What {@code info} can tell about. */
  enum Topic {
    /** The slots, their places and states, and what each has been through. */
    MEMSLOTS("memslots", MonitorInfo::memslots),
    /** The same as JSON. */
    MEMSLOTS_JSON("memslots json", info -> List.of(SlotJson.of(info.board.slots().slots()))),
    /** Both buses with all that is on them. */
    MTREE("mtree", MonitorInfo::buses),
    /** The memory map that the firmware gave the guest. */
    E820("e820", MonitorInfo::e820),
    /** The NUMA nodes. */
    NUMA("numa", MonitorInfo::numa),
    /** What the guest says about itself. */
    GUEST("guest", MonitorInfo::guest),
    /** The last events. */
    EVENTS("events", MonitorInfo::events);

    private final String word;

    @SuppressWarnings("ImmutableEnumChecker") // a method reference has no state
    private final Function<MonitorInfo, List<String>> lines;

    Topic(String word, Function<MonitorInfo, List<String>> lines) {
      this.word = word;
      this.lines = lines;
    }

    /** The words for it at the monitor. */
    String word() {
      return word;
    }

    String about(PcBoard board) {
      return String.join("\n", lines.apply(new MonitorInfo(board)));
    }
  }

  private List<String> memslots() {
    List<MemorySlot> slots = board.slots().slots();
    if (slots.isEmpty()) {
      return List.of("no slots");
    }
    TextTable table = new TextTable("slot", "id", "size", "range", "node", "state");
    for (MemorySlot slot : slots) {
      table.row(
          Integer.toString(slot.index()),
          slot.id(),
          slot.range().isPresent() ? slot.size().toString() : "-",
          slot.range().map(Object::toString).orElse("-"),
          Integer.toString(slot.node()),
          state(slot));
    }
    List<String> lines = new ArrayList<>(table.lines());
    List<MemorySlot> used = slots.stream().filter(slot -> slot.statistics().added() > 0).toList();
    if (!used.isEmpty()) {
      lines.addAll(counters(used));
    }
    lines.addAll(unrequestedEjects(slots));
    return lines;
  }

  /** How often, and how long it took the last time. */
  private static List<String> counters(List<MemorySlot> slots) {
    TextTable table =
        new TextTable(
            "slot",
            "added",
            "online after",
            "asked",
            "answer after",
            "refused",
            "deleted",
            "gone after");
    for (MemorySlot slot : slots) {
      SlotStatistics statistics = slot.statistics();
      table.row(
          slot.id(),
          Long.toString(statistics.added()),
          time(statistics.addToOnline()),
          Long.toString(statistics.requested()),
          time(statistics.requestToAnswer()),
          Long.toString(statistics.addsRefused() + statistics.removalsRefused()),
          Long.toString(statistics.deleted()),
          time(statistics.requestToDeleted()));
    }
    return table.lines();
  }

  /** Only of slots whose guest did that. */
  private static List<String> unrequestedEjects(List<MemorySlot> slots) {
    List<MemorySlot> ejected =
        slots.stream().filter(slot -> slot.statistics().unrequestedEjects() > 0).toList();
    if (ejected.isEmpty()) {
      return List.of();
    }
    TextTable table = new TextTable("slot", "ejected unrequested");
    ejected.forEach(
        slot -> table.row(slot.id(), Long.toString(slot.statistics().unrequestedEjects())));
    return table.lines();
  }

  private static String time(Optional<Duration> duration) {
    return duration.map(time -> "%.3f ms".formatted(time.toNanos() / 1e6)).orElse("-");
  }

  private static String state(MemorySlot slot) {
    String holders =
        slot.holders().isEmpty() ? "" : " (waits for " + String.join(", ", slot.holders()) + ")";
    String declined = slot.declined() ? " (declined by the guest)" : "";
    String refused =
        slot.lastOutcome()
            .filter(_ -> slot.state().isOffered())
            .filter(SlotEvent.EjectRefused.class::isInstance)
            .map(event -> " (eject refused: " + ((SlotEvent.EjectRefused) event).status() + ")")
            .orElse("");
    return slot.state().word() + holders + declined + refused;
  }

  private List<String> buses() {
    List<String> lines = new ArrayList<>();
    bus(board.memory(), "0x%016x-0x%016x", lines);
    bus(board.ports(), "0x%04x-0x%04x", lines);
    return lines;
  }

  private static void bus(AddressSpace bus, String addresses, List<String> lines) {
    lines.add(bus.name());
    for (FlatRange range : bus.view().ranges()) {
      String offset =
          range.offsetInRegion() == 0 ? "" : " from offset 0x%x".formatted(range.offsetInRegion());
      String pins =
          range.region() instanceof RamRegion ram && !ram.pins().isEmpty()
              ? ram.pins().stream()
                  .map(pin -> pin.holder())
                  .collect(Collectors.joining(", ", " held by ", ""))
              : "";
      lines.add(
          "  %s %-7s %s%s%s"
              .formatted(
                  addresses.formatted(range.range().first(), range.range().last()),
                  kind(range),
                  range.region().name(),
                  offset,
                  pins));
    }
  }

  private static String kind(FlatRange range) {
    return range.region().getClass().getSimpleName().replace("Region", "").toLowerCase(Locale.ROOT);
  }

  private List<String> e820() {
    TextTable table = new TextTable("range", "size", "type");
    board.firmware().map(FirmwareResult::guestMemory).stream()
        .flatMap(map -> map.entries().stream())
        .forEach(
            (E820Entry entry) ->
                table.row(
                    entry.range().toString(),
                    ByteSize.of(entry.range().length()).toString(),
                    entry.type().toString()));
    return table.lines();
  }

  private List<String> numa() {
    MachineConfig config = board.config();
    List<NumaNode> nodes = config.nodes();
    List<Integer> cpuNodes = config.cpuNodes();
    TextTable table = new TextTable("node", "cpus", "boot memory", "memory in slots");
    int count = Math.max(1, nodes.size());
    for (int node = 0; node < count; node++) {
      int number = node;
      List<String> cpus = new ArrayList<>();
      for (int cpu = 0; cpu < cpuNodes.size(); cpu++) {
        if (cpuNodes.get(cpu) == node) {
          cpus.add(Integer.toString(cpu));
        }
      }
      ByteSize boot =
          nodes.stream()
              .filter(described -> described.id() == number)
              .findFirst()
              .map(NumaNode::memory)
              .orElse(config.memory());
      table.row(
          Integer.toString(node),
          cpus.isEmpty() ? "-" : String.join(" ", cpus),
          boot.toString(),
          ByteSize.of(inSlots(node)).toString());
    }
    return table.lines();
  }

  private long inSlots(int node) {
    return board.slots().slots().stream()
        .filter(slot -> slot.node() == node && slot.state().hasMemory())
        .mapToLong(slot -> slot.size().bytes())
        .sum();
  }

  private List<String> guest() {
    return board.guest().map(Guest::describe).orElse(List.of("no guest"));
  }

  private List<String> events() {
    List<SlotEvent> events = board.slots().recentEvents();
    return events.isEmpty()
        ? List.of("no events yet")
        : events.stream()
            .map(event -> "%s %s".formatted(event.stamp().time(), event.line()))
            .toList();
  }
}
