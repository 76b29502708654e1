package org.memslot.hypervisor.kvm;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/**
 * What the instruction CPUID answers on a vCPU (struct kvm_cpuid2).
 *
 * @param entries one for each leaf and subleaf
 */
public record Cpuid(List<CpuidEntry> entries) {
  static final int MAX_ENTRIES = 256;

  private static final int FEATURES = 1;
  private static final int TOPOLOGY = 0xb;
  private static final int TOPOLOGY_V2 = 0x1f;
  private static final int SIZES = 0x8000_0008;
  private static final int AMD_TOPOLOGY = 0x8000_001e;

  /** Intel SDM, CPUID leaf 80000008H: processors with PAE and without the leaf. */
  private static final int ADDRESS_BITS_WITHOUT_LEAF = 36;

  private static final int HYPERVISOR_PRESENT = 1 << 31;
  private static final int TSC_DEADLINE_TIMER = 1 << 24;
  private static final int HYPER_THREADING = 1 << 28;

  /** Keeps an immutable copy. */
  public Cpuid {
    entries = List.copyOf(entries);
  }

  /**
   * The same with the local APIC's TSC-deadline mode, which KVM does not list among what it
   * supports.
   */
  Cpuid withTscDeadlineTimer() {
    return new Cpuid(
        entries.stream()
            .map(
                entry ->
                    entry.function() == FEATURES
                        ? entry.withEcx(entry.ecx() | TSC_DEADLINE_TIMER)
                        : entry)
            .toList());
  }

  /** The width of physical addresses: leaf 80000008H, EAX bits 0 to 7; 36 without that leaf. */
  public int addressBits() {
    return entries.stream()
        .filter(entry -> entry.function() == SIZES)
        .mapToInt(entry -> entry.eax() & 0xff)
        .findFirst()
        .orElse(ADDRESS_BITS_WITHOUT_LEAF);
  }

  /** The same with physical addresses of another width. */
  public Cpuid withAddressBits(int bits) {
    return new Cpuid(
        entries.stream()
            .map(
                entry ->
                    entry.function() == SIZES ? entry.withEax((entry.eax() & ~0xff) | bits) : entry)
            .toList());
  }

  /**
   * The same for one vCPU of a machine whose vCPUs are cores of one package, with APIC IDs from 0.
   *
   * @param apicId the vCPU's number
   * @param count how many vCPUs the machine has
   */
  public Cpuid forVcpu(int apicId, int count) {
    List<CpuidEntry> own = new ArrayList<>();
    for (CpuidEntry entry : entries) {
      own.add(adapt(entry, apicId, count));
    }
    return new Cpuid(own);
  }

  private static CpuidEntry adapt(CpuidEntry entry, int apicId, int count) {
    return switch (entry.function()) {
      case FEATURES -> features(entry, apicId, count);
      case TOPOLOGY, TOPOLOGY_V2 -> topology(entry, apicId, count);
      case SIZES -> entry.withEcx(count - 1);
      case AMD_TOPOLOGY -> entry.withEax(apicId).withEbx(apicId & 0xff).withEcx(0);
      default -> entry;
    };
  }

  private static CpuidEntry features(CpuidEntry entry, int apicId, int count) {
    int threads = count > 1 ? HYPER_THREADING : 0;
    return entry
        .withEbx((entry.ebx() & 0xffff) | count << 16 | apicId << 24)
        .withEcx(entry.ecx() | HYPERVISOR_PRESENT)
        .withEdx((entry.edx() & ~HYPER_THREADING) | threads);
  }

  /**
   * Subleaf 0 is one thread a core, subleaf 1 all cores of the package (Intel SDM, CPUID leaf 0BH).
   */
  private static CpuidEntry topology(CpuidEntry entry, int apicId, int count) {
    int coreBits = 32 - Integer.numberOfLeadingZeros(count - 1);
    CpuidEntry own = entry.withEdx(apicId);
    return switch (entry.index()) {
      case 0 -> own.withEax(0).withEbx(1).withEcx(1 << 8);
      case 1 -> own.withEax(coreBits).withEbx(count).withEcx(2 << 8 | 1);
      default -> own.withEax(0).withEbx(0).withEcx(entry.index());
    };
  }

  /** Room for {@link #MAX_ENTRIES} entries, which its header says. */
  static MemorySegment room(Arena arena) {
    MemorySegment room =
        arena.allocate(
            MemoryLayout.structLayout(
                KvmStructs.CPUID,
                MemoryLayout.sequenceLayout(MAX_ENTRIES, KvmStructs.CPUID_ENTRY)));
    room.set(JAVA_INT, 0, MAX_ENTRIES);
    return room;
  }

  static Cpuid read(MemorySegment struct) {
    int count = Math.min(struct.get(JAVA_INT, 0), MAX_ENTRIES);
    List<CpuidEntry> entries = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      MemorySegment entry = entry(struct, i);
      entries.add(
          new CpuidEntry(
              entry.getAtIndex(JAVA_INT, 0),
              entry.getAtIndex(JAVA_INT, 1),
              entry.getAtIndex(JAVA_INT, 2),
              entry.getAtIndex(JAVA_INT, 3),
              entry.getAtIndex(JAVA_INT, 4),
              entry.getAtIndex(JAVA_INT, 5),
              entry.getAtIndex(JAVA_INT, 6)));
    }
    return new Cpuid(entries);
  }

  /** Fills {@link #room}. */
  void write(MemorySegment struct) {
    struct.set(JAVA_INT, 0, entries.size());
    for (int i = 0; i < entries.size(); i++) {
      CpuidEntry from = entries.get(i);
      int[] words = {
        from.function(), from.index(), from.flags(), from.eax(), from.ebx(), from.ecx(), from.edx()
      };
      MemorySegment.copy(words, 0, entry(struct, i), JAVA_INT, 0, words.length);
    }
  }

  private static MemorySegment entry(MemorySegment struct, int index) {
    long size = KvmStructs.CPUID_ENTRY.byteSize();
    return struct.asSlice(KvmStructs.CPUID.byteSize() + size * index, size);
  }
}
