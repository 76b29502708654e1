package org.memslot.hypervisor.kvm;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** The KVM of this host: the system handle, {@code /dev/kvm}. Usable from any thread. */
public final class Kvm implements AutoCloseable {
  private static final String DEVICE = "/dev/kvm";
  private static final int API_VERSION = 12;

  private final Descriptor descriptor;

  private Kvm(Descriptor descriptor) {
    this.descriptor = descriptor;
  }

  /**
   * Opens this host's KVM.
   *
   * @return the handle, to be closed after all machines made from it
   * @throws KvmException.Absent when the host has none
   * @throws KvmException.Permission when this user may not use it
   * @throws KvmException.Version when it speaks another version of the API
   * @throws KvmException.Capability when it cannot take memory from a process
   */
  public static Kvm open() {
    return open(DEVICE);
  }

  static Kvm open(String device) {
    int fd = Libc.open(device, Libc.O_RDWR | Libc.O_CLOEXEC);
    if (fd < 0) {
      throw refused(device, new Errno(-fd));
    }
    Descriptor descriptor = new Descriptor(fd);
    try {
      Kvm kvm = new Kvm(descriptor);
      kvm.check();
      return kvm;
    } catch (RuntimeException e) {
      descriptor.close();
      throw e;
    }
  }

  private static KvmException refused(String device, Errno errno) {
    if (errno.equals(Errno.EACCES)) {
      return new KvmException.Permission(device, errno);
    }
    if (errno.equals(Errno.ENOENT) || errno.equals(Errno.ENODEV) || errno.equals(Errno.ENXIO)) {
      return new KvmException.Absent(device, errno);
    }
    return new KvmException.Call("open", device, errno);
  }

  private void check() {
    int version = descriptor.ioctl(KvmIoctl.KVM_GET_API_VERSION, 0, "");
    if (version != API_VERSION) {
      throw new KvmException.Version(API_VERSION, version);
    }
    require(KvmCapability.USER_MEMORY, "guest memory");
  }

  /**
   * Asks about a capability.
   *
   * @return 0 when it is missing; else 1, or the number that the capability stands for
   */
  public int check(KvmCapability capability) {
    return descriptor.ioctl(
        KvmIoctl.KVM_CHECK_EXTENSION, capability.number(), capability.kernelName());
  }

  /**
   * Insists on a capability.
   *
   * @param neededFor for the message: what cannot be done without
   * @throws KvmException.Capability when it is missing
   */
  public void require(KvmCapability capability, String neededFor) {
    if (check(capability) == 0) {
      throw new KvmException.Capability(capability, neededFor);
    }
  }

  /**
   * Makes a machine with neither memory nor vCPUs.
   *
   * @throws KvmException.Call when the host cannot
   */
  public KvmVm createVm() {
    return createVm(Integer.MAX_VALUE);
  }

  /** As {@link #createVm()}, with no more memory slots than this. */
  KvmVm createVm(int mostSlots) {
    int runSize = descriptor.ioctl(KvmIoctl.KVM_GET_VCPU_MMAP_SIZE, 0, "");
    int slots = Math.min(check(KvmCapability.NR_MEMSLOTS), mostSlots);
    boolean readOnly = check(KvmCapability.READONLY_MEM) != 0;
    Descriptor vm = new Descriptor(descriptor.ioctl(KvmIoctl.KVM_CREATE_VM, 0, "machine type 0"));
    return new KvmVm(vm, runSize, slots, readOnly);
  }

  /** What a vCPU on this host can tell a guest of itself. */
  public Cpuid supportedCpuid() {
    require(KvmCapability.EXT_CPUID, "CPUID");
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment room = Cpuid.room(arena);
      descriptor.ioctl(KvmIoctl.KVM_GET_SUPPORTED_CPUID, room, "room for " + Cpuid.MAX_ENTRIES);
      Cpuid supported = Cpuid.read(room);
      return check(KvmCapability.TSC_DEADLINE_TIMER) == 0
          ? supported
          : supported.withTscDeadlineTimer();
    }
  }

  @Override
  public void close() {
    descriptor.close();
  }
}
