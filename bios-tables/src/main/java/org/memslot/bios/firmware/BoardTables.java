package org.memslot.bios.firmware;

import com.google.common.primitives.UnsignedLongs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.memslot.bios.E820Entry;
import org.memslot.bios.E820Map;
import org.memslot.bios.E820Type;
import org.memslot.bios.GuestE820;
import org.memslot.bios.MachineInformation;
import org.memslot.bios.NumaDistances;
import org.memslot.bios.ParavirtInformation;
import org.memslot.bios.SlotInformation;
import org.memslot.bios.acpi.AcpiTable;
import org.memslot.bios.acpi.DefinitionBlock;
import org.memslot.bios.acpi.Fadt;
import org.memslot.bios.acpi.Madt;
import org.memslot.bios.acpi.MadtEntry;
import org.memslot.bios.acpi.Msct;
import org.memslot.bios.acpi.Slit;
import org.memslot.bios.acpi.Srat;
import org.memslot.bios.acpi.SratEntry;
import org.memslot.bios.acpi.TableOrigin;
import org.memslot.bios.acpi.Waet;
import org.memslot.machine.AddressRange;

/** The tables that describe one machine, before any of them has an address. */
final class BoardTables {
  private final MachineInformation machine;
  private final Platform platform;

  BoardTables(MachineInformation machine, Platform platform) {
    this.machine = machine;
    this.platform = platform;
  }

  DefinitionBlock dsdt() {
    return DefinitionBlock.of(new BoardDsdt(machine, platform.devices()).table());
  }

  /** All tables that neither point to others nor are pointed to by name. */
  List<AcpiTable> others() {
    List<AcpiTable> tables = new ArrayList<>();
    platform.devices().forEach(device -> tables.addAll(device.tables(machine)));
    tables.add(madt());
    srat().ifPresent(tables::add);
    slit().ifPresent(tables::add);
    new NodeAttributes(machine).hmat().ifPresent(tables::add);
    msct().ifPresent(tables::add);
    tables.add(new Waet(1, TableOrigin.OURS, Waet.PM_TIMER_GOOD));
    return tables;
  }

  Fadt fadt(long facs, long dsdt) {
    return platform.fadt().toBuilder().facs(facs).dsdt(dsdt).extendedDsdt(dsdt).build();
  }

  Madt madt() {
    List<MadtEntry> entries = new ArrayList<>();
    for (int cpu = 0; cpu < machine.paravirt().cpuNodes().size(); cpu++) {
      int flags = cpu < machine.presentCpus() ? MadtEntry.ENABLED : 0;
      entries.add(new MadtEntry.LocalApic(cpu, cpu, flags));
    }
    entries.addAll(platform.interruptControllers());
    return new Madt(3, TableOrigin.OURS, Madt.LOCAL_APIC_ADDRESS, Madt.PC_AT_COMPATIBLE, entries);
  }

  /** There when there are NUMA nodes or slots; a machine without has nothing to say. */
  Optional<Srat> srat() {
    ParavirtInformation paravirt = machine.paravirt();
    if (paravirt.nodeMemory().isEmpty() && machine.slotCount() == 0) {
      return Optional.empty();
    }
    List<SratEntry> entries = new ArrayList<>();
    for (int cpu = 0; cpu < paravirt.cpuNodes().size(); cpu++) {
      entries.add(
          new SratEntry.ProcessorAffinity(
              paravirt.cpuNodes().get(cpu), cpu, SratEntry.ENABLED, 0, 0));
    }
    entries.addAll(bootMemory());
    for (SlotInformation slot : paravirt.slots()) {
      entries.add(
          new SratEntry.MemoryAffinity(
              slot.node(),
              slot.range().first(),
              slot.range().length(),
              SratEntry.ENABLED | SratEntry.HOT_PLUGGABLE));
    }
    machine
        .anonymous()
        .ifPresent(
            area ->
                entries.add(
                    new SratEntry.MemoryAffinity(
                        area.node(),
                        area.range().first(),
                        area.range().length(),
                        SratEntry.ENABLED | SratEntry.HOT_PLUGGABLE)));
    return Optional.of(new Srat(3, TableOrigin.OURS, entries));
  }

  /**
   * Hands boot RAM, in order of address, to the nodes, in order of number; what is left is the last
   * node's.
   */
  private List<SratEntry> bootMemory() {
    List<Long> nodes = machine.paravirt().nodeMemory();
    int node = 0;
    long left = nodes.isEmpty() ? 0 : nodes.getFirst();
    List<SratEntry> entries = new ArrayList<>();
    for (AddressRange ram : machine.bootMemory()) {
      long base = ram.first();
      long rest = ram.length();
      while (rest > 0) {
        boolean last = node >= nodes.size() - 1;
        long length = last ? rest : Math.min(rest, left);
        addBootMemory(entries, node, AddressRange.of(base, length));
        base += length;
        rest -= length;
        left -= length;
        while (!last && left == 0 && node < nodes.size() - 1) {
          node++;
          left = nodes.get(node);
        }
      }
    }
    return entries;
  }

  /** Adds the range without the video memory and ROMs that lie over it. */
  private static void addBootMemory(List<SratEntry> entries, int node, AddressRange range) {
    E820Map pieces = E820Map.EMPTY.add(range, E820Type.RAM).carve(GuestE820.UPPER_MEMORY);
    for (E820Entry piece : pieces.entries()) {
      entries.add(
          new SratEntry.MemoryAffinity(
              node, piece.range().first(), piece.range().length(), SratEntry.ENABLED));
    }
  }

  private Optional<Slit> slit() {
    NumaDistances distances = machine.distances();
    return distances.equals(NumaDistances.UNSPECIFIED)
        ? Optional.empty()
        : Optional.of(new Slit(1, TableOrigin.OURS, distances.rows()));
  }

  /** Says the highest address that may ever hold memory; there when there are slots. */
  private Optional<Msct> msct() {
    ParavirtInformation paravirt = machine.paravirt();
    if (machine.slotCount() == 0) {
      return Optional.empty();
    }
    int domains = Math.max(1, paravirt.nodeMemory().size());
    long maxAddress = 0;
    List<Long> capacity = new ArrayList<>();
    for (SlotInformation slot : paravirt.slots()) {
      domains = Math.max(domains, slot.node() + 1);
      maxAddress = UnsignedLongs.max(maxAddress, slot.range().last());
    }
    if (machine.anonymous().isPresent()) {
      maxAddress = UnsignedLongs.max(maxAddress, machine.anonymous().get().range().last());
    }
    for (E820Entry entry : machine.memory().entries()) {
      maxAddress = UnsignedLongs.max(maxAddress, entry.range().last());
    }
    for (int domain = 0; domain < domains; domain++) {
      capacity.add(capacity(domain));
    }
    List<Msct.Domains> runs = new ArrayList<>();
    for (int domain = 0; domain < domains; domain++) {
      int node = domain;
      long cpus = paravirt.cpuNodes().stream().filter(of -> of == node).count();
      runs.add(new Msct.Domains(domain, domain, cpus, capacity.get(domain)));
    }
    return Optional.of(new Msct(1, TableOrigin.OURS, domains - 1, 0, maxAddress, runs));
  }

  private long capacity(int domain) {
    ParavirtInformation paravirt = machine.paravirt();
    long boot;
    if (paravirt.nodeMemory().isEmpty()) {
      boot = domain == 0 ? machine.bootMemory().stream().mapToLong(AddressRange::length).sum() : 0;
    } else {
      boot = domain < paravirt.nodeMemory().size() ? paravirt.nodeMemory().get(domain) : 0;
    }
    return boot
        + paravirt.slots().stream()
            .filter(slot -> slot.node() == domain)
            .mapToLong(slot -> slot.range().length())
            .sum()
        + machine.anonymous().map(area -> area.range().length()).orElse(0L);
  }
}
