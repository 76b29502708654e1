package org.memslot.hypervisor.kvm;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Why a vCPU left the guest for something other than a port or memory-mapped access ({@code
 * KVM_EXIT_*}); those go to the buses without leaving {@link KvmVcpu#run}.
 */
public sealed interface VcpuExit {
  /**
   * The guest executed HLT, and interrupts are not the kernel's business ({@code KVM_EXIT_HLT}).
   */
  record Halted() implements VcpuExit {}

  /** Someone asked the vCPU to leave the guest, or a signal came. */
  record Interrupted() implements VcpuExit {}

  /** A triple fault or the like: a PC resets here ({@code KVM_EXIT_SHUTDOWN}). */
  record Shutdown() implements VcpuExit {}

  /** The guest takes interrupts again, which was asked for ({@code KVM_EXIT_IRQ_WINDOW_OPEN}). */
  record InterruptWindow() implements VcpuExit {}

  /**
   * The CPU refused to enter the guest: its registers contradict each other ({@code
   * KVM_EXIT_FAIL_ENTRY}).
   *
   * @param hardwareReason the CPU's own code
   */
  record FailedEntry(long hardwareReason) implements VcpuExit {
    @Override
    public String toString() {
      return "KVM_EXIT_FAIL_ENTRY, hardware reason 0x" + Long.toHexString(hardwareReason);
    }
  }

  /**
   * KVM gave up ({@code KVM_EXIT_INTERNAL_ERROR}).
   *
   * @param suberror 1 is an instruction that KVM cannot emulate
   * @param data what KVM adds
   */
  record KvmInternalError(int suberror, List<Long> data) implements VcpuExit {
    /** Keeps an immutable copy. */
    public KvmInternalError {
      data = List.copyOf(data);
    }

    @Override
    public String toString() {
      return "KVM_EXIT_INTERNAL_ERROR, suberror %d (%s)%s"
          .formatted(suberror, meaning(), words(data));
    }

    private String meaning() {
      return switch (suberror) {
        case 1 -> "an instruction that KVM cannot emulate";
        case 2 -> "an exception while another was delivered";
        case 3 -> "an exit while an event was delivered";
        case 4 -> "an exit of unknown reason";
        default -> "unknown";
      };
    }
  }

  /**
   * The guest asked KVM itself for a change of the machine ({@code KVM_EXIT_SYSTEM_EVENT}).
   *
   * @param type 1 shutdown, 2 reset, 3 crash
   * @param data what KVM adds
   */
  record SystemEvent(int type, List<Long> data) implements VcpuExit {
    /** Keeps an immutable copy. */
    public SystemEvent {
      data = List.copyOf(data);
    }

    @Override
    public String toString() {
      return "KVM_EXIT_SYSTEM_EVENT, type " + type + words(data);
    }
  }

  /**
   * A reason that nothing here asked for.
   *
   * @param reason {@code KVM_EXIT_*}
   * @param hardwareReason the CPU's own code where the reason is KVM_EXIT_UNKNOWN (0)
   */
  record Unexpected(int reason, long hardwareReason) implements VcpuExit {
    @Override
    public String toString() {
      return "KVM exit reason %d, hardware reason 0x%x".formatted(reason, hardwareReason);
    }
  }

  private static String words(List<Long> data) {
    return data.stream()
        .map(word -> " 0x" + HexFormat.of().toHexDigits(word))
        .collect(Collectors.joining());
  }
}
