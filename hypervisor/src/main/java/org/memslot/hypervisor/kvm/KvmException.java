package org.memslot.hypervisor.kvm;

/**
 * KVM did not do what it was asked. The kind says whether the host lacks something or one call
 * failed.
 */
public abstract sealed class KvmException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private KvmException(String message) {
    super(message);
  }

  /** The host has no KVM, or a CPU that cannot serve it. */
  public static final class Absent extends KvmException {
    private static final long serialVersionUID = 1L;

    Absent(String device, Errno errno) {
      super(
          "%s cannot be opened (%s): this host offers no KVM; load kvm-amd or kvm-intel, or switch virtualisation on in the firmware"
              .formatted(device, errno));
    }
  }

  /** The host has KVM, but not for this user. */
  public static final class Permission extends KvmException {
    private static final long serialVersionUID = 1L;

    Permission(String device, Errno errno) {
      super(
          "%s cannot be opened (%s): the user must be in the group kvm (usermod -aG kvm USER, then log in again)"
              .formatted(device, errno));
    }
  }

  /** The host speaks another version of the KVM API. */
  public static final class Version extends KvmException {
    private static final long serialVersionUID = 1L;

    Version(int wanted, int found) {
      super(
          "KVM_GET_API_VERSION gives %d, wanted is %d: the host's kernel is too old"
              .formatted(found, wanted));
    }
  }

  /** The host's KVM lacks something that is needed. */
  public static final class Capability extends KvmException {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // the enum is serializable
    private final KvmCapability capability;

    Capability(KvmCapability capability, String neededFor) {
      super(
          "the host's KVM has no %s, which is needed for %s"
              .formatted(capability.kernelName(), neededFor));
      this.capability = capability;
    }

    /** What is missing. */
    public KvmCapability capability() {
      return capability;
    }
  }

  /** More memory slots are needed than the host's KVM has. */
  public static final class MemorySlots extends KvmException {
    private static final long serialVersionUID = 1L;

    MemorySlots(int limit, String region) {
      super(
          "the host's KVM has %d memory slots (KVM_CAP_NR_MEMSLOTS) and all are in use: no room for %s"
              .formatted(limit, region));
    }
  }

  /** More vCPUs are wanted than the host's KVM allows. */
  public static final class Vcpus extends KvmException {
    private static final long serialVersionUID = 1L;

    private final int limit;

    Vcpus(int limit, int wanted) {
      super(
          "%d vCPUs are wanted, the host's KVM allows %d (KVM_CAP_MAX_VCPUS)"
              .formatted(wanted, limit));
      this.limit = limit;
    }

    /** How many the host's KVM allows. */
    public int limit() {
      return limit;
    }
  }

  /** A system call failed. */
  public static final class Call extends KvmException {
    private static final long serialVersionUID = 1L;

    private final String call;
    private final int errno;

    Call(String call, String argument, Errno errno) {
      super(
          argument.isEmpty()
              ? "%s failed: %s".formatted(call, errno)
              : "%s (%s) failed: %s".formatted(call, argument, errno));
      this.call = call;
      this.errno = errno.number();
    }

    /** The call's name, such as {@code KVM_CREATE_VCPU}. */
    public String call() {
      return call;
    }

    /** Why it failed. */
    public Errno errno() {
      return new Errno(errno);
    }
  }
}
