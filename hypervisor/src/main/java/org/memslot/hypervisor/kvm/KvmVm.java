package org.memslot.hypervisor.kvm;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.BitSet;
import org.memslot.machine.AddressRange;

/**
 * A virtual machine. Usable from any thread. Closing it ends the machine when all its vCPUs are
 * closed too, as KVM keeps it as long as any of its descriptors is open.
 */
public final class KvmVm implements AutoCloseable {
  private static final int LOG_DIRTY_PAGES = 1;
  private static final long PAGE = 4096;
  private static final int PIT_SPEAKER_DUMMY = 1;
  private static final int PORTS = 1;

  private final Descriptor descriptor;
  private final int runSize;
  private final int memorySlots;
  private final boolean readOnlyMemory;

  KvmVm(Descriptor descriptor, int runSize, int memorySlots, boolean readOnlyMemory) {
    this.descriptor = descriptor;
    this.runSize = runSize;
    this.memorySlots = memorySlots;
    this.readOnlyMemory = readOnlyMemory;
  }

  /** How many memory slots the machine has (KVM_CAP_NR_MEMSLOTS). */
  public int memorySlots() {
    return memorySlots;
  }

  /** Whether guest writes to a memory slot can be refused (KVM_CAP_READONLY_MEM). */
  public boolean hasReadOnlyMemory() {
    return readOnlyMemory;
  }

  /**
   * Gives three pages of guest-physical memory that Intel CPUs need in real mode
   * (KVM_SET_TSS_ADDR), and the one of the identity map behind them. To be called before the first
   * vCPU is made.
   *
   * @param address where no RAM is, below 4 GiB, a multiple of 4096
   */
  public void setRealModePages(int address) {
    long tss = Integer.toUnsignedLong(address);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment identity = arena.allocate(JAVA_LONG);
      identity.set(JAVA_LONG, 0, tss + 3 * PAGE);
      descriptor.ioctl(KvmIoctl.KVM_SET_IDENTITY_MAP_ADDR, identity, hex(tss + 3 * PAGE));
    }
    descriptor.ioctl(KvmIoctl.KVM_SET_TSS_ADDR, tss, hex(tss));
  }

  /**
   * Makes two 8259, an IOAPIC and a local APIC for each vCPU, in the kernel. To be called before
   * the first vCPU is made.
   */
  public void createInterruptControllers() {
    descriptor.ioctl(KvmIoctl.KVM_CREATE_IRQCHIP, 0, "");
  }

  /** Makes an 8254 timer with port 0x61, in the kernel. The interrupt controllers come first. */
  public void createTimer() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment config = arena.allocate(KvmStructs.PIT_CONFIG);
      config.set(JAVA_INT, 0, PIT_SPEAKER_DUMMY);
      descriptor.ioctl(KvmIoctl.KVM_CREATE_PIT2, config, "with port 0x61");
    }
  }

  /**
   * Sets the level of an interrupt line.
   *
   * @param line input of the IOAPIC, and of the 8259s below 16
   */
  public void setInterruptLine(int line, boolean asserted) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment level = arena.allocate(KvmStructs.IRQ_LEVEL);
      level.set(JAVA_INT, 0, line);
      level.set(JAVA_INT, 4, asserted ? 1 : 0);
      descriptor.ioctl(KvmIoctl.KVM_IRQ_LINE, level, "line %d to %b".formatted(line, asserted));
    }
  }

  /**
   * Makes a vCPU. The first one runs from the reset vector; where interrupt controllers are in the
   * kernel, the others wait there for the first to start them.
   *
   * @param id its number and local APIC ID
   */
  public KvmVcpu createVcpu(int id) {
    int fd = descriptor.ioctl(KvmIoctl.KVM_CREATE_VCPU, id, "vCPU " + id);
    return KvmVcpu.map(id, new Descriptor(fd), runSize);
  }

  /**
   * Puts host memory at a guest-physical address, or changes whether the guest's writes to it are
   * logged.
   *
   * @param slot which of the machine's slots to use; empty, or with this memory
   * @param range guest-physical, whole pages of 4096 bytes, overlapping no other slot
   * @param hostAddress of memory that stays where it is until {@link #unmap}
   */
  void map(int slot, AddressRange range, long hostAddress, boolean logDirty) {
    int flags = logDirty ? LOG_DIRTY_PAGES : 0;
    setMemory(slot, flags, range.first(), range.length(), hostAddress, range.toString());
  }

  /** Empties a slot. */
  void unmap(int slot) {
    setMemory(slot, 0, 0, 0, 0, "nothing");
  }

  private void setMemory(
      int slot, int flags, long guestAddress, long length, long hostAddress, String what) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment region = arena.allocate(KvmStructs.USERSPACE_MEMORY_REGION);
      region.set(JAVA_INT, 0, slot);
      region.set(JAVA_INT, 4, flags);
      region.set(JAVA_LONG, 8, guestAddress);
      region.set(JAVA_LONG, 16, length);
      region.set(JAVA_LONG, 24, hostAddress);
      descriptor.ioctl(
          KvmIoctl.KVM_SET_USER_MEMORY_REGION, region, "slot %d = %s".formatted(slot, what));
    }
  }

  /** Which pages of a slot the guest has written since the last call. The slot must log them. */
  BitSet takeDirtyPages(int slot, long pages) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment bitmap = arena.allocate((pages + 63) / 64 * 8, 8);
      MemorySegment log = arena.allocate(KvmStructs.DIRTY_LOG);
      log.set(JAVA_INT, 0, slot);
      log.set(JAVA_LONG, 8, bitmap.address());
      descriptor.ioctl(KvmIoctl.KVM_GET_DIRTY_LOG, log, "slot " + slot);
      return BitSet.valueOf(bitmap.asByteBuffer());
    }
  }

  /**
   * Has KVM keep the guest's writes to some ports in the machine's ring, until it is full, instead
   * of leaving the guest for each.
   */
  void coalesceWrites(AddressRange ports) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment zone = arena.allocate(KvmStructs.COALESCED_ZONE);
      zone.set(JAVA_LONG, 0, ports.first());
      zone.set(JAVA_INT, 8, (int) ports.length());
      zone.set(JAVA_INT, 12, PORTS);
      descriptor.ioctl(KvmIoctl.KVM_REGISTER_COALESCED_MMIO, zone, "ports " + ports);
    }
  }

  private static String hex(long value) {
    return "0x" + Long.toHexString(value);
  }

  @Override
  public void close() {
    descriptor.close();
  }
}
